/** A report as plain data: sections, paragraphs with their text, items, quotations, footnotes and ideas. */
import { judgeState } from "#db/follow";
import type { Store } from "#db/open";
import { reportText } from "#db/reports";
import { standingIdeas } from "#deliberation/count";
import type { ReportId } from "#deliberation/ids";
import { type Paragraph, textOfBlock } from "#deliberation/report";

export function shownReport(store: Store, id: ReportId) {
  const report = reportText(store, id);
  if (report === null) throw new Error(`There is no report ${id}.`);
  const state = judgeState(store, id);
  const ideas = standingIdeas(state).map((idea) => state.ideas[idea]);
  const { symbol, lang, title, session, agendaItems, date, summary } = report;
  return {
    ...{ symbol, lang, title, session, agendaItems, date, summary },
    sections: report.sections.map(({ paragraphs, ...section }) => ({
      ...section,
      paragraphs: paragraphs.map((paragraph) => ({
        ...shownParagraph(paragraph),
        footnotes: report.footnotes.filter(
          ({ at }) => at === paragraph.key || at.startsWith(`${paragraph.key}.`),
        ),
        ideas: ideas.filter((idea) => idea?.paragraph === paragraph.key),
      })),
    })),
  };
}

function shownParagraph({ key, number, blocks }: Paragraph) {
  return {
    ...{ key, number },
    /** The whole paragraph as running text, block by block. */
    text: blocks
      .map((block) => (block.kind === "item" ? `${block.item.mark} ${block.item.text}` : textOfBlock(block)))
      .join("\n"),
    items: blocks.flatMap((block) => (block.kind === "item" ? [block.item] : [])),
    quotations: blocks.flatMap((block) => (block.kind === "quotation" ? [block.quotation.text] : [])),
    closing: blocks.flatMap((block) => (block.kind === "closing" ? [block.text] : [])),
  };
}
