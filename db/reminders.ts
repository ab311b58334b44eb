/** What delegations were reminded of, by those who run the rounds. No entry: nothing of the record depends on it. */
import { and, desc, eq, gt } from "drizzle-orm";
import type { DelegationKey, Instant, Lang, PersonId, ReportId } from "#deliberation/ids";
import { type Store, writing } from "./open.ts";
import { reminders } from "./schema.ts";

export interface Reminder {
  /** One reminder goes to several delegations under one id. */
  id: string;
  delegation: DelegationKey;
  at: Instant;
  words: string;
  lang: Lang;
}

export function keepReminder(
  store: Store,
  report: ReportId,
  person: PersonId,
  delegations: readonly DelegationKey[],
  reminder: Omit<Reminder, "delegation">,
): void {
  writing(store, () => {
    for (const delegation of new Set(delegations))
      store.db
        .insert(reminders)
        .values({ ...reminder, report, person, delegation })
        .run();
  });
}

/** Reminders of one delegation after a moment, the latest first. */
export function remindersOf(
  store: Store,
  report: ReportId,
  delegation: DelegationKey,
  after: Instant,
): Reminder[] {
  const where = and(
    eq(reminders.report, report),
    eq(reminders.delegation, delegation),
    gt(reminders.at, after),
  );
  return store.db.select(shown).from(reminders).where(where).orderBy(desc(reminders.at)).all() as Reminder[];
}

/** Reminders of every delegation after a moment, in the order they were given. */
export function remindersAfter(store: Store, report: ReportId, after: Instant): Reminder[] {
  const where = and(eq(reminders.report, report), gt(reminders.at, after));
  return store.db.select(shown).from(reminders).where(where).orderBy(reminders.at).all() as Reminder[];
}

/** When each delegation was last reminded; for those who run the rounds. */
export function lastReminded(store: Store, report: ReportId): Map<string, Instant> {
  const rows = store.db
    .select({ delegation: reminders.delegation, at: reminders.at })
    .from(reminders)
    .where(eq(reminders.report, report))
    .orderBy(reminders.at)
    .all();
  return new Map(rows.map(({ delegation, at }) => [delegation, at as Instant]));
}

const shown = {
  id: reminders.id,
  delegation: reminders.delegation,
  at: reminders.at,
  words: reminders.words,
  lang: reminders.lang,
};
