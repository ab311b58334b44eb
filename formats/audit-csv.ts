/** The audit as a table: one row an act, the newest first, as it was read for whoever asked. */
import type { AuditAct, AuditDetails } from "#deliberation/audit";
import type { Lang } from "#deliberation/ids";
import { type Cell, csv } from "./csv.ts";
import { PEOPLE_WORDS } from "./people-words.ts";

export interface AuditLine {
  id: number;
  at: string;
  act: AuditAct;
  /** Names; null: of persons, somebody elsewhere. */
  by: string | null;
  delegation: string | null;
  person: string | null;
  details: AuditDetails;
  reason: string | null;
}

export function auditCsv(lines: readonly AuditLine[], lang: Lang): string {
  const words = PEOPLE_WORDS[lang];
  const rows = lines.map(({ id, at, act, by, delegation, person, details, reason }): Cell[] => {
    const { as, function: inDelegation, right, email, from, document, documentOn } = details;
    const seat = inDelegation !== undefined ? words.functions[inDelegation] : capacity(as);
    return [
      ...[id, at, act, words.acts[act]],
      // Nobody locks an address: it is what too many attempts come to.
      ...[by ?? (act === "sign-in.locked" ? null : words.secretariat), delegation, person, email ?? null],
      ...[seat, right === undefined ? null : words.rights[right]],
      ...[from ?? null, details.until ?? null, details.untilBefore ?? null],
      ...[document ?? null, documentOn ?? null, reason],
    ];
  });
  return csv([words.columns, ...rows]);

  function capacity(as: AuditDetails["as"]): string | null {
    return as === undefined || as === "delegation" ? null : words.capacities[as];
  }
}
