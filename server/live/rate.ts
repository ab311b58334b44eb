/** How much a socket may send: so much a second, and twice that at once. */

const FRAMES = 50;
const BYTES = 1_048_576;
const BURST = 2;

export class Rate {
  #frames = FRAMES * BURST;
  #bytes = BYTES * BURST;
  #at = performance.now();

  /** Counts one frame. @returns false when it is one too many. */
  admits(bytes: number): boolean {
    const now = performance.now();
    const seconds = (now - this.#at) / 1_000;
    this.#at = now;
    this.#frames = Math.min(FRAMES * BURST, this.#frames + seconds * FRAMES) - 1;
    this.#bytes = Math.min(BYTES * BURST, this.#bytes + seconds * BYTES) - bytes;
    return this.#frames >= 0 && this.#bytes >= 0;
  }
}
