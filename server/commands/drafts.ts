/** Draft rooms that cannot be read: telling which, and setting the damaged pieces aside. */
import * as Y from "yjs";
import { DamagedRoom, draftRooms, loadRoom, setAsideDamaged } from "#db/drafts";
import type { Store } from "#db/open";
import { serverTime } from "../keeper.ts";
import { onStore, print, reportNamed, required, Unusable } from "./command.ts";

export const drafts = onStore((store, values, [what]) => {
  if (what === "check") return check(store);
  if (what !== "recover") throw new Unusable("drafts check, or drafts recover");
  const room = `${reportNamed(store, values.report)}/${required(values.delegation, "--delegation")}`;
  const count = setAsideDamaged(store, room, readInOrder(), serverTime());
  return print(
    `${room}: ${count} damaged pieces set aside, kept for 30 days. Words in them come back from any browser that still holds them.\n`,
  );
});

function check(store: Store): number {
  const damaged = draftRooms(store).filter((room) => !isReadable(store, room));
  for (const room of damaged) print(`${room}: damaged\n`);
  if (damaged.length === 0) print("Every draft room can be read.\n");
  return damaged.length === 0 ? 0 : 1;
}

function isReadable(store: Store, room: string): boolean {
  try {
    return loadRoom(store, room).updates.every(isUpdate);
  } catch (error) {
    if (error instanceof DamagedRoom) return false;
    throw error;
  }
}

/**
 * Tells of one update after another whether it can be read after those that could. One that needs pieces of a damaged
 * one would wait for them in the room for ever, and hold up what is written from then on.
 */
export function readInOrder(): (update: Uint8Array) => boolean {
  const read: Uint8Array[] = [];
  let doc = new Y.Doc();
  return (update) => {
    if (isUpdate(update)) {
      Y.applyUpdate(doc, update);
      if (doc.store.pendingStructs === null && doc.store.pendingDs === null) {
        read.push(update);
        return true;
      }
    }
    doc = new Y.Doc();
    for (const one of read) Y.applyUpdate(doc, one);
    return false;
  };
}

function isUpdate(bytes: Uint8Array): boolean {
  try {
    Y.decodeUpdate(bytes);
    return true;
  } catch {
    return false;
  }
}
