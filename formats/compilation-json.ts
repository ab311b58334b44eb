/** The compilation as canonical JSON (RFC 8785): the same record gives the same bytes. */
import { canonicalJson } from "#deliberation/canonical";
import type { Checkpoint } from "#deliberation/checkpoint";
import type { Compilation } from "#deliberation/compile";
import { noticesOf } from "./notices.ts";
import { PAPER_WORDS, type PaperLang } from "./paper-words.ts";

/** Figures on each idea are in it only where the modalities show them. */
export function compilationJson(
  compilation: Compilation,
  { lang = "en", checkpoint }: { lang?: PaperLang; checkpoint?: Checkpoint } = {},
): string {
  const words = PAPER_WORDS[lang];
  const ideas = compilation.totalsShown
    ? compilation.ideas
    : compilation.ideas.map(({ stand: _figures, ...idea }) => idea);
  return `${canonicalJson({
    compilation: { ...compilation, ideas },
    ...(checkpoint === undefined ? {} : { checkpoint }),
    countingRule: words.countingRule,
    notices: noticesOf(compilation, words),
  })}\n`;
}
