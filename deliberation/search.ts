/**
 * Finding words in the text and in what was said of it, in every script: over exactly what the reader's own state
 * holds, so that nothing sealed can be found. A word of Chinese or Arabic is found anywhere, one of other scripts
 * where a word begins; case, accents, vowel signs and the ways of writing a letter make no difference.
 */
import { allHeld, heldAt } from "./by-seq.ts";
import { folded, mapped } from "./folded-text.ts";
import type { DelegationKey, Lang, Seq } from "./ids.ts";
import { paragraphsOf, type Report } from "./report.ts";
import { runningText } from "./selected-words.ts";
import {
  type Declaration,
  isStanding,
  isUnconfirmed,
  type Late,
  placeOf,
  placeOfEntry,
  placesOfStatement,
  type State,
  standing,
  wordsAt,
} from "./state.ts";
import { allUnattributed, stands } from "./unattributed.ts";

export interface Found {
  kind:
    | "paragraph"
    | "idea"
    | "position"
    | "comment"
    | "statement"
    | "declaration"
    | "disposition"
    | "participation";
  place: string;
  /** The entry it was said in; null for the report's own text. */
  seq: Seq | null;
  author: DelegationKey | null;
  lang: Lang | null;
  /** Missing unless it was received after the deadline. */
  late?: Late;
  /** A stretch of the text, and what of it is to be marked (UTF-16 ranges in `excerpt`, in order). */
  excerpt: string;
  marks: { start: number; end: number }[];
}

/** Said in different words in the text and its translations, and meant alike (the official glossaries' pairs). */
const SYNONYMS: readonly (readonly string[])[] = [
  ["灭绝种族", "种族灭绝", "genocide", "génocide", "genocidio", "геноцид", "الإبادة الجماعية"],
  [
    "族裔清洗",
    "种族清洗",
    "ethnic cleansing",
    "nettoyage ethnique",
    "limpieza étnica",
    "этническая чистка",
    "التطهير العرقي",
  ],
  ["继续审议", "不断审议", "continued consideration", "continuing consideration"],
  [
    "保护责任",
    "responsibility to protect",
    "responsabilité de protéger",
    "responsabilidad de proteger",
    "обязанность защищать",
    "المسؤولية عن الحماية",
  ],
  ["预警", "early warning", "alerte rapide", "alerta temprana", "раннее предупреждение", "الإنذار المبكر"],
].map((group) => group.map((one) => folded(one)));

const AROUND = 48;
const ANYWHERE = /[\p{Script=Han}\p{Script=Arabic}]/u;
const IN_WORD = /[\p{L}\p{N}]/u;

/** @returns what of the text holds every word of the question, in the order of the text, then of the record. */
export function search(report: Report, state: State, question: string): Found[] {
  const terms = termsOf(question);
  if (terms.length === 0) return [];
  return items(report, state).flatMap(({ text, ...item }) => {
    const known = foldedOnce(text);
    const hits = terms.map((alternatives) => firstOf(known, alternatives));
    return hits.every((hit) => hit !== null) ? [{ ...item, ...excerptOf(text, terms) }] : [];
  });
}

