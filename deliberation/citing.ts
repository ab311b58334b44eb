/**
 * What a statement's words seem to speak to: paragraphs of the report that it cites by number, and words of the report
 * that it quotes. A proposal is nothing until a person takes it.
 */
import type { Passage } from "./entry.ts";
import { IdeaId, ParagraphKey } from "./ids.ts";
import { placeOf } from "./state.ts";
import type { LinkedWords } from "./statement-draft.ts";

/** A paragraph of the report, and the ideas in it. */
export interface Citable {
  key: string;
  text: string;
  ideas: readonly { id: string; quote: string }[];
}

export interface Proposal extends LinkedWords {
  /** Cited by number, or quoted. */
  because: "cited" | "quoted";
}

/** The word for a paragraph in the official languages, as it goes before numbers. */
const WORDS =
  "paragraphs?|paras?\\.?|paragraphes?|párrafos?|párrs?\\.?|пункт(?:ы|а|е|у|ом|ами|ах|ов)?|пп?\\.|الفقرات|الفقرتين|الفقرتان|(?:و|ب|ل|لل)?(?:ا?ل)?فقرة|فقرات";
const JOIN = "\\s*(?:,|،|、|;|и|y|et|and|و|و?الفقرة|至|到|和|及|to|à|a|по|إلى|[-–—])\\s*(?:第)?\\s*";
const SUB = "(?:\\s*\\(\\s*[\\p{L}\\d]{1,4}\\s*\\))?";
const NUMBER = `(?:[1-9]\\d{0,2}|[٠-٩]{1,3})(?:-[1-9]\\d?)?${SUB}(?:\\s*段)?`;
const CITATION = new RegExp(
  `((?<!\\p{L})(?:${WORDS})|第)\\s*((?:${NUMBER})(?:${JOIN}(?:${NUMBER}))*)(\\s*段)?`,
  "giu",
);
const HAN = /\p{Script=Han}/u;
/** Words of the report that are too few to be quoted on purpose. */
const FEWEST = { han: 8, others: 24 };
const MARKED = /["“«「『„]([^"”»」』“]{4,600})["”»」』“]/gu;

/** [T11] @returns each paragraph of the statement with each place it speaks to, once, in the order of the text. */
export function proposedPassages(words: string, report: readonly Citable[]): Proposal[] {
  const keys = new Set(report.map(({ key }) => key));
  const ideas = new Map(report.flatMap(({ ideas: all }) => all.map((one) => [one.id, one.quote])));
  const found = new Map<string, Proposal>();
  for (const { exact, start } of linesOf(words)) {
    const propose = (target: Passage["target"], because: Proposal["because"]) => {
      const name = `${start} ${placeOf(target)}`;
      if (!found.has(name)) found.set(name, { exact, start, target, because });
    };
    for (const target of citedIn(exact, keys, ideas)) propose(target, "cited");
    for (const target of quotedIn(exact, report)) propose(target, "quoted");
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

function linesOf(words: string): { exact: string; start: number }[] {
  return [...words.matchAll(/[^\n]+/g)].flatMap(({ 0: line, index }) => {
    const exact = line.trim();
    return exact === "" ? [] : [{ exact, start: index + line.indexOf(exact) }];
  });
}

function citedIn(
  line: string,
  keys: ReadonlySet<string>,
  ideas: ReadonlyMap<string, string>,
): Passage["target"][] {
  return [...line.matchAll(CITATION)].flatMap(
    ({ 1: word, 2: numbers = "", 3: after }): Passage["target"][] => {
      // 第17段 is a paragraph; 第63届 is a session.
      if (word === "第" && after === undefined && !numbers.includes("段")) return [];
      return numbersIn(numbers).flatMap((number): Passage["target"][] => {
        const idea = IdeaId.safeParse(number);
        if (idea.success && ideas.has(number)) return [{ on: "idea", idea: idea.data }];
        const key = ParagraphKey.safeParse(number);
        return key.success && keys.has(number) ? [{ on: "paragraph", paragraph: key.data }] : [];
      });
    },
  );
}

/** 17 and 45 of "17 and 45 (c)"; 17, 18, 19 of "17 to 19". */
function numbersIn(list: string): string[] {
  const western = list
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/\([^)]*\)/g, "");
  const ranges = [...western.matchAll(/(\d+)\s*段?\s*(?:to|à|a|по|至|到|إلى|[–—])\s*第?\s*(\d+)/gu)].flatMap(
    ([, from, to]) => (Number(to) - Number(from) > 20 ? [] : between(Number(from), Number(to))),
  );
  return [...(western.match(/\d+(?:-\d+)?/g) ?? []), ...ranges.map(String)];
}

function between(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);
}

/** A quotation of an idea is the idea's; another one its paragraph's. */
function quotedIn(line: string, report: readonly Citable[]): Passage["target"][] {
  const marked = [...line.matchAll(MARKED)].map(([, quote = ""]) =>
    quote.trim().replace(/[。.,，;；]$/u, ""),
  );
  const quotes = marked.filter(
    (quote) => quote.length >= (HAN.test(quote) ? FEWEST.han / 2 : FEWEST.others / 2),
  );
  return report.flatMap(({ key, text, ideas }): Passage["target"][] => {
    const ofIdeas = ideas.filter(
      ({ quote }) =>
        (quote.length >= FEWEST.han && line.includes(quote)) || quotes.some((one) => quote.includes(one)),
    );
    if (ofIdeas.length > 0) return ofIdeas.map(({ id }) => ({ on: "idea", idea: id as IdeaId }));
    return quotes.some((one) => text.includes(one))
      ? [{ on: "paragraph", paragraph: key as ParagraphKey }]
      : [];
  });
}
