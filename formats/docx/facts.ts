/** The table at the head of a Word file: what it was made from, as of when, and what was left out. */
import { Table, TableCell, TableLayoutType, TableRow, WidthType } from "docx";
import { factsOf } from "../facts.ts";
import type { Paper } from "../paper.ts";
import { paragraph, run } from "./writing.ts";

const [HEAD, REST] = [2_400, 6_600];

export function facts(paper: Paper): [Table] {
  const { lang } = paper;
  const cell = (text: string, width: number, bold: boolean) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: [paragraph([...run(text, lang, { small: true, bold })], lang, { spacing: { after: 0 } })],
    });
  const rows = factsOf(paper).map(
    ([name, value]) =>
      new TableRow({ cantSplit: true, children: [cell(name, HEAD, true), cell(value, REST, false)] }),
  );
  return [
    new Table({
      rows,
      width: { size: HEAD + REST, type: WidthType.DXA },
      columnWidths: [HEAD, REST],
      layout: TableLayoutType.FIXED,
      visuallyRightToLeft: lang === "ar",
    }),
  ];
}
