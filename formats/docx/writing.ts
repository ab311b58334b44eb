/** Runs and paragraphs of a Word file, each in its own language and direction. */
import {
  AlignmentType,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from "docx";

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

export function runOptions(text: string, lang: string, look: RunLook = {}): IRunOptions {
  const tag = TAGS[lang] ?? lang;
  return {
    text,
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
export function run(text: string, lang: string, look: RunLook = {}): TextRun[] {
  if (lang !== "ar") return [new TextRun(runOptions(text, lang, look))];
  const found: TextRun[] = [];
  const add = (part: string, of: string) => {
    if (part !== "") found.push(new TextRun(runOptions(part, of, look)));
  };
  let at = 0;
  for (const { 0: latin, index } of text.matchAll(LATIN)) {
    add(text.slice(at, index), "ar");
    add(latin, "en");
    at = index + latin.length;
  }
  add(text.slice(at), "ar");
  return found;
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
