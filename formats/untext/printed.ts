/** What a reading holds of the printed page, to weigh against its source. Used by tests only. */
import { type Block, paragraphsOf, textOfBlock } from "#deliberation/report";
import { marksOf } from "./blocks.ts";
import type { readUnText } from "./read.ts";

/** Every string of a reading that was printed, furniture included. */
export function everything(reading: ReturnType<typeof readUnText>): string {
  return [
    ...reading.report.front,
    ...reading.report.summary,
    ...reading.furniture,
    ...reading.report.sections.flatMap(({ mark, heading }) => [mark, ...heading]),
    ...paragraphsOf(reading.report).flatMap((one) => [one.number, ...one.blocks.flatMap(printed)]),
    ...reading.report.footnotes.flatMap(({ number, text }) => [String(number), text]),
  ].join("");
}

function printed(block: Block): string[] {
  return [
    block.kind === "item" ? block.item.mark : "",
    textOfBlock(block),
    ...(marksOf(block) ?? []).map((mark) => String(mark.number)),
  ];
}

/** The non-blank characters of which one text has more than the other: `-x` was lost, `+x` invented. */
export function lostOrInvented(before: string, after: string): string[] {
  const balance = new Int32Array(0x1_0000);
  const count = (unit: number, by: number) => {
    balance[unit] = (balance[unit] ?? 0) + by;
  };
  for (let at = 0; at < before.length; at += 1) count(before.charCodeAt(at), -1);
  for (let at = 0; at < after.length; at += 1) count(after.charCodeAt(at), 1);
  const found: string[] = [];
  for (const [unit, surplus] of balance.entries()) {
    const character = String.fromCharCode(unit);
    if (surplus !== 0 && !/\s/.test(character)) found.push((surplus < 0 ? "-" : "+") + character);
  }
  return found;
}
