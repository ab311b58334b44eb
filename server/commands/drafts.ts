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
  const count = setAsideDamaged(store, room, isUpdate, serverTime());
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

function isUpdate(bytes: Uint8Array): boolean {
  try {
    Y.decodeUpdate(bytes);
    return true;
  } catch {
    return false;
  }
}
