/** Undo and redo of one's own steps in the texts of a draft. A colleague's words are never undone: Y tells whose is whose. */
import * as Y from "yjs";

export class OwnSteps {
  readonly #origins: Set<unknown>;
  readonly #told: () => void;
  readonly #managers = new Map<string, Y.UndoManager>();

  /** @param origins of the transactions that are one's own, or the classes they are of. */
  constructor(origins: Iterable<unknown>, told: () => void) {
    this.#origins = new Set(origins);
    this.#told = told;
  }

  /** From now on steps in these texts are kept, as long as the page is open. */
  follow(draft: string, texts: Y.Text[]): void {
    if (this.#managers.has(draft)) return;
    const manager = new Y.UndoManager(texts, { trackedOrigins: new Set(this.#origins) });
    manager.on("stack-item-added", this.#told);
    manager.on("stack-item-popped", this.#told);
    this.#managers.set(draft, manager);
  }

  can(draft: string): { undo: boolean; redo: boolean } {
    const manager = this.#managers.get(draft);
    return { undo: manager?.canUndo() ?? false, redo: manager?.canRedo() ?? false };
  }

  undo(draft: string): void {
    this.#managers.get(draft)?.undo();
  }

  redo(draft: string): void {
    this.#managers.get(draft)?.redo();
  }

  /** The document they belong to is over. */
  end(): void {
    for (const manager of this.#managers.values()) manager.destroy();
    this.#managers.clear();
  }
}
