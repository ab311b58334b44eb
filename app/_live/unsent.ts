/**
 * What of one's own typing the server may not hold yet, told from frames alone: everything is saved when the
 * frame that brought what was typed without a connection, and every frame after it, is acknowledged as durable.
 */
export class Unsent {
  #sent = 0;
  #durable = 0;
  /** Number of the frame that answers the server's first step on this socket: it carries all it does not hold. */
  #catchUp: number | null = null;
  /** Typed while no socket took it, or taken by a socket that ended before it was acknowledged. */
  #left = false;

  /** A new socket: both ends count its frames from the first. */
  socketBegan(): void {
    this.socketEnded();
  }

  socketEnded(): void {
    if (this.#durable < this.#sent) this.#left = true;
    this.#sent = 0;
    this.#durable = 0;
    this.#catchUp = null;
  }

  /** @param taken whether a socket took it at once. */
  typed(taken: boolean): void {
    if (!taken) this.#left = true;
  }

  /** @param catchUp whether the frame answers the server's first step. */
  frameSent(catchUp: boolean): void {
    this.#sent += 1;
    // Only the first answer is the one that carries everything; a repeat carries no more.
    if (catchUp) this.#catchUp ??= this.#sent;
  }

  acknowledged(durable: number): void {
    this.#durable = durable;
    if (this.#catchUp !== null && durable >= this.#catchUp) this.#left = false;
  }

  get nothing(): boolean {
    return !this.#left && this.#durable >= this.#sent;
  }
}
