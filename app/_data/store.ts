/** The store as pages read it: one connection of their own, never written but by sign-in. */
import "server-only";
import { epochOf } from "#db/installation";
import { openStore, type Store } from "#db/open";

let opened: Store | null = null;

export function store(): Store {
  opened ??= openStore(process.env.DATA_DIR ?? "./var");
  return opened;
}

export function epoch(): string {
  return epochOf(store());
}

export function volumeSize(): number {
  return Number(process.env.VOLUME_SIZE ?? 4096);
}
