/** Opens an item with its report: the secretariat's entries, through the keeper like everybody's. */
import { v7 } from "uuid";
import type { Store } from "#db/open";
import { saveCandidates, saveText, saveTitles } from "#db/reports";
import { seedCandidates, seedIdeas } from "#db/seed/seed";
import { IdeaId, ParagraphKey, ReportId, SubmissionId } from "#deliberation/ids";
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
  const report = ReportId.parse(text.symbol.replaceAll("/", "-"));
  await enter(keeper, report, secretariat, {
    kind: "item.opened",
    session: 63,
    agendaItem: text.agendaItems[0] ?? 0,
    title: { [text.lang.slice(0, 2)]: text.title },
    demonstration,
  });
  await enter(keeper, report, secretariat, {
    kind: "text.published",
    symbol: text.symbol,
    version: 1,
    lang: text.lang.slice(0, 2),
    title: text.title,
    text: saveText(store, report, 1, text),
    paragraphs: paragraphsOf(text).map((paragraph) => ParagraphKey.parse(paragraph.key)),
  });
  return report;
}

/** The ideas argued with high confidence become provisional ideas; the others wait for the secretariat. */
export async function identifyIdeas(
  store: Store,
  keeper: RecordKeeper,
  secretariat: Seat,
  report: ReportId,
): Promise<void> {
  const ideas = seedIdeas();
  // Asked all at once, in their order: one transaction keeps them.
  await Promise.all(
    ideas.map(({ id, item, quote }) =>
      enter(keeper, report, secretariat, {
        kind: "idea.identified",
        idea: IdeaId.parse(id),
        item,
        quote,
        provisional: true,
      }),
    ),
  );
  saveTitles(store, report, Object.fromEntries(ideas.map(({ id, title, gloss }) => [id, { title, gloss }])));
  saveCandidates(store, report, seedCandidates());
}
