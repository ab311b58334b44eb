/** Sections, numbered paragraphs and their blocks. */
import type { Block, FootnoteMark, Paragraph, Section } from "#deliberation/report";
import { joined } from "./join.ts";
import { type Line, UnreadableText } from "./lines.ts";

const SECTION = /^([一二三四五六七八九十]+\.) (.+)$/;
const ANNEX = "附件";
const NUMBERED = /^(\d+)\. ?(.*)$/;
const ITEM = /^\(([a-z])\) ?(.*)$/;
const QUOTED_PARAGRAPH = /^“\d+\./;
const PILLARS: Record<string, 1 | 2 | 3> = { 第一支柱: 1, 第二支柱: 2, 第三支柱: 3 };
/** A trailing blank ends a block only after one of these: elsewhere it is an accident of the extraction. */
const ENDS_BLOCK = /[。；：”！？)]$/;

/** Where the body begins: the first section's heading. */
export function isSectionHeading(line: Line): boolean {
  return line.leadingBlank && SECTION.test(line.text);
}

/** Reads the running text. @returns the sections, and the key each footnote is attached at. */
export function readBody(lines: readonly Line[]): { sections: Section[]; attached: string[] } {
  const reading = new Reading();
  for (const line of lines) reading.take(line);
  return { sections: reading.sections, attached: reading.attached };
}

class Reading {
  readonly sections: Section[] = [];
  /** Key of paragraph or item, by footnote. */
  readonly attached: string[] = [];
  #section: Section | null = null;
  #paragraph: Paragraph | null = null;
  #block: Block | null = null;
  #closed = true;
  #endedInBlank = true;
  #number = 0;
  #letter = 0;

  take(line: Line): void {
    if (line.blank) {
      // Paragraph 54 of A/63/677 ends at a marker; only a line of one blank shows it.
      this.#closed ||= this.#block !== null && ENDS_BLOCK.test(textOf(this.#block));
      return;
    }
    if (line.text === String(this.attached.length + 1) && this.#block !== null) this.#mark();
    else if (this.#closed) this.#begin(line);
    else {
      this.#continue(line);
      this.#afterLine(line);
    }
  }

  #begin(line: Line): void {
    const { text } = line;
    const section = line.leadingBlank ? SECTION.exec(text) : null;
    const numbered = NUMBERED.exec(text);
    const item = ITEM.exec(text);
    if (section) this.#openSection(section[1] ?? "", [section[2] ?? ""]);
    else if (line.leadingBlank && text === ANNEX) this.#openSection("", [text]);
    else if (numbered && Number(numbered[1]) === this.#number + 1)
      this.#openParagraph(numbered[1] ?? "", numbered[2] ?? "");
    else if (this.#paragraph === null) this.#headingGoesOn(line);
    else if (line.twoLeadingBlanks && line.trailingBlank && !ENDS_BLOCK.test(text)) {
      this.#openBlock({ kind: "heading", text });
    } else if (item && line.leadingBlank && item[1] === letter(this.#letter)) {
      this.#openItem(item[1] ?? "", item[2] ?? "");
    } else if (QUOTED_PARAGRAPH.test(text) || this.#announced()) {
      this.#openBlock({ kind: "quotation", quotation: { text, footnotes: [] } });
    } else if (!item && (this.#block?.kind === "item" || this.#block?.kind === "quotation")) {
      this.#openBlock({ kind: "closing", text, footnotes: [] });
    } else {
      this.#continue(line);
    }
    this.#afterLine(line);
  }

  #continue(line: Line): void {
    if (this.#block === null) throw new UnreadableText("Text outside of a paragraph", line.number);
    setText(this.#block, joined(textOf(this.#block), line.text, this.#endedInBlank));
  }

  #afterLine(line: Line): void {
    this.#endedInBlank = line.trailingBlank;
    const heading = this.#block === null || this.#block.kind === "heading";
    this.#closed = heading || (line.trailingBlank && ENDS_BLOCK.test(line.text));
  }

  #mark(): void {
    const marks = this.#block === null ? null : marksOf(this.#block);
    if (marks === null || this.#block === null || this.#paragraph === null) return;
    marks.push({ number: this.attached.length + 1, offset: textOf(this.#block).length });
    this.attached.push(this.#block.kind === "item" ? this.#block.item.key : this.#paragraph.key);
    this.#closed = false;
    this.#endedInBlank = false;
  }

  #openSection(mark: string, heading: string[]): void {
    const key = mark === "" ? "A" : String(this.sections.length + 1);
    this.#section = { key, mark, heading, pillar: pillarOf(heading), paragraphs: [] };
    this.sections.push(this.#section);
    this.#paragraph = null;
    this.#block = null;
    // The annex's numbers start again.
    if (key === "A") this.#number = 0;
  }

  #headingGoesOn(line: Line): void {
    if (this.#section === null) throw new UnreadableText("Text before the first section", line.number);
    this.#section.heading.push(line.text);
    this.#section.pillar = pillarOf(this.#section.heading);
  }

  #openParagraph(number: string, text: string): void {
    if (this.#section === null) throw new UnreadableText(`Paragraph ${number} stands in no section`, 0);
    this.#number += 1;
    this.#letter = 0;
    const key = this.#section.key === "A" ? `A${number}` : number;
    this.#paragraph = { key, number: `${number}.`, blocks: [] };
    this.#section.paragraphs.push(this.#paragraph);
    this.#openBlock({ kind: "text", text, footnotes: [] });
  }

  #openItem(mark: string, text: string): void {
    this.#letter += 1;
    const key = `${this.#paragraph?.key}.${mark}`;
    this.#openBlock({ kind: "item", item: { key, mark: `(${mark})`, text, footnotes: [] } });
  }

  #openBlock(block: Block): void {
    this.#block = block;
    this.#paragraph?.blocks.push(block);
  }

  /** A block that ends in a colon announces a quotation, unless items follow. */
  #announced(): boolean {
    return this.#block !== null && this.#block.kind !== "heading" && textOf(this.#block).endsWith("：");
  }
}

function letter(index: number): string {
  return String.fromCharCode("a".charCodeAt(0) + index);
}

function pillarOf(heading: readonly string[]): 1 | 2 | 3 | null {
  return PILLARS[heading[0]?.slice(0, 4) ?? ""] ?? null;
}

function textOf(block: Block): string {
  if (block.kind === "item") return block.item.text;
  return block.kind === "quotation" ? block.quotation.text : block.text;
}

function setText(block: Block, text: string): void {
  if (block.kind === "item") block.item.text = text;
  else if (block.kind === "quotation") block.quotation.text = text;
  else block.text = text;
}

function marksOf(block: Block): FootnoteMark[] | null {
  if (block.kind === "item") return block.item.footnotes;
  if (block.kind === "quotation") return block.quotation.footnotes;
  return block.kind === "heading" ? null : block.footnotes;
}
