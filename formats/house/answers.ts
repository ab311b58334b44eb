/** What an office writes beside a comment, read as a disposition: in the six languages of papers, or in ISO's words. */
import { OUTCOMES, type Outcome } from "#deliberation/entry";
import type { Lang } from "#deliberation/ids";
import { PAPER_LANGS, PAPER_WORDS, type PaperLang } from "../paper-words.ts";
import { OFFICE_WORDS } from "./office-words.ts";

export interface ReadAnswer {
  outcome: Outcome;
  where: string | null;
  reason: string | null;
  /** The language of the reason. */
  lang: Lang;
}

interface Phrase {
  outcome: Outcome;
  /** The papers' own word for it, after which a colon names the place. */
  isOwn: boolean;
}

/** By language, each phrase without marks and capitals. */
const PHRASES = new Map<PaperLang, Map<string, Phrase>>(
  PAPER_LANGS.map((lang) => [
    lang,
    new Map(
      OUTCOMES.flatMap((outcome): [string, Phrase][] => [
        ...OFFICE_WORDS[lang][outcome].map((said): [string, Phrase] => [
          bare(said),
          { outcome, isOwn: false },
        ]),
        [bare(PAPER_WORDS[lang].dispositions.outcome[outcome]), { outcome, isOwn: true }],
      ]),
    ),
  ]),
);
const LONGEST = 60;
/** What may follow the word: the end, a sign, or a place. */
const SIGN = /^\s*[·•:：;；.。,،，、؛–—\-(（[]/u;
const PLACED = /^(?:\s+(?:in|dans|en|в|في)\s+|于)/iu;
const LONGEST_PLACE = 200;

/** [J12] @returns null when it names no disposition, or two. */
export function answerIn(said: string, lang: PaperLang): ReadAnswer | null {
  const text = said.trim();
  const found = beginningOf(text, lang);
  if (found === null) return null;
  const others = text.split("\n").slice(1);
  if (others.some((line) => (beginningOf(line, lang)?.outcome ?? found.outcome) !== found.outcome))
    return null;
  const { outcome, isOwn, length, lang: spoken } = found;
  const rest = text.slice(length);
  const placed = PLACED.exec(rest);
  const isPlace = outcome === "reflected" || outcome === "reflected-in-part";
  const parts = withoutOwnFacts(rest.slice(placed?.[0].length ?? 0));
  const [first = "", ...more] = parts;
  const takesPlace = isPlace && first !== "" && first.length <= LONGEST_PLACE;
  const hasPlace = takesPlace && (placed !== null || (isOwn && /^\s*[:：]/.test(rest)));
  const reason = (hasPlace ? more : parts).join("\n").trim();
  const where = hasPlace ? first : null;
  return { outcome, where, reason: reason === "" ? null : reason, lang: langOf(reason, spoken) };
}

/** The longest phrase that the text begins with, in the paper's language before others. */
function beginningOf(text: string, lang: PaperLang): (Phrase & { length: number; lang: PaperLang }) | null {
  const langs = [lang, ...PAPER_LANGS.filter((one) => one !== lang)];
  for (let length = Math.min(text.length, LONGEST); length > 0; length -= 1) {
    const rest = text.slice(length);
    if (rest.trim() !== "" && !SIGN.test(rest) && !PLACED.test(rest)) continue;
    const said = bare(text.slice(0, length));
    for (const one of langs) {
      const phrase = PHRASES.get(one)?.get(said);
      if (phrase !== undefined) return { ...phrase, length, lang: one };
    }
  }
  return null;
}

/** Pieces of what follows, without what papers add of themselves: the version, and what the author says of it. */
function withoutOwnFacts(rest: string): string[] {
  const pieces = rest
    .split(/\s+·\s+|\n/u)
    .map((piece) => piece.replace(/^[\s·•:：;；.。,،，、؛–—-]+/u, "").trim())
    .map((piece) => /^[(（[]([^()（）[\]]*)[)）\]]\.?$/u.exec(piece)?.[1]?.trim() ?? piece)
    .filter((piece) => piece !== "");
  const kept: string[] = [];
  for (const piece of pieces) {
    const all = PAPER_LANGS.map((lang) => PAPER_WORDS[lang].dispositions);
    if (all.some(({ contests, agrees }) => [contests, agrees].some((one) => piece.startsWith(one)))) break;
    const number = Number(/\d+/.exec(piece)?.[0] ?? 0);
    if (!all.some(({ version, earlier }) => piece === version(number) || piece === earlier)) kept.push(piece);
  }
  return kept;
}

function bare(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}|[.!]$/gu, "")
    .replaceAll(/\s+/gu, " ")
    .trim()
    .toLowerCase();
}

/** By the script of the words, where it says so. */
function langOf(words: string, spoken: PaperLang): Lang {
  if (/\p{Script=Han}/u.test(words)) return "zh";
  if (/\p{Script=Arabic}/u.test(words)) return "ar";
  if (/\p{Script=Cyrillic}/u.test(words)) return "ru";
  const isOther = spoken === "zh" || spoken === "ar" || spoken === "ru";
  return isOther && words !== "" ? "en" : spoken;
}
