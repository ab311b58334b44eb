/** Statements that every submission needs, prepared once a store: making and preparing one costs more than running it. */
import type { Store } from "./open.ts";

const kept = new WeakMap<Store, Map<unknown, unknown>>();

/** @param make a function of its own, outside of others: what it made is found by it again. */
export function prepared<T>(store: Store, make: (store: Store) => T): T {
  const statements = kept.get(store) ?? new Map<unknown, unknown>();
  kept.set(store, statements);
  const known = statements.get(make) as T | undefined;
  if (known !== undefined) return known;
  const made = make(store);
  statements.set(make, made);
  return made;
}
