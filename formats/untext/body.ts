/** Sections, numbered paragraphs and their blocks. */
import { type Block, type Paragraph, type Section, textOfBlock } from "#deliberation/report";
import { marksOf, setText } from "./blocks.ts";
import { joined } from "./join.ts";
import { type Line, UnreadableText } from "./lines.ts";
import { expectNext, letter, numeral } from "./order.ts";

const SECTION = /^([一二三四五六七八九十]+)\. (.+)$/;
const ANNEX = "附件";
const NUMBERED = /^(\d+)\.(?: (.*))?$/;
const ITEM = /^\(([a-z])\) ?(.*)$/;
const QUOTED_PARAGRAPH = /^“\d+\./;
const PILLARS: Record<string, 1 | 2 | 3> = { 第一支柱: 1, 第二支柱: 2, 第三支柱: 3 };
/** A trailing blank ends a block only after one of these: elsewhere it is an accident of the extraction. */
const ENDS_BLOCK = /[。；：”！？)]$/;

/** Where the body begins: the first section's heading. */
export function isSectionHeading(line: Line): boolean {
  return line.leadingBlank && SECTION.test(line.text);
}

/** Where a footnote's marker stands: key of paragraph or item, and line of the source. */
export interface Attached {
  at: string;
  line: number;
}

/**
 * Reads the running text. A number, letter or numeral that is not the next one throws: read on, it would
 * silently run the rest of the text into one paragraph.
 * @returns the sections, and where each footnote is attached, by number.
 */
export function readBody(lines: readonly Line[]): { sections: Section[]; attached: Attached[] } {
  const reading = new Reading();
  for (const line of lines) reading.take(line);
  return { sections: reading.sections, attached: reading.attached };
}

class Reading {
  readonly sections: Section[] = [];
  readonly attached: Attached[] = [];
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
      this.#closed ||= this.#block !== null && ENDS_BLOCK.test(textOfBlock(this.#block));
      return;
    }
    if (line.text === String(this.attached.length + 1) && this.#block !== null) this.#mark(line);
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
    if (section) {
      expectNext(section[1] ?? "", numeral(this.sections.length), line);
      this.#openSection(`${section[1]}.`, [section[2] ?? ""]);
    } else if (line.leadingBlank && text === ANNEX) this.#openSection("", [text]);
    else if (numbered && (Number(numbered[1]) === this.#number + 1 || !this.#announced())) {
      expectNext(numbered[1] ?? "", String(this.#number + 1), line);
      this.#openParagraph(numbered[1] ?? "", numbered[2] ?? "", line);
    } else if (this.#paragraph === null) this.#headingGoesOn(line);
    else if (line.twoLeadingBlanks && line.trailingBlank && !ENDS_BLOCK.test(text)) {
      this.#openBlock({ kind: "heading", text });
    } else if (item && line.leadingBlank) {
      expectNext(item[1] ?? "", letter(this.#letter), line);
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
    setText(this.#block, joined(textOfBlock(this.#block), line.text, this.#endedInBlank));
  }

  #afterLine(line: Line): void {
    this.#endedInBlank = line.trailingBlank;
    const heading = this.#block === null || this.#block.kind === "heading";
    this.#closed = heading || (line.trailingBlank && ENDS_BLOCK.test(line.text));
  }

  #mark(line: Line): void {
    const marks = this.#block === null ? null : marksOf(this.#block);
    if (marks === null || this.#block === null || this.#paragraph === null) {
      throw new UnreadableText("A marker that no text carries", line.number);
    }
    marks.push({ number: this.attached.length + 1, offset: textOfBlock(this.#block).length });
    const at = this.#block.kind === "item" ? this.#block.item.key : this.#paragraph.key;
    this.attached.push({ at, line: line.number });
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

  #openParagraph(number: string, text: string, line: Line): void {
    if (this.#section === null) {
      throw new UnreadableText(`Paragraph ${number} stands in no section`, line.number);
    }
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
    return this.#block !== null && this.#block.kind !== "heading" && textOfBlock(this.#block).endsWith("：");
  }
}

function pillarOf(heading: readonly string[]): 1 | 2 | 3 | null {
  return PILLARS[heading[0]?.slice(0, 4) ?? ""] ?? null;
}
