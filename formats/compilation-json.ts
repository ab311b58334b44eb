/** The compilation as canonical JSON (RFC 8785): the same record gives the same bytes. */
import { canonicalJson } from "#deliberation/canonical";
import { noticesOf } from "./notices.ts";
import type { Paper } from "./paper.ts";

/** Figures on each idea are in it only where the modalities show them. */
export function compilationJson({ compilation, checkpoint, words, chosen }: Paper): string {
  const ideas = compilation.totalsShown
    ? compilation.ideas
    : compilation.ideas.map(({ stand: _figures, ...idea }) => idea);
  return `${canonicalJson({
    compilation: { ...compilation, ideas },
    ...(checkpoint === undefined ? {} : { checkpoint }),
    countingRule: words.countingRule,
    filter: chosen,
    notices: noticesOf(compilation, words),
  })}\n`;
}
