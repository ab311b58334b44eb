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

export function run(text: string, lang: string, look: RunLook = {}): TextRun {
  return new TextRun(runOptions(text, lang, look));
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
  return words.split(/\r?\n/).map((line, number) => {
    const options = runOptions(line, lang, look);
    return new TextRun(number === 0 ? options : { ...options, break: 1 });
  });
}
