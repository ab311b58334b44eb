/**
 * What is going to be asked of the record, in its order. Every act is admitted or the demonstration fails, so the
 * number of its entry is known beforehand, and later acts can name it.
 */
import { v7 } from "uuid";
import type { Stance, Target } from "#deliberation/entry";
import type { Instant, Lang, Seq } from "#deliberation/ids";
import { Submission } from "#deliberation/submission";
import type { Dice } from "./dice.ts";

/** A delegation's key, or one of those who sit in none. */
export type Speaker = string;
export const SECRETARIAT = "(secretariat)";
export const FACILITATOR = "(facilitator)";
export const CLOCK = "(clock)";

export interface Act {
  at: Instant;
  by: Speaker;
  submission: Submission;
}

/** A position as far as later acts need to know it. */
export interface Stated {
  seq: Seq;
  idea: string;
  /** The delegation or group whose position it is. */
  author: string;
  by: Speaker;
  stance: Stance;
  lang: Lang;
  words: string | undefined;
  /** The entry that last corrected it. */
  as?: Seq;
  /** Neither superseded nor withdrawn. */
  stands: boolean;
}

export interface Said {
  seq: Seq;
  by: Speaker;
  target: Target;
  lang: Lang;
  words: string;
  /** The entry that last corrected it. */
  as?: Seq;
  /** Heard by everyone and not withdrawn. */
  open: boolean;
}

export interface Declared {
  seq: Seq;
  by: Speaker;
  stands: boolean;
}

export class Floor {
  readonly acts: Act[] = [];
  readonly positions: Stated[] = [];
  readonly comments: Said[] = [];
  readonly declarations: Declared[] = [];
  readonly #dice: Dice;
  readonly #standing = new Map<string, Stated>();
  #asked: { by: Speaker; fields: object }[] = [];

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  /** @returns the number its entry will have. */
  ask(by: Speaker, fields: object): Seq {
    this.#asked.push({ by, fields });
    return (this.acts.length + this.#asked.length) as Seq;
  }

  /** Words of a delegation, by way of a draft. */
  speak(by: Speaker, draft: string, content: { kind: string }): Seq {
    return this.ask(by, { kind: content.kind, draft, content });
  }

  /** Dates what `happens` asks: evenly between two moments, or all at the one moment. */
  during(from: Instant, until: Instant, happens: () => void): void {
    happens();
    const asked = this.#asked;
    this.#asked = [];
    const [first, span] = [Date.parse(from), Date.parse(until) - Date.parse(from)];
    asked.forEach(({ by, fields }, index) => {
      const msecs = first + Math.floor((span * (index + 1)) / (asked.length + 1));
      const id = v7({ msecs, seq: this.acts.length, random: this.#bytes() });
      const at = new Date(msecs).toISOString() as Instant;
      this.acts.push({ at, by, submission: Submission.parse({ id, ...fields }) });
    });
  }

  /** An id for a draft that is neither a position's nor anybody else's. */
  draft(
    of:
      | "comment"
      | "correction"
      | "reply"
      | "alignment"
      | "dissociation"
      | "association"
      | "objection"
      | "explanation"
      | "answer"
      | "participation"
      | "statement",
  ): string {
    const number = this.acts.length + this.#asked.length + 1;
    return `${of}.00000000-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;
  }

  stated(position: Omit<Stated, "stands">): void {
    const place = `${position.idea} ${position.author}`;
    const before = this.#standing.get(place);
    if (before !== undefined) before.stands = false;
    const one = { ...position, stands: true };
    this.#standing.set(place, one);
    this.positions.push(one);
  }

  #bytes(): Uint8Array {
    return Uint8Array.from({ length: 16 }, () => this.#dice.number(0, 255));
  }
}
