/** The document of a draft room in memory: applying what passed the firewall, and looking at what came of it. */
import * as Y from "yjs";
import { CLOSE } from "#deliberation/close-codes";
import { DRAFTS_ROOT, fieldKey, SUBMITTED_FIELD, TEXT_ROOTS, textRoot } from "#deliberation/draft";
import type { DraftId } from "#deliberation/ids";
import { isTooLong, pendingBytes, SERVER_CLIENT } from "./firewall.ts";
import { BadFrame } from "./frames.ts";
import { NeighbourOrder } from "./neighbour-order.ts";
import { openInOrder, withOrder } from "./piece-order.ts";
import { draftAt, rootOf } from "./place.ts";
import { type Taken, takenFrom } from "./taken-words.ts";

const MOST_PENDING_BYTES = 65_536;
const SERVER = "server";

/** A frame that must not have been applied, but was: the document is to be thrown away. */
export class Spoilt extends BadFrame {}

export interface Change {
  /** As emitted: what is stored and shown, never the bytes that came over the wire. */
  updates: Uint8Array[];
  /** The drafts written in. */
  drafts: Set<DraftId>;
  /** What was taken away, by the text it stood in. */
  taken: Map<string, Taken>;
}

export class DraftDocument {
  readonly doc = new Y.Doc();
  #change: Change = emptyChange();
  #spoilt: Spoilt | null = null;
  #isOwn: (client: number) => boolean = () => false;

  /** @param updates as stored, in order. */
  constructor(updates: readonly Uint8Array[]) {
    const [first] = updates;
    const since = first !== undefined && openInOrder(this.doc, first) ? updates.slice(1) : updates;
    this.doc.transact(() => {
      for (const update of since) Y.applyUpdate(this.doc, update, SERVER);
    }, SERVER);
    this.doc.on("update", (update: Uint8Array) => this.#change.updates.push(update));
    this.doc.on("afterTransaction", (transaction: Y.Transaction) => this.#look(transaction));
  }

  /** @param isOwn whether a client id is of the person who sent it. @throws Spoilt */
  apply(update: Uint8Array, isOwn: (client: number) => boolean = () => false): Change {
    this.#isOwn = isOwn;
    this.#change = emptyChange();
    this.#spoilt = null;
    try {
      Y.applyUpdate(this.doc, update, "person");
    } catch {
      throw new Spoilt("the update could not be applied");
    }
    if (this.#spoilt !== null) throw this.#spoilt;
    if (pendingBytes(this.doc) > MOST_PENDING_BYTES)
      throw new Spoilt("too much waits for pieces that never came");
    return this.#change;
  }

  markSubmitted(draft: DraftId, mark: string): Change {
    this.#change = emptyChange();
    const held = this.doc.getMap(DRAFTS_ROOT).get(fieldKey(draft, SUBMITTED_FIELD));
    // A submission asked for again may have been overtaken by a later one of the same draft.
    if (Number.parseInt(String(held), 10) > Number.parseInt(mark, 10)) return this.#change;
    // Y gives a document a new id when it meets its own in stored updates.
    this.doc.clientID = SERVER_CLIENT;
    this.doc.transact(() => {
      this.doc.getMap(DRAFTS_ROOT).set(fieldKey(draft, SUBMITTED_FIELD), mark);
    }, SERVER);
    return this.#change;
  }

  erase(drafts: readonly DraftId[]): Change {
    this.#change = emptyChange();
    this.doc.clientID = SERVER_CLIENT;
    const erased = new Set<string>(drafts);
    this.doc.transact(() => {
      const fields = this.doc.getMap(DRAFTS_ROOT);
      for (const key of fields.keys()) if (erased.has(key.slice(0, key.lastIndexOf("/")))) fields.delete(key);
      for (const draft of drafts) {
        for (const root of TEXT_ROOTS) {
          const text = this.doc.getText(textRoot(root, draft));
          text.delete(0, text.length);
        }
      }
    }, SERVER);
    return this.#change;
  }

  vector(): Uint8Array {
    return Y.encodeStateVector(this.doc);
  }

  /**
   * Everything, or what a state vector lacks; without what still waits for missing pieces, which Y would add.
   * @throws Error when the vector is none.
   */
  since(vector?: Uint8Array): Uint8Array {
    const { store } = this.doc;
    const { pendingStructs, pendingDs } = store;
    store.pendingStructs = null;
    store.pendingDs = null;
    try {
      return Y.encodeStateAsUpdate(this.doc, vector);
    } finally {
      store.pendingStructs = pendingStructs;
      store.pendingDs = pendingDs;
    }
  }

  /** Everything, as it is stored: an update that opens without looking for places. */
  snapshot(): Uint8Array {
    return withOrder(this.doc, this.since());
  }

  /** Pieces say where they stand only once they are applied: this looks at every place that changed. */
  #look(transaction: Y.Transaction): void {
    if (transaction.origin === SERVER) return;
    for (const [type, keys] of transaction.changed) {
      const root = rootOf(type as unknown as Y.AbstractType<unknown>);
      for (const key of keys) {
        const draft = root === null ? null : draftAt({ root, key });
        if (draft === null || root === null) {
          this.#spoilt = new Spoilt("no place for a person's words");
          return;
        }
        this.#change.drafts.add(draft);
        const taken = key === null ? takenFrom(this.doc.getText(root), transaction, this.#isOwn) : null;
        if (taken !== null) this.#change.taken.set(root, taken);
        if (key === null && isTooLong(this.doc.getText(root).toString())) {
          this.#spoilt = new Spoilt("the text is too long", CLOSE.tooLarge);
        }
      }
    }
    this.#lookAtNew(transaction);
  }

  /**
   * A piece that waited says only now whether it stands in a text or in a field, each of which takes its own kind of
   * content, and only now its neighbours are all there.
   */
  #lookAtNew({ beforeState, afterState }: Y.Transaction): void {
    const order = new NeighbourOrder(this.doc);
    for (const [client, end] of afterState) {
      const held = beforeState.get(client) ?? 0;
      const structs = end === held ? [] : (this.doc.store.clients.get(client) ?? []);
      for (let n = structs.length - 1; n >= 0; n -= 1) {
        const item = structs[n];
        if (item === undefined || item.id.clock + item.length <= held) break;
        if (!fits(item)) this.#spoilt = new Spoilt("only plain text and plain values");
        if (!order.holds(item)) this.#spoilt = new Spoilt("stands behind what it stands before");
      }
    }
  }
}

function emptyChange(): Change {
  return { updates: [], drafts: new Set(), taken: new Map() };
}

function fits(item: Y.Item | Y.GC): boolean {
  if (!(item instanceof Y.Item) || item.content instanceof Y.ContentDeleted) return true;
  return item.content instanceof (item.parentSub === null ? Y.ContentString : Y.ContentAny);
}
