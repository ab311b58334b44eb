/** The record and the report's text as this device keeps them, to be read without a network. */
import type { ReportId } from "#deliberation/ids";
import type { Report } from "#deliberation/report";
import type { Own } from "#deliberation/unread";
import type { Counted } from "./live-unread.ts";
import { forget, names, RECORD } from "./on-this-device.ts";

/** A later form of what is kept is not read by an older page, nor an older one by a later page. */
const FORM = 2;
const STORE = "kept";

export interface KeptRecord<Seat = unknown> {
  form: typeof FORM;
  /** When the state was last known to be current. */
  at: string;
  report: ReportId;
  epoch: string;
  volumeSize: number;
  readsSealed: boolean;
  draftsOf: string | null;
  person: string;
  own: Own;
  counted: Counted;
  /** As `packed` makes it. */
  state: string;
  seat: Seat;
  text: Report;
  textVersion: number;
  /** The entry up to which the visit before had read; unknown to an older page. */
  since?: number;
  titles: Record<string, { title: { zh: string; en: string } }>;
}

interface Named {
  person: string;
  epoch: string;
  report: string;
}

const nameOf = ({ person, epoch, report }: Named) => [RECORD, person, epoch, report].join("/");

/** Keeps it in place of what was kept, also of another epoch. @throws when the browser keeps nothing. */
export async function keepRecord(kept: Omit<KeptRecord, "form">): Promise<void> {
  await inStore(nameOf(kept), "readwrite", (store) => store.put({ ...kept, form: FORM }, STORE));
  const [kind, person, , report] = nameOf(kept).split("/");
  await forget((name) => {
    const [k, p, epoch, r] = name.split("/");
    return k === kind && p === person && r === report && epoch !== kept.epoch;
  });
}

/** @returns null when nothing is kept of it, or in another form. */
export async function keptRecord<Seat>(named: Named): Promise<KeptRecord<Seat> | null> {
  if (!(await names()).includes(nameOf(named))) return null;
  return readKept(nameOf(named));
}

/** All that is kept of a person's reports. */
export async function keptRecords<Seat>(person: string): Promise<KeptRecord<Seat>[]> {
  const own = (await names()).filter((name) => name.startsWith(`${RECORD}/${person}/`));
  const all = await Promise.all(own.map((name) => readKept<Seat>(name).catch(() => null)));
  return all.filter((one) => one !== null);
}

async function readKept<Seat>(name: string): Promise<KeptRecord<Seat> | null> {
  const kept = await inStore<KeptRecord<Seat> | undefined>(name, "readonly", (store) => store.get(STORE));
  return kept?.form === FORM ? kept : null;
}

async function inStore<T>(
  name: string,
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest,
): Promise<T> {
  const opening = indexedDB.open(name);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const db = await answered<IDBDatabase>(opening);
  // Otherwise a tab that is open would keep it from being deleted.
  db.onversionchange = () => db.close();
  try {
    return await answered<T>(ask(db.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    db.close();
  }
}

function answered<T>(request: IDBRequest): Promise<T> {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result as T);
    request.onerror = () => fail(request.error);
  });
}
