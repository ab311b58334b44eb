/** What this person has not read: counted by the server for the page, and on from there with what arrives. */
import type { Seq } from "#deliberation/ids";
import type { State } from "#deliberation/state";
import { ALL_PLACES, type Own, type ReadMarks, readUpTo, unreadIn } from "#deliberation/unread";
import type { LiveRecord } from "./live-record.ts";

/** As the server counted it up to entry `asOf`, by the marks it had then. */
export interface Counted {
  asOf: Seq;
  marks: ReadMarks;
  unread: Readonly<Record<string, number>>;
}

/** Place → unread entries; places without any are left out. */
export type Unread = Readonly<Record<string, number>>;

export class LiveUnread {
  readonly own: Own;
  /** Places whose thread is before the person now. */
  readonly open = new Set<string>();
  readonly #record: LiveRecord;
  readonly #listeners = new Set<() => void>();
  #counted: Counted;
  #known: { state: State; counted: Counted; unread: Unread } | null = null;

  constructor(record: LiveRecord, own: Own, counted: Counted) {
    this.#record = record;
    this.own = own;
    this.#counted = counted;
  }

  get counted(): Counted {
    return this.#counted;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    const leave = this.#record.subscribe(listener);
    return () => {
      this.#listeners.delete(listener);
      leave();
    };
  };

  /** The same object as long as nothing changed. */
  at(state: State): Unread {
    const counted = this.#counted;
    if (this.#known?.state !== state || this.#known.counted !== counted) {
      this.#known = { state, counted, unread: on(state, counted, this.own) };
    }
    return this.#known.unread;
  }

  /** The entry up to which a place was read. */
  readUpTo(place: string): Seq {
    return readUpTo(this.#counted.marks, place);
  }

  /** [U2] Shown at once; what the server does not hear is unread again at the next visit. */
  async read(place: string, seq: Seq): Promise<void> {
    if (this.readUpTo(place) >= seq) return;
    const { asOf, marks, unread } = this.#counted;
    // What the server counted cannot be divided: it is asked again below.
    const isWhole = seq >= asOf;
    const left = Object.entries(unread).filter(([one]) => one !== place && place !== ALL_PLACES);
    this.#counted = {
      asOf,
      marks: { ...marks, [place]: seq },
      unread: isWhole ? Object.fromEntries(left) : unread,
    };
    this.#tell();
    try {
      await fetch(this.#url, {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ place: place === "" ? "report" : place, seq }),
        keepalive: true,
      }).then((answer) => answer.text());
      if (!isWhole) await this.recount();
    } catch {
      // No connection: nothing is lost but the mark.
    }
  }

  /** Another tab may have marked something, or the record began anew. */
  recount = async (): Promise<void> => {
    try {
      const answer = await fetch(this.#url);
      if (!answer.ok) return;
      this.#counted = (await answer.json()) as Counted;
      this.#tell();
    } catch {
      // No connection: what was counted before goes on.
    }
  };

  get #url(): string {
    return `/api/v1/reports/${this.#record.report}/read-marks`;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function on(state: State, { asOf, marks, unread }: Counted, own: Own): Unread {
  const since = unreadIn(state, (place) => Math.max(asOf, readUpTo(marks, place)), own);
  if (Object.keys(since).length === 0) return unread;
  const all: Record<string, number> = { ...unread };
  for (const [place, count] of Object.entries(since)) all[place] = (all[place] ?? 0) + count;
  return all;
}
