/** The official text for the typesetter: as printed, ideas bold with their numbers, notes at the foot of the page. */
import type { IdeaId } from "#deliberation/ids";
import { type Paragraph, type Report, textOfBlock } from "#deliberation/report";
import { rangesOf, segmentsOf } from "#deliberation/segments";
import { marksOf } from "../untext/blocks.ts";

export function officialSource(
  paragraph: Paragraph,
  report: Report,
  ideas: readonly { id: IdeaId; quote: string }[],
  str: (text: string) => string,
): string {
  const ranges = rangesOf(paragraph, ideas);
  const blocks = paragraph.blocks.map((block, index) => {
    const mark = block.kind === "item" ? `${block.item.mark} ` : index === 0 ? `${paragraph.number} ` : "";
    const parts = segmentsOf(textOfBlock(block), marksOf(block) ?? [], ranges.get(index) ?? []).map(
      (segment) => {
        if (segment.kind === "footnote") {
          const note = report.footnotes.find(({ number }) => number === segment.number)?.text ?? "";
          return `note(${segment.number}, ${str(report.lang)}, ${str(note)})`;
        }
        if (segment.idea === null) return str(segment.text);
        const number = segment.first ? `number(${str(segment.idea)}) + ` : "";
        return `${number}idea(${str(segment.text)})`;
      },
    );
    const inset = block.kind === "item" || block.kind === "quotation" ? "2em" : "0em";
    return `official(${[str(report.lang), inset, ...(mark === "" ? [] : [str(mark)]), ...parts].join(", ")})`;
  });
  return `{ ${blocks.join("; ")} }`;
}
