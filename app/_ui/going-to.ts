/**
 * Where one can go and what one can do, found by what was typed: a number goes before words that hold it, and `17-3`
 * is found as it is written in the text.
 */
import { folded } from "#deliberation/folded-text";
import type { Command } from "./key-map.ts";

export type Target =
  | { kind: "place"; place: string; words: string }
  | { kind: "command"; command: Command; name: string };

/** As many as are seen without losing oneself. */
export const MOST = 12;

/** @param typed nothing yet: the commands. @returns the best first, otherwise in the order given. */
export function foundAmong(targets: readonly Target[], typed: string): Target[] {
  const asked = folded(typed)
    .trim()
    .replace(/^[¶§#]\s*/u, "");
  if (asked === "") return targets.filter(({ kind }) => kind === "command").slice(0, MOST);
  const words = asked.split(/\s+/u);
  const found = targets.flatMap((target) => {
    const rank = rankOf(target, asked, words);
    return rank === null ? [] : [{ target, rank }];
  });
  // The sort is stable: what is equally good stays in the order of the text.
  found.sort((a, b) => a.rank - b.rank);
  return found.slice(0, MOST).map(({ target }) => target);
}

function rankOf(target: Target, asked: string, words: readonly string[]): number | null {
  if (target.kind === "command") return words.every((word) => folded(target.name).includes(word)) ? 2 : null;
  const number = folded(target.place);
  if (number === asked) return 0;
  if (number.startsWith(`${asked}-`) || number.startsWith(`${asked}.`)) return 1;
  return words.every((word) => folded(target.words).includes(word)) ? 3 : null;
}
