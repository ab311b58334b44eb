/**
 * What stands in the cell of one delegation, and the order of columns: for the matrix on screen, which is made from the
 * state, and in papers, which are made from a compilation.
 */
import type { Stance } from "./entry.ts";
import type { Late } from "./state.ts";

export type Token = Stance | "not-stated";
/**
 * Aligned with another's position; associated with another's wording; received after the deadline; stated, revised or
 * withdrawn since the last round ended.
 */
export type Mark = "aligned" | "wording" | "late" | "changed";

/** The signs in the corner of a cell; a legend beside the matrix says what they mean. */
export const MARKS: Readonly<Record<Mark, string>> = { aligned: "⤷", wording: "✎", late: "†", changed: "Δ" };

interface Declared {
  kind: string;
  by: { delegation: string | null };
}

/** @param declared what stands of declarations on the idea, whoever made them. */
export function ownCell<P extends { stance: Stance; late?: Late }>(
  delegation: string,
  position: P | null,
  declared: readonly Declared[],
): { token: Token; revision: P | null; marks: Mark[] } {
  const by = (kind: string) => declared.some((one) => one.kind === kind && one.by.delegation === delegation);
  const marks: Mark[] = [];
  if (by("alignment.declared")) marks.push("aligned");
  if (by("wording.associated")) marks.push("wording");
  if (position?.late !== undefined) marks.push("late");
  return { token: position?.stance ?? "not-stated", revision: position, marks };
}

const KIND_ORDER = { member: 0, observer: 1, group: 2 };

/** [D8] Whoever has no standing any more has no column. */
export function hasStanding<T extends { kind: keyof typeof KIND_ORDER | "former" }>(
  one: T,
): one is T & { kind: keyof typeof KIND_ORDER } {
  return one.kind !== "former";
}

/** [X1] Member States, observers, groups; within each as they were given. */
export function byKind<T extends { kind: keyof typeof KIND_ORDER }>(listed: readonly T[]): T[] {
  return listed.toSorted((a, b) => KIND_ORDER[a.kind] - KIND_ORDER[b.kind]);
}
