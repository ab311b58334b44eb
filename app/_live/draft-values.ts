/** A draft room's document as plain values, kept up with what changes: typing one letter reads one text again. */
import type * as Y from "yjs";
import { DRAFTS_ROOT, type PlainDrafts } from "#deliberation/draft";

export class DraftValues {
  plain: PlainDrafts = { drafts: {}, texts: {} };
  readonly #doc: Y.Doc;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    doc.on("afterTransaction", (transaction: Y.Transaction) => {
      for (const [root, type] of doc.share) {
        if (transaction.changed.has(type as never)) this.#read(root);
      }
    });
  }

  #read(root: string): void {
    const { drafts, texts } = this.plain;
    this.plain =
      root === DRAFTS_ROOT
        ? { drafts: this.#doc.getMap(DRAFTS_ROOT).toJSON(), texts }
        : { drafts, texts: { ...texts, [root]: this.#doc.getText(root).toString() } };
  }
}
