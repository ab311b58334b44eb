/** Who wants which notices, how far each has read them, and which digests were sent. */
import { and, desc, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import type { DelegationKey, Instant, Lang, PersonId, ReportId, Seq } from "#deliberation/ids";
import type { Frequency, Scope } from "#deliberation/notice";
import { suspensions } from "./credentials.ts";
import { type Store, writing } from "./open.ts";
import { prepared } from "./prepared.ts";
import { digests, noticeReads, noticeSettings, persons, seats } from "./schema.ts";

export interface NoticeSettings {
  scope: Scope;
  frequency: Frequency;
  lang: Lang;
  /** [E11] What is heard of others' entries as they arrive. */
  heard: Scope;
}

/** [E2] */
export const USUAL: NoticeSettings = { scope: "concerns", frequency: "daily", lang: "en", heard: "concerns" };

/** Asked of everybody seated, every minute; so is the last digest below. */
const selectSettings = ({ db }: Store) =>
  db
    .select()
    .from(noticeSettings)
    .where(eq(noticeSettings.person, sql.placeholder("person")))
    .prepare();

export function noticeSettingsOf(store: Store, person: PersonId): NoticeSettings {
  const row = prepared(store, selectSettings).get({ person });
  if (row === undefined) return USUAL;
  return {
    ...{ scope: row.scope as Scope, frequency: row.frequency as Frequency, lang: row.lang as Lang },
    heard: row.heard as Scope,
  };
}

/** What is heard stays as it was, unless it is said. */
export function keepNoticeSettings(
  store: Store,
  person: PersonId,
  set: Omit<NoticeSettings, "heard"> & { heard?: Scope | undefined },
): void {
  store.db
    .insert(noticeSettings)
    .values({ person, ...set })
    .onConflictDoUpdate({ target: noticeSettings.person, set })
    .run();
}

/** The entry up to which a person has read the notices; 0 when never. */
export function noticesReadUpTo(store: Store, person: PersonId, report: ReportId): Seq {
  const where = and(eq(noticeReads.person, person), eq(noticeReads.report, report));
  return (store.db.select().from(noticeReads).where(where).get()?.seq ?? 0) as Seq;
}

/** Never goes back. */
export function keepNoticesRead(store: Store, person: PersonId, report: ReportId, seq: Seq): void {
  writing(store, () => {
    const set = { seq: Math.max(seq, noticesReadUpTo(store, person, report)) };
    store.db
      .insert(noticeReads)
      .values({ person, report, ...set })
      .onConflictDoUpdate({ target: [noticeReads.person, noticeReads.report], set })
      .run();
  });
}

export interface Addressee {
  person: PersonId;
  seat: string;
  email: string;
  name: string;
  /** Null for whoever sits in none, and while credentials are contested: then only what is public is for them. [D26] */
  delegation: DelegationKey | null;
  /** Seated since. */
  from: Instant;
}

/** Everybody with a seat at this moment; whoever holds several is there once a seat. */
export function addressees(store: Store, at: Instant): Addressee[] {
  const isSuspended = suspensions(store);
  const rows = store.db
    .select({
      person: persons.id,
      seat: seats.id,
      email: persons.email,
      name: persons.name,
      delegation: seats.delegation,
      from: seats.from,
    })
    .from(seats)
    .innerJoin(persons, eq(persons.id, seats.person))
    .where(and(lte(seats.from, at), or(isNull(seats.until), gt(seats.until, at))))
    .all() as Addressee[];
  return rows.map(({ delegation, ...to }) => ({
    ...to,
    delegation: delegation === null || isSuspended({ ...to, delegation }) ? null : delegation,
  }));
}

/** One digest of one seat on one report. `sending` outlives a crash: nobody knows then whether it left. */
export interface Digest {
  seat: string;
  report: ReportId;
  /** `regular`, `closing-<round>-<deadline>` or `reminder-<id>`. */
  kind: string;
  /** Entries after this one are in it. */
  after: Seq;
  /** Entries up to this one are in it, or were looked at and held nothing to tell. */
  upTo: Seq;
  at: Instant;
  state: "nothing" | "sending" | "sent" | "failed" | "unknown";
  attempts: number;
}

const selectLastDigest = ({ db }: Store) => {
  const [seat, report, kind] = [sql.placeholder("seat"), sql.placeholder("report"), sql.placeholder("kind")];
  const where = and(eq(digests.seat, seat), eq(digests.report, report), eq(digests.kind, kind));
  return db.select().from(digests).where(where).orderBy(desc(digests.upTo)).limit(1).prepare();
};

export function lastDigest(store: Store, seat: string, report: ReportId, kind: string): Digest | null {
  const row = prepared(store, selectLastDigest).get({ seat, report, kind });
  return (row as Digest | undefined) ?? null;
}

/** [E5] Kept before anything leaves: a digest is begun once. @returns false when it was begun before. */
export function beginDigest(store: Store, digest: Digest): boolean {
  return store.db.insert(digests).values(digest).onConflictDoNothing().run().changes > 0;
}

/** Begins a failed one again. @returns false when it is not failed any more. */
export function beginAgain(store: Store, { seat, report, kind, upTo }: Digest): boolean {
  const where = and(placed({ seat, report, kind, upTo }), eq(digests.state, "failed"));
  return store.db.update(digests).set({ state: "sending" }).where(where).run().changes > 0;
}

export function endDigest(store: Store, digest: Digest, state: Digest["state"]): void {
  const set = { state, attempts: digest.attempts + 1 };
  store.db.update(digests).set(set).where(placed(digest)).run();
}

/** Looked at and nothing to tell, or looked at for the first time: a mark moved on, in one row a seat and report. */
export function markLookedAt(store: Store, digest: Omit<Digest, "state" | "attempts" | "kind">): void {
  const row = { ...digest, kind: "regular", state: "nothing" as const, attempts: 0 };
  const same = [eq(digests.seat, row.seat), eq(digests.report, row.report), eq(digests.kind, row.kind)];
  writing(store, () => {
    store.db
      .delete(digests)
      .where(and(...same, eq(digests.state, row.state)))
      .run();
    const target = [digests.seat, digests.report, digests.kind, digests.upTo];
    store.db
      .insert(digests)
      .values(row)
      .onConflictDoUpdate({ target, set: { at: row.at } })
      .run();
  });
}

export function failedDigests(store: Store): Digest[] {
  return store.db.select().from(digests).where(eq(digests.state, "failed")).all() as Digest[];
}

function placed({ seat, report, kind, upTo }: Pick<Digest, "seat" | "report" | "kind" | "upTo">) {
  return and(
    eq(digests.seat, seat),
    eq(digests.report, report),
    eq(digests.kind, kind),
    eq(digests.upTo, upTo),
  );
}

/**
 * After an older copy was put in the store's place: who wanted no e-mail still wants none, and what was sent since the
 * copy was made is not sent again.
 * @param file the store that was replaced; nobody may have it open.
 * @throws Error when it cannot be read; then nothing was changed.
 */
export function takeNoticesFrom(store: Store, file: string): void {
  store.sqlite.prepare("ATTACH ? AS other").run(file);
  try {
    const there = store.sqlite.prepare("SELECT 1 FROM other.sqlite_master WHERE name = 'digests'").get();
    if (there === undefined) return;
    // A store of an earlier version knows less of what a person chose.
    const known = store.sqlite
      .prepare("SELECT name FROM pragma_table_info('notice_settings', 'other')")
      .pluck()
      .all()
      .join(", ");
    writing(store, () => {
      store.sqlite.exec(`
        DELETE FROM main.notice_settings;
        INSERT INTO main.notice_settings (${known}) SELECT ${known} FROM other.notice_settings;
        DELETE FROM main.digests;
        INSERT INTO main.digests SELECT * FROM other.digests WHERE kind <> 'regular';
        INSERT INTO main.digests (seat, report, kind, after, up_to, at, state, attempts)
          SELECT d.seat, d.report, 'regular', min(max(d.up_to), h.seq), min(max(d.up_to), h.seq), max(d.at), 'nothing', 0
          FROM other.digests d JOIN main.heads h ON h.report = d.report
          WHERE d.kind = 'regular' GROUP BY d.seat, d.report;
      `);
    });
  } finally {
    store.sqlite.exec("DETACH other");
  }
}
