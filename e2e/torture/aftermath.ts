/** What a store holds after a fault: read as a second opening of it would. */
import * as Y from "yjs";
import { loadRoom } from "#db/drafts";
import { closeStore, openStore } from "#db/open";

/** All words of a delegation's drafts, one text after the other. @param room `<report>/<delegation>` */
export function readDraftRoom(dataDir: string, room: string): string {
  const store = openStore(dataDir);
  try {
    const doc = new Y.Doc();
    for (const update of loadRoom(store, room).updates) Y.applyUpdate(doc, update);
    return [...doc.share.keys()]
      .filter((root) => root.includes("/"))
      .map((root) => doc.getText(root).toString())
      .join("\n");
  } finally {
    closeStore(store);
  }
}
