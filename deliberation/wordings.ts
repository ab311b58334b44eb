/** Suggested wordings of one idea: those that say the same stand once, with everybody behind them. */
import type { DeclarationRow, PositionRow } from "./compile.ts";
import type { DelegationKey, IdeaId, Lang, Seq } from "./ids.ts";
import { declaredOn, type State, standing } from "./state.ts";

export interface SharedWording {
  wording: string;
  lang: Lang;
  /** Who suggests it, in the order of the rows. */
  by: DelegationKey[];
  /** Those of them whose position was received after the deadline. [G6] */
  late: DelegationKey[];
  /** Who declared to be associated with it. */
  associated: DelegationKey[];
  entries: Seq[];
}

interface Said {
  positions: readonly Pick<PositionRow, "status" | "wording" | "lang" | "delegation" | "seq" | "late">[];
  declarations: readonly Pick<DeclarationRow, "kind" | "status" | "by" | "with">[];
}

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
    if (row.late !== undefined) found.late.push(row.delegation);
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

/** The same from a state, for screens: in the order they were suggested. */
export function wordingsOn(state: State, idea: IdeaId): SharedWording[] {
  const positions = Object.entries(state.positions[idea] ?? {}).flatMap(([author, revisions]) => {
    const last = standing(revisions);
    if (last === null) return [];
    const { seq, wording, lang, late } = last;
    const row = { status: "stands" as const, delegation: author as DelegationKey, seq, wording, lang };
    return [late === undefined ? row : { ...row, late }];
  });
  const declarations = declaredOn(state, idea).map((one) => ({ ...one, status: "stands" as const }));
  return sharedWordings({ positions: positions.sort((a, b) => a.seq - b.seq), declarations });
}

function first({ lang }: Said["positions"][number], wording: string): SharedWording {
  return { wording, lang, by: [], late: [], associated: [], entries: [] };
}

/** Blanks and the form of characters make no difference. */
export function sameForm(text: string): string {
  return text.normalize("NFC").replaceAll(/\s+/gu, " ").trim();
}
