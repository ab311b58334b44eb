/** The compilation as canonical JSON (RFC 8785): the same record gives the same bytes. */
import { canonicalJson } from "#deliberation/canonical";
import type { Compilation } from "#deliberation/compile";
import {
  COUNTING_RULE,
  DEMONSTRATION,
  NOT_A_DOCUMENT,
  PROVISIONAL,
  WITHOUT_PREJUDICE,
} from "./paper-words.ts";

export function compilationJson(compilation: Compilation): string {
  const notices = [
    NOT_A_DOCUMENT,
    WITHOUT_PREJUDICE,
    PROVISIONAL,
    ...(compilation.demonstration ? [DEMONSTRATION] : []),
  ];
  return `${canonicalJson({ compilation, countingRule: COUNTING_RULE, notices })}\n`;
}
