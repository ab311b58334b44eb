/** Papers persons asked for. A person's own are nobody else's to see: they tell what is of interest to a delegation. */
import { and, desc, eq, lte } from "drizzle-orm";
import type { Instant, PersonId, ReportId } from "#deliberation/ids";
import type { Store } from "./open.ts";
import { madePapers } from "./schema.ts";

export interface MadePaper {
  id: string;
  person: PersonId;
  report: ReportId;
  /** Canonical JSON of what was asked for. */
  asked: string;
  state: "making" | "made" | "failed";
  /** Bytes; 0 until it is made. */
  size: number;
  at: Instant;
  /** When it is removed. */
  until: Instant;
}

export function keepPaper(store: Store, paper: MadePaper): void {
  store.db.insert(madePapers).values(paper).run();
}

export function paperIs(store: Store, id: string, now: Pick<MadePaper, "state" | "size">): void {
  store.db.update(madePapers).set(now).where(eq(madePapers.id, id)).run();
}

export function dropPaper(store: Store, id: string): void {
  store.db.delete(madePapers).where(eq(madePapers.id, id)).run();
}

/** Newest first. */
export function papersOf(store: Store, person: PersonId, report: ReportId): MadePaper[] {
  const where = and(eq(madePapers.person, person), eq(madePapers.report, report));
  return rows(store, where);
}

export function papersUnderWay(store: Store): MadePaper[] {
  return rows(store, eq(madePapers.state, "making"));
}

export function papersDue(store: Store, now: Instant): MadePaper[] {
  return rows(store, lte(madePapers.until, now));
}

function rows(store: Store, where: ReturnType<typeof eq> | undefined): MadePaper[] {
  const found = store.db
    .select()
    .from(madePapers)
    .where(where)
    .orderBy(desc(madePapers.at), desc(madePapers.id))
    .all();
  return found as MadePaper[];
}
