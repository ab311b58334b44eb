/** Opens an item with its report: the secretariat's entries, through the keeper like everybody's. */
import { v7 } from "uuid";
import type { Store } from "#db/open";
import {
  type Candidate,
  type IdeaTitle,
  reportIdOf,
  saveCandidates,
  saveText,
  saveTitles,
} from "#db/reports";
import { seedCandidates, seedIdeas } from "#db/seed/seed";
import { type Hash, IdeaId, ParagraphKey, ReportId, SubmissionId } from "#deliberation/ids";
import { isRefusal } from "#deliberation/refusal";
import { paragraphsOf, type Report } from "#deliberation/report";
import type { Seat } from "#deliberation/seat";
import { Submission } from "#deliberation/submission";
import type { RecordKeeper } from "./keeper.ts";

/** Submits in the secretariat's name. @throws Error with the refusal: what is entered here must hold. */
export async function enter(
  keeper: RecordKeeper,
  report: ReportId,
  seat: Seat,
  asked: object,
): Promise<void> {
  const submission = Submission.parse({ id: SubmissionId.parse(v7()), ...asked });
  const result = await keeper.submit(report, submission, seat);
  if (isRefusal(result))
    throw new Error(`${submission.kind} was refused: ${result.refused} ${result.detail ?? ""}`);
}

export async function publishText(
  store: Store,
  keeper: RecordKeeper,
  secretariat: Seat,
  text: Report,
  { demonstration }: { demonstration: boolean },
): Promise<ReportId> {
  const report = reportIdOfText(text);
  const hash = saveText(store, report, 1, text);
  for (const asked of openingOf(text, hash, { demonstration }))
    await enter(keeper, report, secretariat, asked);
  return report;
}

export function reportIdOfText(text: Report): ReportId {
  return ReportId.parse(reportIdOf(text.symbol));
}

/** What opens an item with the first version of its text: asked in this order. */
export function openingOf(text: Report, hash: Hash, { demonstration }: { demonstration: boolean }): object[] {
  const { title, symbol, agendaItems } = text;
  const lang = text.lang.slice(0, 2);
  const paragraphs = paragraphsOf(text).map(({ key }) => ParagraphKey.parse(key));
  return [
    {
      kind: "item.opened",
      session: 63,
      agendaItem: agendaItems[0] ?? 0,
      title: { [lang]: title },
      demonstration,
    },
    { kind: "text.published", symbol, version: 1, lang, title, text: hash, paragraphs },
  ];
}

export function identificationOf({ id, item, quote }: Candidate): object {
  return { kind: "idea.identified", idea: IdeaId.parse(id), item, quote, provisional: true };
}

export function titlesOf(ideas: Candidate[]): Record<string, IdeaTitle> {
  return Object.fromEntries(ideas.map(({ id, title, gloss }) => [id, { title, gloss }]));
}

/** The ideas argued with high confidence become provisional ideas; the others wait for the secretariat. */
export async function identifyIdeas(
  store: Store,
  keeper: RecordKeeper,
  secretariat: Seat,
  report: ReportId,
): Promise<void> {
  const ideas = seedIdeas();
  // Before the entries: a page reads the titles when it first meets the ideas.
  saveTitles(store, report, titlesOf(ideas));
  saveCandidates(store, report, seedCandidates());
  // Asked all at once, in their order: one transaction keeps them.
  await Promise.all(ideas.map((idea) => enter(keeper, report, secretariat, identificationOf(idea))));
}
