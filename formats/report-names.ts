/** The names by which other systems find a report and its passages, shared by the papers for machines. */
import type { IdeaId, ParagraphKey } from "#deliberation/ids";

/** Where the report was issued: the official documents' resolver takes a symbol and a language. */
export function reportIri(symbol: string, lang: string): string {
  return `https://undocs.org/${lang}/${encodeURI(symbol)}`;
}

/** What the project's own papers are named under. No host: the same record gives the same names everywhere. */
export function recordName(symbol: string): string {
  return `urn:x-continued-consideration:${symbol.replaceAll("/", "-")}`;
}

/** `17` → `para_17`, `S` → `para_S`: its element in the Akoma Ntoso paper and its fragment in the annotations. */
export function paragraphName(key: ParagraphKey | string): string {
  return `para_${key}`;
}

/** A block sub-paragraph: `45.c` → `para_45__point_c`. */
export function itemName(key: string): string {
  const [paragraph = "", letter = ""] = key.split(".");
  return `${paragraphName(paragraph)}__point_${letter}`;
}

export function ideaName(idea: IdeaId | string): string {
  return `idea_${idea}`;
}
