/**
 * What stands in the cell of one delegation, and the order of columns: for the matrix on screen, which is made from the
 * state, and in papers, which are made from a compilation.
 */
import type { Stance } from "./entry.ts";
import type { Late } from "./state.ts";

export type Token = Stance | "not-stated" | "not-taking-part";
/** Of these the sign says enough: a letter beside it would be that sign again. */
export function isAbsence(token: Token): token is Exclude<Token, Stance> {
  return token === "not-stated" || token === "not-taking-part";
}
/**
 * Aligned with another's position; associated with another's wording; having a group's position through its registered
 * rule; received after the deadline; stated, revised or withdrawn since the last round ended.
 */
export type Mark = "aligned" | "wording" | "through" | "late" | "changed";

/** The signs in the corner of a cell; a legend beside the matrix says what they mean. */
export const MARKS: Readonly<Record<Mark, string>> = {
  aligned: "⤷",
  wording: "✎",
  through: "▣",
  late: "†",
  changed: "Δ",
};

interface Declared {
  kind: string;
  by: { delegation: string | null };
}

interface OnIdea<T> {
  /** What stands of declarations, whoever made them. */
  declared: readonly Declared[];
  /** Who does not take part in the exercise, observers among them. */
  apart: readonly string[];
  /** [N6] Who has a group's position through its rule, by group. */
  through: readonly T[];
}

/** [X4] */
export function ownCell<P extends { stance: Stance; late?: Late }, T extends { members: readonly string[] }>(
  delegation: string,
  position: P | null,
  { declared, apart, through }: OnIdea<T>,
): { token: Token; revision: P | null; marks: Mark[]; through: T[] } {
  const by = (kind: string) => declared.some((one) => one.kind === kind && one.by.delegation === delegation);
  const bound = through.filter(({ members }) => members.includes(delegation));
  const marks: Mark[] = [];
  if (by("alignment.declared")) marks.push("aligned");
  if (by("wording.associated")) marks.push("wording");
  if (bound.length > 0) marks.push("through");
  if (position?.late !== undefined) marks.push("late");
  const absent = apart.includes(delegation) ? "not-taking-part" : "not-stated";
  return { token: position?.stance ?? absent, revision: position, marks, through: bound };
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
