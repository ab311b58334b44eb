/** Where one is oneself: in which draft, and with the caret at which words. Told to colleagues, and not at every letter. */
import type { DraftId } from "#deliberation/ids";

/** Half a second is as often as the server passes it on. */
const SAY_CARET_AFTER_MS = 500;

export class OwnPlace {
  readonly #say: () => void;
  #within: { draft: DraftId }[] = [];
  #caret: { draft: DraftId; cursor: object } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param say tells colleagues; it reads `draft` and `cursor`. */
  constructor(say: () => void) {
    this.#say = say;
  }

  /** Of several on the screen, the one opened last; null is nowhere. */
  get draft(): DraftId | null {
    return this.#within.at(-1)?.draft ?? null;
  }

  get cursor(): object | undefined {
    return this.#caret?.draft === this.draft ? this.#caret?.cursor : undefined;
  }

  /** @returns leaves it. */
  enter(draft: DraftId): () => void {
    const here = { draft };
    this.#within.push(here);
    this.#say();
    return () => {
      this.#within = this.#within.filter((one) => one !== here);
      this.#say();
    };
  }

  caretAt(draft: DraftId, cursor: object): void {
    this.#caret = { draft, cursor };
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#say();
    }, SAY_CARET_AFTER_MS);
  }
}
