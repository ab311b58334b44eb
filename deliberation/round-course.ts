/** The course of a round: planned, opened, extended, closed, reopened; its deadline is the latest decided. Rules O of SPEC.md. */
import type { BodyOf } from "./entry.ts";
import type { Instant, Seq } from "./ids.ts";
import type { RoundPlan, RoundState, RoundStep } from "./state.ts";

/** [O9] A later plan of the same round takes the place of the earlier one, which stays in its course. */
export function roundPlanned(
  before: RoundPlan | undefined,
  body: BodyOf<"round.planned">,
  seq: Seq,
  at: Instant,
): RoundPlan {
  const { round: id, session, opensAt, closesAt, by } = body;
  const planned: RoundStep = { kind: "planned", seq, at, by: by.capacity, closesAt, reason: null };
  return { id, session, opensAt, closesAt, course: [...(before?.course ?? []), planned] };
}

/** @param planned its plans, if it was planned. */
export function roundOpened(
  body: BodyOf<"round.opened">,
  seq: Seq,
  at: Instant,
  planned: readonly RoundStep[],
): RoundState {
  const { round: id, session, closesAt, modalities, by } = body;
  const opened: RoundStep = { kind: "opened", seq, at, by: by.capacity, closesAt, reason: null };
  return { id, session, openedAt: at, closesAt, closedAt: null, modalities, course: [...planned, opened] };
}

/** [O6] [O7] The modalities stay as the opening fixed them, whatever comes after. */
export function roundAfter(
  round: RoundState,
  body: BodyOf<"round.extended" | "round.closed" | "round.reopened">,
  seq: Seq,
  at: Instant,
): RoundState {
  const by = body.by.capacity;
  switch (body.kind) {
    case "round.closed": {
      const step: RoundStep = { kind: "closed", seq, at, by, closesAt: round.closesAt, reason: null };
      return { ...round, closedAt: at, course: [...round.course, step] };
    }
    case "round.extended":
    case "round.reopened": {
      const { closesAt, lang } = body;
      const kind = body.kind === "round.extended" ? "extended" : "reopened";
      const step: RoundStep = { kind, seq, at, by, closesAt, reason: { words: body.reason, lang } };
      return { ...round, closesAt, closedAt: null, course: [...round.course, step] };
    }
    default:
      return body satisfies never;
  }
}

/** Whether a round's deadline was moved since it was opened or last reopened. */
export function isExtended({ course }: RoundState): boolean {
  return course.findLast(({ kind }) => kind !== "closed")?.kind === "extended";
}
