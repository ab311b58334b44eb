/** What is true of saving in one draft room: *saved* is said only of words the server holds durably. */
import { CLOSE } from "#deliberation/close-codes";
import { TEXT_ROOTS, type TextRoot, textRoot } from "#deliberation/draft";
import type { DraftId } from "#deliberation/ids";
import type { Held } from "./textarea.ts";
import { Unsent } from "./unsent.ts";

export type Saving =
  | { phase: "nothing" | "editing" | "device-only" | "sending" }
  | { phase: "saved"; at: Date }
  /** The close code that says why, or that the text is longer than a text may be. */
  | { phase: "refused"; why: number | "too-long" };

/** "Sending…" is worth saying only when it takes this long. */
const SAY_SENDING_AFTER_MS = 1_000;

interface Around {
  /** Whether the room takes words just now. */
  takesFrames(): boolean;
  /** Which drafts hold words that the server may not hold, whenever that changes. */
  unsent(drafts: DraftId[]): void;
  changed(): void;
}

export class DraftSaving {
  /** The close code of a room that takes no more words. */
  refused: number | null = null;
  readonly #around: Around;
  readonly #edited = new Set<DraftId>();
  /** Texts with words that stand on the screen alone. */
  readonly #held = new Map<string, Held>();
  /** Drafts with words that the server may not hold. */
  readonly #waiting = new Set<DraftId>();
  /** Those of them that were told. */
  #told = "";
  #unsent = new Unsent();
  #savedAt = new Date(0);
  #sendingSince: number | null = null;

  constructor(around: Around) {
    this.#around = around;
  }

  /** Whether there are words here that the server does not hold; the device may keep them. */
  get unsent(): boolean {
    return this.#held.size > 0 || this.#unacknowledged;
  }

  /** Whether closing this page would lose words. @param kept whether the device keeps what was typed. */
  loses(kept: boolean): boolean {
    return this.#held.size > 0 || (!kept && this.#unacknowledged);
  }

  /** How many drafts hold words that wait for a connection. */
  get waiting(): number {
    return this.unsent ? this.#waiting.size : 0;
  }

  of(draft: DraftId): Saving {
    const held = TEXT_ROOTS.map((root) => this.#held.get(textRoot(root, draft)));
    if (held.includes("too-long")) return { phase: "refused", why: "too-long" };
    if (held.includes("unsent")) return { phase: "editing" };
    if (this.refused === CLOSE.damaged) return { phase: "refused", why: CLOSE.damaged };
    if (!this.#edited.has(draft)) return { phase: "nothing" };
    if (this.refused !== null && !this.#unsent.nothing) return { phase: "refused", why: this.refused };
    if (this.#unsent.nothing) return { phase: "saved", at: this.#savedAt };
    if (!this.#around.takesFrames()) return { phase: "device-only" };
    const waited = performance.now() - (this.#sendingSince ?? performance.now());
    return { phase: waited < SAY_SENDING_AFTER_MS ? "editing" : "sending" };
  }

  /** Touched here: from now on its saving is told. */
  touch(draft: DraftId): void {
    this.#edited.add(draft);
    this.#waiting.add(draft);
  }

  hold(draft: DraftId, root: TextRoot, what: Held): void {
    const key = textRoot(root, draft);
    if ((this.#held.get(key) ?? "nothing") === what) return;
    if (what === "nothing") this.#held.delete(key);
    else this.#held.set(key, what);
    this.#around.changed();
  }

  typed(): void {
    this.#unsent.typed(this.#around.takesFrames());
    this.weigh();
  }

  /** Typed before this page was opened: only the answer to the server's first step carries it. */
  typedBefore(drafts: DraftId[]): void {
    for (const draft of drafts) this.touch(draft);
    if (drafts.length > 0) this.#unsent.typed(false);
    this.weigh();
  }

  socketBegan(): void {
    this.#unsent.socketBegan();
  }

  socketEnded(): void {
    this.#unsent.socketEnded();
  }

  frameSent(catchUp: boolean): void {
    this.#unsent.frameSent(catchUp);
    this.weigh();
  }

  acknowledged(count: number): void {
    this.#unsent.acknowledged(count);
    this.weigh();
  }

  /** The document all this was about is over. */
  begin(): void {
    this.#unsent = new Unsent();
    this.#edited.clear();
    this.#waiting.clear();
    this.#held.clear();
  }

  /** Notes when everything became saved, and when it ceased to be. */
  weigh(): void {
    if (this.#unsent.nothing) this.#waiting.clear();
    const unsent = [...this.#waiting];
    if (this.#told !== unsent.join()) {
      this.#told = unsent.join();
      this.#around.unsent(unsent);
    }
    if (this.#unsent.nothing) {
      if (this.#sendingSince !== null || this.#savedAt.getTime() === 0) this.#savedAt = new Date();
      this.#sendingSince = null;
    } else if (this.#sendingSince === null) {
      this.#sendingSince = performance.now();
      setTimeout(() => this.#around.changed(), SAY_SENDING_AFTER_MS);
    }
    this.#around.changed();
  }

  get #unacknowledged(): boolean {
    return this.#edited.size > 0 && !this.#unsent.nothing;
  }
}