/** Words of a question, each with what means the same. What stands in quotation marks is one. */
function termsOf(question: string): string[][] {
  const words = question.match(/"[^"]+"|“[^”]+”|\S+/gu) ?? [];
  return words
    .map((word) => folded(word.replaceAll(/["“”]/gu, "")).trim())
    .filter((word) => word !== "")
    .slice(0, 12)
    .map((word) => {
      const alike = SYNONYMS.find((group) => group.includes(word));
      return alike === undefined ? [word] : [...alike];
    });
}

type Item = Omit<Found, "excerpt" | "marks"> & { text: string };

function items(report: Report, state: State): Item[] {
  const ofText = { seq: null, author: null, lang: null };
  const paragraphs = paragraphsOf(report).map((one) => ({
    ...{ kind: "paragraph" as const, place: one.key, ...ofText },
    text: runningText(one),
  }));
  const positions = Object.entries(state.positions).flatMap(([place, authors]) =>
    Object.entries(authors).flatMap(([author, revisions]) => {
      const now = standing(revisions);
      const text = [now?.corrections.at(-1)?.words ?? now?.words, now?.wording].filter(Boolean).join("\n");
      const said = { kind: "position" as const, place, author: author as DelegationKey };
      return now === null || text === ""
        ? []
        : [{ ...said, ...lateOf(now), seq: now.seq, lang: now.lang, text }];
    }),
  );
  const comments = allHeld(state.comments).flatMap((one) => {
    if (one.withdrawn !== null) return [];
    const place =
      one.target.on === "report" ? "" : one.target.on === "idea" ? one.target.idea : one.target.paragraph;
    const { words: text, lang } = one.corrections.at(-1) ?? one;
    const said = { kind: "comment" as const, place, author: one.by.delegation };
    return [{ ...said, ...lateOf(one), seq: one.seq, lang, text }];
  });
  const declarations = allHeld(state.declarations).flatMap((one) =>
    one.withdrawn !== null || one.words === null
      ? []
      : [
          {
            ...{ kind: "declaration" as const, place: placeRead(state, one), seq: one.seq },
            ...{ author: one.by.delegation, lang: one.lang, text: one.words },
          },
        ],
  );
  // [Q6] By nobody, in no language.
  const unnamed = allUnattributed(state).flatMap((one) => {
    const text = [one.words, one.wording].filter(Boolean).join("\n");
    if (!stands(one) || text === "") return [];
    const kind = one.stance === null ? ("comment" as const) : ("position" as const);
    return [{ kind, place: placeOf(one.target), seq: one.seq, author: null, lang: null, text }];
  });
  const statements = allHeld(state.statements).flatMap((one) => {
    if (!isStanding(one) && !isUnconfirmed(one)) return [];
    const [place = ""] = placesOfStatement(one);
    const { seq, author, lang, words: text } = one;
    return [{ kind: "statement" as const, place, ...lateOf(one), seq, author, lang, text }];
  });
  // Of the delegation as a whole: read with the report as a whole.
  const participation = Object.values(state.participation).flatMap((said) => {
    const { seq, by, words: text, lang } = said.at(-1) ?? { words: null };
    if (text === null) return [];
    return [{ kind: "participation" as const, place: "", seq, author: by.delegation, lang, text }];
  });
  return [
    ...[...paragraphs, ...positions, ...comments, ...unnamed, ...statements, ...declarations],
    ...[...dispositionItems(state), ...participation],
  ];
}

function lateOf({ late }: { late?: Late }): { late?: Late } {
  return late === undefined ? {} : { late };
}

/** Of what is declared of a statement: the first place the statement is read with. */
function placeRead(state: State, { place, statement }: Declaration): string {
  const named = statement && heldAt(state.statements, statement.entry);
  if (statement === undefined) return place;
  return named === undefined ? "" : (placesOfStatement(named)[0] ?? "");
}

/** Reasons that were given, and what authors said of them; of each words the latest. */
function dispositionItems(state: State): Item[] {
  return Object.values(state.dispositions)
    .flatMap((piece) => Object.entries(piece))
    .flatMap(([entry, versions]) => {
      const [given, place] = [versions.at(-1), placeOfEntry(state, Number(entry))];
      if (given === undefined || place === null || wordsAt(state, Number(entry))?.withdrawn !== null)
        return [];
      const { seq, reason, lang, reply } = given;
      const said = { kind: "disposition" as const, place };
      const reasons = reason === null ? [] : [{ ...said, seq, author: null, lang, text: reason }];
      if (reply === null || reply.words === null) return reasons;
      const { by, words: text } = reply;
      return [...reasons, { ...said, seq: reply.seq, author: by.delegation, lang: reply.lang, text }];
    });
}

interface Hit {
  at: number;
  length: number;
}

function firstOf(text: string, alternatives: readonly string[]): Hit | null {
  const hits = alternatives.flatMap((word) => find(text, word, 0) ?? []);
  return hits.reduce<Hit | null>((best, hit) => (best === null || hit.at < best.at ? hit : best), null);
}

function find(text: string, word: string, from: number): Hit | null {
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || ANYWHERE.test(word) || !IN_WORD.test(text[at - 1] ?? ""))
      return { at, length: word.length };
  }
  return null;
}

function excerptOf(text: string, terms: readonly string[][]): Pick<Found, "excerpt" | "marks"> {
  const { folded: all, from } = mapped(text);
  const hits = terms
    .flat()
    .flatMap((word) => {
      const found: Hit[] = [];
      for (let hit = find(all, word, 0); hit !== null; hit = find(all, word, hit.at + hit.length))
        found.push(hit);
      return found;
    })
    .map(({ at, length }) => ({ start: from[at] ?? 0, end: from[at + length] ?? text.length }))
    .sort((a, b) => a.start - b.start);
  const first = hits[0]?.start ?? 0;
  const [begin, end] = [lettersBefore(text, first - AROUND), lettersBefore(text, first + 2 * AROUND)];
  const marks: Found["marks"] = [];
  for (const hit of hits) {
    if (hit.end > end || hit.start < (marks.at(-1)?.end ?? 0) + (marks.length > 0 ? begin : 0)) continue;
    marks.push({ start: hit.start - begin, end: hit.end - begin });
  }
  return { excerpt: text.slice(begin, end), marks };
}

/** A place that cuts no letter in two. */
function lettersBefore(text: string, at: number): number {
  const place = Math.max(0, Math.min(text.length, at));
  return /[\udc00-\udfff]/.test(text[place] ?? "") ? place - 1 : place;
}

/** Texts of a record are asked for again and again. */
const known = new Map<string, string>();
const MOST_KNOWN = 100_000;

function foldedOnce(text: string): string {
  const once = known.get(text) ?? folded(text);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, once);
  return once;
}
