/** Runs and paragraphs of a Word file, each in its own language and direction. */
import {
  AlignmentType,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from "docx";
import { inline, text } from "../xml.ts";

/** What the Secretariat sets its papers in; Word finds its own where one is missing. */
export const FONTS = {
  ascii: "Times New Roman",
  hAnsi: "Times New Roman",
  eastAsia: "SimSun",
  cs: "Simplified Arabic",
} as const;

const ARABIC = "ar-SA";
const TAGS: Record<string, string> = {
  ar: ARABIC,
  zh: "zh-CN",
  en: "en-GB",
  fr: "fr-FR",
  ru: "ru-RU",
  es: "es-ES",
};

export interface RunLook {
  bold?: boolean;
  small?: boolean;
  mute?: boolean;
  superscript?: boolean;
}

export function runOptions(said: string, lang: string, look: RunLook = {}): IRunOptions {
  const tag = TAGS[lang] ?? lang;
  return {
    text: said,
    language: { value: tag, eastAsia: lang === "zh" ? tag : "zh-CN", bidirectional: ARABIC },
    ...(lang === "ar" ? { rightToLeft: true } : {}),
    ...(look.bold === true ? { bold: true } : {}),
    ...(look.small === true ? { size: 17 } : {}),
    ...(look.mute === true ? { color: "555555" } : {}),
    ...(look.superscript === true ? { superScript: true } : {}),
  };
}

/** Numbers, dates and symbols inside Arabic words read from left to right as a whole, not piece by piece. */
const LATIN = /[A-Za-z0-9{"](?:[ -~]*[A-Za-z0-9}"])?/g;

/** @returns one run, or several where Arabic words hold Latin ones. */
export function run(words: string, lang: string, look: RunLook = {}): TextRun[] {
  return piecesOf(words, lang).map((piece) => new TextRun(runOptions(piece.text, piece.lang, look)));
}

function piecesOf(words: string, lang: string): { text: string; lang: string }[] {
  if (lang !== "ar") return [{ text: words, lang }];
  const found: { text: string; lang: string }[] = [];
  let at = 0;
  for (const { 0: latin, index } of words.matchAll(LATIN)) {
    found.push({ text: words.slice(at, index), lang: "ar" }, { text: latin, lang: "en" });
    at = index + latin.length;
  }
  return [...found, { text: words.slice(at), lang: "ar" }].filter((piece) => piece.text !== "");
}

/** A paragraph that reads in the direction of its language. Words with line breaks become several lines. */
export function paragraph(
  children: readonly ParagraphChild[],
  lang: string,
  options: IParagraphOptions = {},
): Paragraph {
  return new Paragraph({
    spacing: { after: 120, line: 264 },
    // In a right-to-left paragraph "left" is where lines begin.
    alignment: AlignmentType.START,
    ...options,
    ...(lang === "ar" ? { bidirectional: true } : {}),
    children,
  });
}

/** The lines of somebody's words. */
export function lines(words: string, lang: string, look: RunLook = {}): TextRun[] {
  return words
    .split(/\r?\n/)
    .flatMap((line, number) => [
      ...(number === 0 ? [] : [new TextRun({ break: 1 })]),
      ...run(line, lang, look),
    ]);
}

/** The look of a table's cells: named once, so that a row of thousands says it in a word. */
export const CELL_STYLE = "Cell";

/** A cell's paragraph as Word writes it: the library's objects for a long table would take a gigabyte. */
export function cellParagraph(words: string, lang: string): string {
  const runs = words.split(/\r?\n/).map((line) =>
    piecesOf(line, lang)
      .map((piece) => {
        const { value = "", eastAsia = "", bidirectional = "" } = runOptions("", piece.lang).language ?? {};
        const spoken = { "w:val": value, "w:eastAsia": eastAsia, "w:bidi": bidirectional };
        const look = [...(piece.lang === "ar" ? [inline("w:rtl", {})] : []), inline("w:lang", spoken)];
        const said = inline("w:t", { "xml:space": "preserve" }, text(piece.text));
        return inline("w:r", {}, inline("w:rPr", {}, ...look), said);
      })
      .join(""),
  );
  const style = inline("w:pStyle", { "w:val": CELL_STYLE });
  const direction = lang === "ar" ? [inline("w:bidi", {})] : [];
  return inline(
    "w:p",
    {},
    inline("w:pPr", {}, style, ...direction),
    runs.join(inline("w:r", {}, inline("w:br", {}))),
  );
}
