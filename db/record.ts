/** The record as stored rows: reading on from an entry, and appending what the judge admitted. */
import { and, asc, eq, gt, sql } from "drizzle-orm";
import { headerHash } from "#deliberation/canonical";
import type { Entry, SeenEntry } from "#deliberation/entry";
import { GENESIS, type Hash, type Instant, type ReportId, type Seq } from "#deliberation/ids";
import type { Store } from "./open.ts";
import { prepared } from "./prepared.ts";
import { entries, heads } from "./schema.ts";

/** @returns entries after number `after`, at most `limit`, in order. */
export function readEntries(store: Store, report: ReportId, after: number, limit: number): SeenEntry[] {
  return readRows(store, report, after, limit).map(entryOf);
}

/**
 * The record's time never goes backwards, so it is found by halving.
 * @returns the last entry made at that moment or before; 0 when there was none yet.
 */
export function lastSeqBy(store: Store, report: ReportId, at: Instant): number {
  let [before, after] = [0, headOf(store, report).seq + 1];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    const [entry] = readEntries(store, report, middle - 1, 1);
    if (entry !== undefined && entry.header.at <= at) before = middle;
    else after = middle;
  }
  return before;
}

function readRows(store: Store, report: ReportId, after: number, limit: number) {
  return store.db
    .select()
    .from(entries)
    .where(and(eq(entries.report, report), gt(entries.seq, after)))
    .orderBy(asc(entries.seq))
    .limit(limit)
    .all();
}

export function entryOfSubmission(store: Store, report: ReportId, submission: string): Entry | null {
  const row = prepared(store, selectSubmission).get({ report, submission });
  // Sealed entries of a record that was brought in are filed under no submission.
  return row === undefined ? null : (entryOf(row) as Entry);
}

function selectSubmission({ db }: Store) {
  const where = and(
    eq(entries.report, sql.placeholder("report")),
    eq(entries.submission, sql.placeholder("submission")),
  );
  return db.select().from(entries).where(where).prepare();
}

/**
 * Every entry of a record, in order, without holding all of them at once.
 * @throws UnreadableEntry when it comes to one that is none; those before it were given.
 */
export function* allEntries(store: Store, report: ReportId): Generator<SeenEntry> {
  for (let after = 0; ; ) {
    const page = readRows(store, report, after, 1_000);
    for (const row of page) yield entryOf(row);
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.seq;
  }
}

/** The head row: what `verify` is held against. */
export function headOf(store: Store, report: ReportId): { seq: Seq; hash: Hash } {
  const row = store.db.select().from(heads).where(eq(heads.report, report)).get();
  return row === undefined
    ? { seq: 0 as Seq, hash: GENESIS }
    : { seq: row.seq as Seq, hash: row.hash as Hash };
}

/**
 * Inserts an admitted entry and moves the head; to be called inside `writing`, after reading on to the head.
 * @param entry of a record that is brought in: without body or provenance where the file has none.
 */
export function insertEntry(store: Store, report: ReportId, entry: SeenEntry): void {
  const { seq } = entry.header;
  prepared(store, insertRow).run({
    report,
    seq,
    submission: entry.body?.id ?? sealedAs(seq),
    header: JSON.stringify(entry.header),
    body: JSON.stringify(entry.body ?? null),
    bodySalt: entry.bodySalt ?? "",
    provenance: JSON.stringify(entry.provenance ?? null),
    provenanceSalt: entry.provenanceSalt ?? "",
  });
  prepared(store, moveHead).run({ report, seq, hash: headerHash(entry.header) });
}

/** No sender's id looks like this. */
function sealedAs(seq: number): string {
  return `sealed ${seq}`;
}

function insertRow({ db }: Store) {
  return db
    .insert(entries)
    .values({
      report: sql.placeholder("report"),
      seq: sql.placeholder("seq"),
      submission: sql.placeholder("submission"),
      header: sql.placeholder("header"),
      body: sql.placeholder("body"),
      bodySalt: sql.placeholder("bodySalt"),
      provenance: sql.placeholder("provenance"),
      provenanceSalt: sql.placeholder("provenanceSalt"),
    })
    .prepare();
}

function moveHead({ db }: Store) {
  const head = { seq: sql.placeholder("seq"), hash: sql.placeholder("hash") };
  return db
    .insert(heads)
    .values({ report: sql.placeholder("report"), ...head })
    .onConflictDoUpdate({ target: heads.report, set: { seq: sql`excluded.seq`, hash: sql`excluded.hash` } })
    .prepare();
}

/** A row that holds no entry, or that of another number or id than it is filed under. */
export class UnreadableEntry extends Error {
  readonly seq: number;
  constructor(report: string, seq: number) {
    super(`Entry ${seq} of ${report} cannot be read.`);
    this.seq = seq;
  }
}

function entryOf(row: typeof entries.$inferSelect): SeenEntry {
  let entry: SeenEntry;
  try {
    entry = {
      header: JSON.parse(row.header),
      ...partOf("body", row.body, "bodySalt", row.bodySalt),
      ...partOf("provenance", row.provenance, "provenanceSalt", row.provenanceSalt),
    };
  } catch {
    throw new UnreadableEntry(row.report, row.seq);
  }
  // Filed under another id, a repeat of it would be recorded a second time.
  const filed = entry.header?.seq === row.seq && (entry.body?.id ?? sealedAs(row.seq)) === row.submission;
  if (!filed) throw new UnreadableEntry(row.report, row.seq);
  return entry;
}

function partOf(name: string, json: string, saltName: string, salt: string): object {
  const part: unknown = JSON.parse(json);
  return part === null && salt === "" ? {} : { [name]: part, [saltName]: salt };
}
