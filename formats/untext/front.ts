/** Front matter and summary: everything before the first section. */
import type { Report } from "#deliberation/report";
import { joined } from "./join.ts";
import { type Line, UnreadableText } from "./lines.ts";

export type Front = Pick<
  Report,
  | "symbol"
  | "lang"
  | "title"
  | "subtitle"
  | "session"
  | "agendaItems"
  | "distribution"
  | "date"
  | "original"
  | "jobNumber"
  | "front"
  | "summary"
>;

const LANGUAGES = new Map(
  Object.entries({
    Arabic: "ar",
    Chinese: "zh",
    English: "en",
    French: "fr",
    Russian: "ru",
    Spanish: "es",
  }),
);
const SYMBOL = /[A-Z]\/\d+\/\d+(?:\/[A-Za-z0-9.]+)*/;
const SUMMARY_HEADING = "摘要";

/** Reads the lines before `end`. @throws UnreadableText if the page lacks what every such report prints. */
export function readFront(lines: readonly Line[], end: number): Front {
  const head = lines.slice(0, end);
  const at = head.findIndex((line) => line.text === SUMMARY_HEADING);
  const front = head.slice(0, at < 0 ? end : at).filter((line) => !line.blank);
  const texts = front.map((line) => line.text);
  const missing = (what: string) =>
    new UnreadableText(`The front matter has no ${what}`, lines[0]?.number ?? 1);
  const find = (pattern: RegExp, what: string): string => {
    const found = texts.map((text) => pattern.exec(text)).find((match) => match !== null);
    if (!found) throw missing(what);
    return found[1] ?? found[0];
  };
  const lang = texts.map((text) => LANGUAGES.get(text)).find((code) => code !== undefined);
  if (lang === undefined) throw missing("language");
  const [title, subtitle] = front.filter((line) => line.twoLeadingBlanks).map((line) => line.text);
  if (title === undefined) throw missing("title");
  return {
    symbol: find(SYMBOL, "symbol"),
    lang,
    title,
    subtitle: subtitle ?? null,
    session: find(/^第.+届会议$/, "session"),
    agendaItems:
      find(/^议程项目 (.+)$/, "agenda items")
        .match(/\d+/g)
        ?.map(Number) ?? [],
    distribution: find(/^Distr\.: (.+)$/, "distribution"),
    date: find(/^\d{1,2} [A-Z][a-z]+ \d{4}$/, "date"),
    original: find(/^Original: (.+)$/, "original language"),
    jobNumber: find(/^(\d\d-\d{5} \(C\))/, "job number"),
    front: at < 0 ? texts : [...texts, SUMMARY_HEADING],
    summary: at < 0 ? [] : summaryOf(head.slice(at + 1)),
  };
}

/** A leading blank begins a paragraph; the names of the pillars stand on lines of their own. */
function summaryOf(lines: readonly Line[]): string[] {
  const paragraphs: string[] = [];
  let fresh = true;
  let endedInBlank = false;
  for (const line of lines.filter((one) => !one.blank)) {
    const alone = /^第[一二三四五六]支柱$/.test(line.text);
    if (fresh || alone || line.leadingBlank) paragraphs.push(line.text);
    else paragraphs.push(joined(paragraphs.pop() ?? "", line.text, endedInBlank));
    endedInBlank = line.trailingBlank;
    fresh = alone || (line.trailingBlank && /[。：]$/.test(line.text));
  }
  return paragraphs;
}
