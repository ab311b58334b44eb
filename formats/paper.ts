/** What every paper is written from: the chosen part of a compilation, the report's text, and words in one language. */
import type { Checkpoint } from "#deliberation/checkpoint";
import { type Choice, chosenOf, EVERYTHING } from "#deliberation/choice";
import type { Compilation } from "#deliberation/compile";
import type { Instant } from "#deliberation/ids";
import type { Report } from "#deliberation/report";
import { namesAt } from "#deliberation/standing";
import { inWords } from "./choice-words.ts";
import { inOrderOf, nameIn } from "./order.ts";
import { PAPER_WORDS, type PaperLang, type PaperWords } from "./paper-words.ts";

export interface Paper {
  compilation: Compilation;
  report: Report;
  checkpoint: Checkpoint | undefined;
  lang: PaperLang;
  words: PaperWords;
  /** What was chosen, in words; says that it is everything when it is. */
  chosen: string;
  /** Whether the names behind each number were asked for. */
  lists: boolean;
}

export interface PaperSource {
  /** Whole: what is chosen of it is said beside it. */
  compilation: Compilation;
  report: Report;
  checkpoint?: Checkpoint;
}

/** Delegations, and what they say on each idea, come in the order of the names in the paper's language. */
export function paperFrom(source: PaperSource, lang: PaperLang, choice: Choice = EVERYTHING): Paper {
  const { report, checkpoint } = source;
  const words = PAPER_WORDS[lang];
  const delegations = inOrderOf(source.compilation.delegations, lang);
  const places = new Map(delegations.map(({ key }, place) => [key as string, place]));
  const byName = <T extends { delegation: string }>(rows: readonly T[]) =>
    rows.toSorted((a, b) => (places.get(a.delegation) ?? 0) - (places.get(b.delegation) ?? 0));
  const chosen = chosenOf(source.compilation, choice, report);
  const compilation = {
    ...chosen,
    delegations,
    ideas: chosen.ideas.map((row) => ({ ...row, positions: byName(row.positions) })),
    withdrawnIdeas: chosen.withdrawnIdeas.map((row) => ({ ...row, positions: byName(row.positions) })),
  };
  const lists = choice.lists === true;
  return { compilation, report, checkpoint, lang, words, chosen: inWords(choice, source, lang), lists };
}

/** Whose words they are, with the mark of what came after the deadline. [G6] */
export function nameMarked(paper: Paper, key: string, late: boolean): string {
  return late ? `${nameOf(paper, key)} (${paper.words.late})` : nameOf(paper, key);
}

export function nameOf({ compilation, lang }: Paper, key: string): string {
  const found = compilation.delegations.find((one) => one.key === key);
  return found === undefined ? key : nameIn(found.names, lang, key);
}

/** As it is called now, with the name it had at that moment where that was another. [D6] */
export function nameThen(paper: Paper, key: string, at: Instant): string {
  const found = paper.compilation.delegations.find((one) => one.key === key);
  const now = nameOf(paper, key);
  const then = found === undefined ? now : nameIn(namesAt(found, at), paper.lang, key);
  return then === now ? now : `${now} (${paper.words.standing.formerName(then)})`;
}

/** Names of delegations, in the order of the paper. */
export function inOrder(paper: Paper, keys: readonly string[]): string[] {
  return paper.compilation.delegations
    .filter(({ key }) => keys.includes(key))
    .map(({ key }) => nameOf(paper, key));
}

const COMMA: Partial<Record<string, string>> = { ar: "، ", zh: "、" };

export function listed({ lang }: Paper, names: readonly string[]): string {
  return names.join(COMMA[lang] ?? ", ");
}

/** Where the report's sections are named: its headings as printed. */
export function headingOf(report: Report, key: string): string {
  const section = report.sections.find((one) => one.key === key);
  return section === undefined ? key : `${section.mark} ${section.heading.join(" ")}`.trim();
}
