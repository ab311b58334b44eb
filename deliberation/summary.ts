/** A facilitator's summary: of a round, on the report or an idea, issued again in versions. Rules V of SPEC.md. */
import type { CommentRow } from "./compile.ts";
import type { BodyOf } from "./entry.ts";
import type { Instant, Seq } from "./ids.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { placeOf, type State, type SummaryState } from "./state.ts";
import type { Submission } from "./submission.ts";

/** [V1] */
export function issuing(
  state: State,
  { target, textVersion, round }: Extract<Submission, { kind: "summary.issued" }>,
): Refusal | null {
  if (state.text?.version !== textVersion) return refuse("unknown-text-version");
  if (target.on === "idea" && state.ideas[target.idea]?.withdrawn !== null) return refuse("unknown-idea");
  return round in state.rounds ? null : refuse("round-not-open");
}

/** [V2] [V3] What an entry changes: summaries on one place and nothing else. */
export function summariesAfter(
  before: State["summaries"],
  body: BodyOf<"summary.issued">,
  seq: Seq,
  at: Instant,
): State["summaries"] {
  const { by, target, words, lang, textVersion, round } = body;
  const place = placeOf(target);
  const own = before[place] ?? [];
  const version = own.filter((one) => one.lang === lang).length + 1;
  const issued: SummaryState = { seq, at, by, target, version, words, lang, textVersion, round };
  return { ...before, [place]: [...own, issued] };
}

/** On a place, newest first. @param place as in the state. */
export function summariesOn(
  state: State,
  place: string,
): (SummaryState & { status: CommentRow["status"] })[] {
  const all = state.summaries[place] ?? [];
  return all
    .map((one) => {
      const last = all.findLast(({ lang }) => lang === one.lang);
      return { ...one, status: last === one ? ("stands" as const) : ("superseded" as const) };
    })
    .reverse();
}

/** As papers have it: among comments, by its own name. In the order they were issued. */
export function summaryRows(state: State, place: string): CommentRow[] {
  return summariesOn(state, place)
    .map(({ version: _, ...one }) => ({
      ...one,
      commentKind: "summary" as const,
      ...{ replyTo: null, rightOfReply: false, corrected: false, disposition: null },
    }))
    .reverse();
}
