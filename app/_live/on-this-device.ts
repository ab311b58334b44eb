/**
 * What this browser keeps of whom. Everything kept is an IndexedDB database whose name says what it is and whose:
 * `drafts/<person>/<epoch>/…`, `record/<person>/<epoch>/<report>`. Persons are opaque ids; the Cache API holds nothing
 * of anybody.
 */

export const DRAFTS = "drafts";
export const RECORD = "record";
const KINDS = [DRAFTS, RECORD];
const WHOSE = "kept-for";

/** Whose device this is for now, and until when without signing in again. */
export interface Holder {
  person: string;
  until: string;
}

/** The last one signed in here; null when nobody was, or signed out. */
export function holder(): Holder | null {
  try {
    const said = JSON.parse(localStorage.getItem(WHOSE) ?? "null") as Holder | null;
    return typeof said?.person === "string" ? said : null;
  } catch {
    return null;
  }
}

/** Somebody is signed in here: what others left is deleted. */
export async function holdFor(next: Holder): Promise<void> {
  try {
    localStorage.setItem(WHOSE, JSON.stringify(next));
  } catch {
    // A browser that keeps nothing has nothing to lock.
  }
  await forgetOthers(next.person);
}

/** A right to be here was taken back: nothing of that person stays. */
export async function forgetHolder(): Promise<void> {
  const last = holder();
  if (last === null) return;
  localStorage.removeItem(WHOSE);
  await forgetAllOf(last.person);
}

/** Deletes what other persons' sign-ins left on this device. */
async function forgetOthers(person: string): Promise<void> {
  await forget((name) => name.split("/")[1] !== person);
}

async function forgetAllOf(person: string): Promise<void> {
  await forget((name) => name.split("/")[1] === person);
}

/** Deletes the drafts of a person who may read none any more. */
export async function forgetDraftsOf(person: string): Promise<void> {
  await forget((name) => name.startsWith(`${DRAFTS}/${person}/`));
}

export async function forget(which: (name: string) => boolean): Promise<void> {
  for (const name of await names()) if (which(name)) indexedDB.deleteDatabase(name);
}

/** Names of the databases that are ours. */
export async function names(): Promise<string[]> {
  if (typeof indexedDB === "undefined" || indexedDB.databases === undefined) return [];
  const all = await indexedDB.databases().catch(() => []);
  return all.flatMap(({ name }) =>
    name !== undefined && KINDS.includes(name.split("/")[0] ?? "") ? [name] : [],
  );
}
