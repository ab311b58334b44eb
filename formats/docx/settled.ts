/** Takes out of a Word file what its writer puts in of its own: the moment of writing, and numbers it counts on with. */
import { dated } from "../office-date.ts";
import type { Parts } from "../zipped.ts";

export const DOCUMENT = "word/document.xml";

/** @param at the time of the entry the paper was made from. */
export function settled(parts: Parts, at: string | null): Parts {
  const made = new Map(dated(parts, at));
  made.set(DOCUMENT, renumbered(parts.get(DOCUMENT) ?? ""));
  return made;
}

/** Bookmarks are counted through all files a process ever wrote: here from one, in the order they stand. */
function renumbered(document: string): string {
  const numbers = new Map<string, number>();
  const numberOf = (old: string) => {
    const known = numbers.get(old) ?? numbers.size + 1;
    numbers.set(old, known);
    return known;
  };
  for (const [, old] of document.matchAll(/<w:bookmarkStart[^>]* w:id="(\d+)"/g)) numberOf(old ?? "");
  return document
    .replaceAll(/(<w:bookmark(?:Start|End)[^>]* w:id=")(\d+)"/g, (_, head, old) => `${head}${numberOf(old)}"`)
    .replaceAll(/_Toc(\d+)/g, (_, old) => `_Toc${numberOf(old)}`);
}
