/**
 * What is said to whoever does not see the screen change, in turn: one's own acts at once, what others do in batches.
 * Rules E of SPEC.md. Where the words are shown is the caller's.
 */

export type Urgency = "polite" | "assertive";

/** Something others did, of which there may be more before it is said. */
export interface Happening {
  /** The same key again is more of the same. */
  key: string;
  count: number;
  /** The words for so many. */
  words: (count: number) => string;
}

/** [E10] Others' doings are gathered for so long, from the first. */
export const BATCH_MS = 10_000;
/** So many sorts of them are named; the rest are counted together. */
export const MOST_NAMED = 3;
/** A browser passes over words that are those it said last: between them there are none. */
export const CLEAR_MS = 50;
/** Words that stand shorter than this may never be heard. */
const STAND_MS = 1_000;

export class Announcing {
  readonly #show: (urgency: Urgency, words: string) => void;
  readonly #waiting: Record<Urgency, string[]> = { polite: [], assertive: [] };
  readonly #speaking: Record<Urgency, boolean> = { polite: false, assertive: false };
  readonly #gathered = new Map<string, Happening>();
  #more: (count: number) => string = () => "";
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param show puts words, or none, where a screen reader hears them. */
  constructor(show: (urgency: Urgency, words: string) => void) {
    this.#show = show;
  }

  /** What the person did, or must know now. Words that wait already are not said twice. */
  say(words: string, urgency: Urgency = "polite"): void {
    const waiting = this.#waiting[urgency];
    if (words.trim() === "" || waiting.includes(words)) return;
    waiting.push(words);
    if (!this.#speaking[urgency]) this.#next(urgency);
  }

  /** @param more the words for so many that are not named. */
  gather(happenings: readonly Happening[], more: (count: number) => string): void {
    this.#more = more;
    for (const one of happenings) {
      const count = (this.#gathered.get(one.key)?.count ?? 0) + one.count;
      this.#gathered.set(one.key, { ...one, count });
    }
    if (this.#gathered.size > 0) this.#timer ??= setTimeout(() => this.#tell(), BATCH_MS);
  }

  /** What was gathered is said by nobody. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#gathered.clear();
  }

  #tell(): void {
    const all = [...this.#gathered.values()];
    const rest = all.slice(MOST_NAMED).reduce((sum, { count }) => sum + count, 0);
    const more = this.#more;
    this.stop();
    const named = all.slice(0, MOST_NAMED).map(({ count, words }) => words(count));
    this.say([...named, ...(rest > 0 ? [more(rest)] : [])].join(" "));
  }

  #next(urgency: Urgency): void {
    const words = this.#waiting[urgency][0];
    this.#speaking[urgency] = words !== undefined;
    if (words === undefined) return;
    this.#show(urgency, "");
    setTimeout(() => {
      this.#waiting[urgency].shift();
      this.#show(urgency, words);
      setTimeout(() => this.#next(urgency), STAND_MS);
    }, CLEAR_MS);
  }
}
