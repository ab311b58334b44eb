/** The parts of a block while it is being read: its text grows and markers attach to it. */
import type { Block, FootnoteMark } from "#deliberation/report";

export function setText(block: Block, text: string): void {
  if (block.kind === "item") block.item.text = text;
  else if (block.kind === "quotation") block.quotation.text = text;
  else block.text = text;
}

/** Null for a heading, which holds no markers. */
export function marksOf(block: Block): FootnoteMark[] | null {
  if (block.kind === "item") return block.item.footnotes;
  if (block.kind === "quotation") return block.quotation.footnotes;
  return block.kind === "heading" ? null : block.footnotes;
}
