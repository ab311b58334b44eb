/**
 * What the secretariat decides of candidates for ideas: rejecting one, splitting it, merging it with the next, and
 * taking that back. Accepting one is a submission like every entry.
 */
import { createRoute, type z } from "@hono/zod-openapi";
import { candidateDecisionsOf, type Decided, decideCandidate } from "#db/candidates";
import { judgeState } from "#db/follow";
import type { Store } from "#db/open";
import { candidatesOf, reportText } from "#db/reports";
import { areParts, isTaken, nextOf, type Shaping, shapesOf } from "#deliberation/candidate-shapes";
import type { ReportId } from "#deliberation/ids";
import { isRefusal, type Refusal, refuse } from "#deliberation/refusal";
import { paragraphsOf } from "#deliberation/report";
import { serverTime } from "../keeper.ts";
import type { Api, ApiParts } from "./parts.ts";
import { problem } from "./problem.ts";
import { answers, asks } from "./routes.ts";
import { CandidateDecided, CandidateDecision, CandidateParam } from "./schemas.ts";

const decide = createRoute({
  ...asks("secretariat.enter"),
  method: "put",
  path: "/api/v1/reports/{report}/candidates/{candidate}/decision",
  summary: "Reject a candidate for an idea, split it, merge it with the next, or open it again as it was",
  request: {
    params: CandidateParam,
    body: { required: true, content: { "application/json": { schema: CandidateDecision } } },
  },
  responses: answers(200, CandidateDecided),
});

export function candidateRoutes(api: Api, { store }: ApiParts): void {
  api.openapi(decide, (c) => {
    const { person } = c.get("seated").seat;
    const { report, candidate } = c.req.valid("param");
    const shaping = shapingOf(store, report, candidate, c.req.valid("json"));
    if (isRefusal(shaping)) return problem(c, shaping);
    decideCandidate(store, report, { idea: candidate, ...shaping, person, at: serverTime() });
    return c.json(shaping, 200);
  });
}

/** [D46] */
export function shapingOf(
  store: Store,
  report: ReportId,
  candidate: string,
  asked: z.infer<typeof CandidateDecision>,
): Shaping | Refusal {
  const decided = candidateDecisionsOf(store, report);
  const all = candidatesOf(store, report);
  const now = shapesOf(all, decided);
  const one = now.find(({ id }) => id === candidate);
  const before = one === undefined ? shapedBefore(decided, candidate) : null;
  const within = (one ?? all.find(({ id }) => candidate.split("~", 1)[0] === id))?.paragraph;
  const text = reportText(store, report);
  const paragraph = text === null ? undefined : paragraphsOf(text).find(({ key }) => key === within);
  if (paragraph === undefined || (one === undefined && before === null)) return refuse("not-found");
  if (before !== null) {
    // Taken back: while nothing of what came of it became an idea.
    if (asked.decision !== "open") return refuse("not-found");
    const taken = isTaken(judgeState(store, report), paragraph, before.quotes);
    return taken ? refuse("already-done") : { decision: "open", shape: null };
  }
  if (one === undefined) return refuse("not-found");
  if (asked.decision === "rejected" || asked.decision === "open")
    return { decision: asked.decision, shape: null };
  if (isTaken(judgeState(store, report), paragraph, [one.quote])) return refuse("already-done");
  if (asked.decision === "split") {
    const { quotes } = asked;
    return areParts(paragraph, one.quote, quotes)
      ? { decision: "split", shape: { quotes } }
      : refuse("unknown-passage");
  }
  const next = nextOf(paragraph, now, one);
  if (next === null || asked.decision !== "merged" || next.with !== asked.with)
    return refuse("unknown-passage");
  return { decision: "merged", shape: { quotes: [next.quote], with: next.with } };
}

/** What came of a candidate that is there in another shape now. */
function shapedBefore(decided: ReadonlyMap<string, Decided>, candidate: string) {
  const last = decided.get(candidate);
  return last?.decision === "split" || last?.decision === "merged" ? last.shape : null;
}
