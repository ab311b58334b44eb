/** What every paper says of itself before it says anything else. */
import type { Compilation } from "#deliberation/compile";
import type { PaperWords } from "./paper-words.ts";
import { decisionsOf } from "./unattributed.ts";

export function noticesOf(compilation: Compilation, words: PaperWords): string[] {
  const { demonstration, ideas, withdrawnIdeas } = compilation;
  const isProvisional = [...ideas, ...withdrawnIdeas].some(({ provisional }) => provisional);
  return [
    words.notADocument,
    words.withoutPrejudice,
    ...(demonstration ? [words.demonstration] : []),
    ...(isProvisional ? [words.provisional] : []),
    ...decisionsOf(compilation, words),
  ];
}
