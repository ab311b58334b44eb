/** Reads the extracted text of a report with numbered paragraphs, front matter and zones of footnotes. */
import { Report } from "#deliberation/report";
import { isSectionHeading, readBody } from "./body.ts";
import { readFront } from "./front.ts";
import { linesOf, UnreadableText } from "./lines.ts";
import { takeNotes } from "./notes.ts";

export { UnreadableText };

/**
 * @returns the report, and the furniture left out of it (running headers and footers, rules, stray glyphs):
 * together they hold every non-blank character of the source, and no other.
 * @throws UnreadableText with the line that does not follow the grammar.
 */
export function readUnText(source: string): { report: Report; furniture: string[] } {
  const { lines, privateUse } = linesOf(source);
  const start = lines.findIndex(isSectionHeading);
  if (start < 0) throw new UnreadableText("No section begins anywhere", lines.at(-1)?.number ?? 1);
  const front = readFront(lines, start);
  const { body, notes, furniture } = takeNotes(lines.slice(start), front.symbol, front.jobNumber);
  const { sections, attached } = readBody(body);
  for (let index = 0; index < Math.max(notes.length, attached.length); index += 1) {
    const [note, marker] = [notes[index], attached[index]];
    if (!marker) throw new UnreadableText(`Note ${index + 1} has no marker in the text`, note?.line ?? 1);
    if (!note) throw new UnreadableText(`Marker ${index + 1} has no note`, marker.line);
  }
  const footnotes = notes.map(({ number, text }, index) => ({ number, at: attached[index]?.at ?? "", text }));
  return {
    report: Report.parse({ v: 1, ...front, sections, footnotes }),
    furniture: [...furniture, ...privateUse],
  };
}
