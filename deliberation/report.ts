/**
 * The report under consideration: one language version of a text, in numbered paragraphs.
 * A paragraph's key is language-independent: `17`, `A3` (annex), `S` (summary).
 */
import { z } from "zod";

/** Where, in characters of the text it belongs to, a footnote's marker stands (after that many UTF-16 units). */
export const FootnoteMark = z.object({ number: z.number().int(), offset: z.number().int() });

/** A block sub-paragraph, `(a)` … . Its key is `45.c`; its mark is kept as printed. */
export const Item = z.object({
  key: z.string(),
  mark: z.string(),
  text: z.string(),
  footnotes: z.array(FootnoteMark),
});

/** A block quotation inside a paragraph, with its marks as printed (some open and never close). */
export const Quotation = z.object({ text: z.string(), footnotes: z.array(FootnoteMark) });

/** One block of a paragraph in printed order. `closing` is an unnumbered paragraph that ends the numbered one. */
export const Block = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string(), footnotes: z.array(FootnoteMark) }),
  z.object({ kind: z.literal("heading"), text: z.string() }),
  z.object({ kind: z.literal("item"), item: Item }),
  z.object({ kind: z.literal("quotation"), quotation: Quotation }),
  z.object({ kind: z.literal("closing"), text: z.string(), footnotes: z.array(FootnoteMark) }),
]);

export const Paragraph = z.object({
  key: z.string(),
  /** The number as printed, with its dot: `17.` */
  number: z.string(),
  blocks: z.array(Block),
});

export const Section = z.object({
  /** `1`…`5`, `A` for the annex. */
  key: z.string(),
  /** The heading's mark as printed (`二.`), empty for the annex. */
  mark: z.string(),
  /** Heading lines as printed; pillar sections have two. */
  heading: z.array(z.string()),
  pillar: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
  paragraphs: z.array(Paragraph),
});

export const Footnote = z.object({
  number: z.number().int(),
  /** Key of the paragraph (or item) its marker stands in. */
  at: z.string(),
  text: z.string(),
});

/** A likely slip of the official text: told beside it, never corrected in it. */
export const EditorialNote = z.object({
  paragraph: z.string(),
  exact: z.string(),
  note: z.object({ en: z.string(), zh: z.string() }),
});

export const Report = z.object({
  v: z.literal(1),
  symbol: z.string(),
  lang: z.string(),
  title: z.string(),
  subtitle: z.string().nullable(),
  session: z.string(),
  agendaItems: z.array(z.number().int()),
  distribution: z.string(),
  date: z.string(),
  original: z.string(),
  jobNumber: z.string(),
  /** Every front-matter line in order, so that nothing of the printed page is lost. */
  front: z.array(z.string()),
  summary: z.array(z.string()),
  sections: z.array(Section),
  footnotes: z.array(Footnote),
  editorialNotes: z.array(EditorialNote).default([]),
});

export type FootnoteMark = z.infer<typeof FootnoteMark>;
export type Item = z.infer<typeof Item>;
export type Quotation = z.infer<typeof Quotation>;
export type Block = z.infer<typeof Block>;
export type Paragraph = z.infer<typeof Paragraph>;
export type Section = z.infer<typeof Section>;
export type Footnote = z.infer<typeof Footnote>;
export type Report = z.infer<typeof Report>;

/** All paragraphs in printed order, annex last. */
export function paragraphsOf(report: Report): Paragraph[] {
  return report.sections.flatMap((section) => section.paragraphs);
}

/** The running text of one block, without marks. */
export function textOfBlock(block: Block): string {
  if (block.kind === "item") return block.item.text;
  if (block.kind === "quotation") return block.quotation.text;
  return block.text;
}

/** Where a quote stands: the block's index and the UTF-16 range in its text; null unless it occurs exactly once. */
export function findQuote(
  paragraph: Paragraph,
  quote: string,
): { block: number; start: number; end: number } | null {
  const hits = paragraph.blocks.flatMap((block, index) => {
    const text = textOfBlock(block);
    const found = [];
    for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
      found.push({ block: index, start: at, end: at + quote.length });
    }
    return found;
  });
  const [only, ...more] = hits;
  return only !== undefined && more.length === 0 ? only : null;
}
