/**
 * Delegations in the order of the paper's language. The order is the project's own: no machine's collation, which
 * changes with its version, decides how a paper reads.
 */
import { readFileSync } from "node:fs";
import type { Names } from "#deliberation/entry";
import type { PaperLang } from "./paper-words.ts";

/** Chinese characters by their reading, one string. */
let readings: Map<string, number> | null = null;

export interface Named {
  names: Names;
}

export function nameIn(names: Names, lang: PaperLang, otherwise: string): string {
  return names[lang] ?? names.en ?? otherwise;
}

/** @returns a copy in the order of the names in this language. */
export function inOrderOf<T extends Named & { key: string }>(all: readonly T[], lang: PaperLang): T[] {
  const keyed = all.map((one) => ({ one, key: sortKey(nameIn(one.names, lang, one.key), lang) }));
  return keyed
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.one.key < b.one.key ? -1 : 1))
    .map(({ one }) => one);
}

/** Compared unit by unit. Case, accents and vowel signs do not count, nor does the Arabic article. */
export function sortKey(name: string, lang: PaperLang): string {
  if (lang === "zh") return [...name.toLowerCase()].map(readingOf).join("");
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, "");
  return lang === "ar" ? plain.replaceAll(/(^| )ال/gu, "$1") : plain;
}

/** Two units a character, so that all weigh alike; what is no Chinese character stands before them. */
function readingOf(character: string): string {
  readings ??= new Map(
    [...readFileSync(new URL("./han-order.txt", import.meta.url), "utf8").trim()].map((one, n) => [one, n]),
  );
  const place = readings.get(character);
  return place === undefined ? `\u0001${character}` : String.fromCharCode(0x4000 + place);
}
