/** Reports: their texts, the unofficial titles of their ideas, and the candidates for ideas. */
import { and, asc, desc, eq } from "drizzle-orm";
import { canonicalJson, hashOf } from "#deliberation/canonical";
import type { Hash, ReportId } from "#deliberation/ids";
import { Report } from "#deliberation/report";
import type { Store } from "./open.ts";
import { candidates, texts, titles } from "./schema.ts";

export interface IdeaTitle {
  title: { zh: string; en: string };
  gloss: { en: string };
}

/** A passage that may be an idea, as argued from the wording. */
export interface Candidate extends IdeaTitle {
  id: string;
  paragraph: string;
  item: string | null;
  quote: string;
  confidence: string;
}

export function reportIdOf(symbol: string): string {
  return symbol.replaceAll("/", "-");
}

/** @returns the hash that `text.published` names. */
export function saveText(store: Store, report: ReportId, version: number, text: Report): Hash {
  const hash = hashOf(text);
  store.db
    .insert(texts)
    .values({ report, version, hash, json: canonicalJson(text) })
    .onConflictDoNothing()
    .run();
  return hash;
}

/** The newest version of a report's text; null when there is no such report. */
export function reportText(store: Store, report: ReportId): Report | null {
  const row = store.db
    .select()
    .from(texts)
    .where(eq(texts.report, report))
    .orderBy(desc(texts.version))
    .get();
  return row === undefined ? null : Report.parse(JSON.parse(row.json));
}

/** One version of a report's text; null when there is none such. */
export function reportTextOf(store: Store, report: ReportId, version: number): Report | null {
  const where = and(eq(texts.report, report), eq(texts.version, version));
  const row = store.db.select().from(texts).where(where).get();
  return row === undefined ? null : Report.parse(JSON.parse(row.json));
}

/** Every version of a report's text, the first first. */
export function textVersions(store: Store, report: ReportId): { version: number; text: Report }[] {
  const where = eq(texts.report, report);
  const rows = store.db.select().from(texts).where(where).orderBy(asc(texts.version)).all();
  return rows.map(({ version, json }) => ({ version, text: Report.parse(JSON.parse(json)) }));
}

/** Whether the stored text is the one the record names. */
export function textHolds(store: Store, report: ReportId, version: number, hash: string): boolean {
  const where = and(eq(texts.report, report), eq(texts.version, version));
  const row = store.db.select().from(texts).where(where).get();
  return row !== undefined && hashOf(JSON.parse(row.json)) === hash;
}

export function reportList(store: Store): ReportId[] {
  const rows = store.db.selectDistinct({ report: texts.report }).from(texts).orderBy(asc(texts.report)).all();
  return rows.map((row) => row.report as ReportId);
}

export function saveTitles(store: Store, report: ReportId, all: Record<string, IdeaTitle>): void {
  for (const [idea, title] of Object.entries(all)) {
    const json = JSON.stringify(title);
    store.db.insert(titles).values({ report, idea, json }).onConflictDoNothing().run();
  }
}

export function ideaTitles(store: Store, report: ReportId): Record<string, IdeaTitle> {
  const rows = store.db.select().from(titles).where(eq(titles.report, report)).all();
  return Object.fromEntries(rows.map((row) => [row.idea, JSON.parse(row.json) as IdeaTitle]));
}

export function saveCandidates(store: Store, report: ReportId, all: Candidate[]): void {
  for (const one of all) {
    const row = { report, idea: one.id, json: JSON.stringify(one) };
    store.db.insert(candidates).values(row).onConflictDoNothing().run();
  }
}

/** For the secretariat's eyes only; ask `may(seat, "candidate.read")` first. */
export function candidatesOf(store: Store, report: ReportId): Candidate[] {
  const rows = store.db.select().from(candidates).where(eq(candidates.report, report)).all();
  return rows.map((row) => JSON.parse(row.json) as Candidate);
}
