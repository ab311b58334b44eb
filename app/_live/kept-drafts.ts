/**
 * What this device keeps of a draft room, so that words typed without a connection outlive the page. Named by person
 * and epoch: nobody else who signs in here reads it, and another history is never merged into this one.
 */
import { IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";
import { DRAFTS, names } from "./on-this-device.ts";

const UNSENT = "unsent";
/** One damaged update, and it would never say that it is ready. */
const READY_WITHIN_MS = 3_000;

interface RoomName {
  person: string;
  epoch: string;
  report: string;
  delegation: string;
}

export class KeptDrafts {
  /** Null until it is known. */
  available: boolean | null = null;
  readonly #store: IndexeddbPersistence | null;

  /** Puts into the document what was kept of it, and keeps what is written from now on. */
  constructor(name: RoomName, doc: Y.Doc) {
    this.#store = opened(nameOf(name), doc);
    if (this.#store === null) this.available = false;
  }

  /** Origin of the changes that come from the device. */
  get origin(): unknown {
    return this.#store;
  }

  /** @returns drafts with words that the server had not acknowledged; when the device keeps nothing, none. */
  async ready(): Promise<string[]> {
    const store = this.#store;
    if (store === null) return [];
    const unsent = store.whenSynced.then(() => store.get(UNSENT) as Promise<string[] | undefined>);
    const answer = await Promise.race([unsent, after(READY_WITHIN_MS)]).catch(() => "late" as const);
    this.available = answer !== "late";
    return Array.isArray(answer) ? answer : [];
  }

  /** Notes which drafts hold words that the server may not have. */
  noteUnsent(drafts: readonly string[]): void {
    void this.#store?.set(UNSENT, drafts as never).catch(() => undefined);
  }

  close(): void {
    void this.#store?.destroy();
  }

  /** The right to read it was taken away: nothing of it stays on this device. */
  forget(): void {
    void this.#store?.clearData().catch(() => undefined);
  }
}

/** What this device keeps of the same room from before the store began anew: its texts by root, the oldest first. */
export async function textsOfOtherEpochs(name: RoomName): Promise<Record<string, string>[]> {
  const of = { ...name, epoch: "[^/]+" };
  const pattern = new RegExp(`^${nameOf(of)}$`);
  const others = (await names()).filter((one) => pattern.test(one) && one !== nameOf(name));
  const read = others.map(async (other) => {
    const doc = new Y.Doc();
    const store = opened(other, doc);
    if (store === null) return {};
    await Promise.race([store.whenSynced, after(READY_WITHIN_MS)]);
    const texts = [...doc.share.keys()].filter((root) => /^word/.test(root));
    const said = Object.fromEntries(texts.map((root) => [root, doc.getText(root).toString()]));
    await store.destroy();
    return said;
  });
  return Promise.all(read);
}

function opened(name: string, doc: Y.Doc): IndexeddbPersistence | null {
  try {
    if (typeof indexedDB === "undefined") return null;
    const store = new IndexeddbPersistence(name, doc);
    // A browser that forbids it says so here, and nowhere else.
    store._db.catch(() => undefined);
    return store;
  } catch {
    return null;
  }
}

function nameOf({ person, epoch, report, delegation }: RoomName): string {
  return [DRAFTS, person, epoch, report, delegation].join("/");
}

function after(ms: number): Promise<"late"> {
  return new Promise((done) => setTimeout(done, ms, "late" as const));
}
