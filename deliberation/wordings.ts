/** Suggested wordings of one idea: those that say the same stand once, with everybody behind them. */
import type { IdeaRow, PositionRow } from "./compile.ts";
import type { DelegationKey, Lang, Seq } from "./ids.ts";

export interface SharedWording {
  wording: string;
  lang: Lang;
  /** Who suggests it, in the order of the rows. */
  by: DelegationKey[];
  /** Who declared to be associated with it. */
  associated: DelegationKey[];
  entries: Seq[];
}

type Said = Pick<IdeaRow, "positions" | "declarations">;

/** [K5] Of positions that stand; two wordings are the same when only blanks or the form of characters differ. */
export function sharedWordings({ positions, declarations }: Said): SharedWording[] {
  const shared = new Map<string, SharedWording>();
  const byEntry = new Map<Seq, SharedWording>();
  for (const row of positions) {
    if (row.status !== "stands" || row.wording === null) continue;
    const key = `${row.lang} ${sameForm(row.wording)}`;
    const found = shared.get(key) ?? first(row, row.wording);
    shared.set(key, found);
    byEntry.set(row.seq, found);
    found.by.push(row.delegation);
    found.entries.push(row.seq);
  }
  for (const { kind, status, by, with: named } of declarations) {
    const wording = named === null ? undefined : byEntry.get(named.entry);
    if (kind !== "wording.associated" || status !== "stands" || by.delegation === null) continue;
    if (wording !== undefined && !wording.associated.includes(by.delegation))
      wording.associated.push(by.delegation);
  }
  return [...shared.values()];
}

function first({ lang }: PositionRow, wording: string): SharedWording {
  return { wording, lang, by: [], associated: [], entries: [] };
}

/** Blanks and the form of characters make no difference. */
export function sameForm(text: string): string {
  return text.normalize("NFC").replaceAll(/\s+/gu, " ").trim();
}
