/** How much may be sent and asked for: so much a second, and some more at once. */

export class Allowance {
  readonly #perSecond: number;
  readonly #atOnce: number;
  #left: number;
  #at = performance.now();

  constructor(perSecond: number, atOnce: number) {
    this.#perSecond = perSecond;
    this.#atOnce = atOnce;
    this.#left = atOnce;
  }

  /** @returns false when it is more than is left; what was asked for is taken all the same. */
  admits(amount: number): boolean {
    const now = performance.now();
    this.#left = Math.min(this.#atOnce, this.#left + ((now - this.#at) / 1_000) * this.#perSecond) - amount;
    this.#at = now;
    return this.#left >= 0;
  }
}

/** What a socket may send. */
export class Rate {
  readonly #frames = new Allowance(50, 100);
  readonly #bytes = new Allowance(1_048_576, 2 * 1_048_576);

  /** Counts one frame. @returns false when it is one too many. */
  admits(bytes: number): boolean {
    const [frame, size] = [this.#frames.admits(1), this.#bytes.admits(bytes)];
    return frame && size;
  }
}

/**
 * Work (see firewall.ts) that a person's frames may cause, on however many sockets: some 6 ms a second, and twice the
 * largest frame at once. Typing needs a hundredth of it.
 */
export class WorkAllowances {
  readonly #of = new Map<string, Allowance>();

  of(person: string): Allowance {
    const one = this.#of.get(person) ?? new Allowance(60_000, 1_000_000);
    this.#of.set(person, one);
    return one;
  }
}
