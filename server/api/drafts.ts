/** Clearing a draft: a person with the right approves exactly the content that was shown. Erasing one, for good. */
import { createRoute } from "@hono/zod-openapi";
import { clearancesOf, saveClearance } from "#db/clearances";
import { dropDamagedOf } from "#db/drafts";
import { judgeState, stateFor } from "#db/follow";
import type { Store } from "#db/open";
import { colleagues } from "#db/people";
import { keepVersion, type VERSION_REASONS, versionsOf } from "#db/versions";
import { type DraftRoomNow, roomNow, roomOf } from "#deliberation/draft-room";
import type { Instant } from "#deliberation/ids";
import { may } from "#deliberation/may";
import { groupsSpokenFor } from "#deliberation/membership";
import { refuse } from "#deliberation/refusal";
import { viewerOf } from "#deliberation/view";
import { type WaitingDraft, waitingDrafts } from "#deliberation/waiting-drafts";
import { allDraftsOf, storedDrafts } from "../erasing.ts";
import { serverTime } from "../keeper.ts";
import type { Api, ApiParts } from "./parts.ts";
import { problem } from "./problem.ts";
import { answers, asks, unknownReport } from "./routes.ts";
import {
  ClearableParam,
  ClearanceAnswer,
  ClearanceRequest,
  DraftParam,
  ErasedAnswer,
  ReportParam,
  VersionsAnswer,
  WaitingAnswer,
} from "./schemas.ts";

const waiting = createRoute({
  ...asks("draft.read"),
  method: "get",
  path: "/api/v1/reports/{report}/drafts",
  summary:
    "Open drafts of your delegation: being drafted, awaiting instructions, to be cleared, to be submitted",
  request: { params: ReportParam },
  responses: answers(200, WaitingAnswer),
});

const clear = createRoute({
  ...asks("draft.clear"),
  method: "post",
  path: "/api/v1/reports/{report}/drafts/{draft}/clearance",
  summary: "Approve exactly this content of a draft of your delegation",
  request: {
    params: ClearableParam,
    body: { required: true, content: { "application/json": { schema: ClearanceRequest } } },
  },
  responses: answers(201, ClearanceAnswer),
});

const versions = createRoute({
  ...asks("draft.read"),
  method: "get",
  path: "/api/v1/reports/{report}/drafts/{draft}/versions",
  summary: "What a draft of your delegation said earlier, the newest first",
  request: { params: DraftParam },
  responses: answers(200, VersionsAnswer),
});

const erase = createRoute({
  ...asks("draft.erase"),
  method: "delete",
  path: "/api/v1/reports/{report}/drafts/{draft}",
  summary: "Erase a draft of your delegation with its editing history; what was submitted stays on record",
  request: { params: DraftParam },
  responses: answers(200, ErasedAnswer),
});

const eraseAll = createRoute({
  ...asks("draft.erase"),
  method: "delete",
  path: "/api/v1/reports/{report}/drafts",
  summary: "Erase every draft of your delegation with its editing history",
  request: { params: ReportParam },
  responses: answers(200, ErasedAnswer),
});

export function draftRoutes(api: Api, { store, eraseDrafts }: ApiParts): void {
  api.openapi(waiting, (c) => {
    const { seat } = c.get("seated");
    const { report } = c.req.valid("param");
    if (seat.as !== "delegation") return problem(c, refuse("not-permitted"));
    if (unknownReport(store, report)) return problem(c, refuse("unknown-report"));
    const [state, at] = [stateFor(store, report, viewerOf(seat)), serverTime()];
    const cleared = clearancesOf(store, { report, delegation: seat.delegation });
    // A group's drafts wait for those who speak for it.
    const drafts: WaitingDraft[] = [];
    for (const room of [seat.delegation, ...groupsSpokenFor(state, seat.delegation, at)]) {
      const plain = storedDrafts(store, `${report}/${room}`);
      if (plain === null) return problem(c, refuse("internal", "Stored drafts are damaged."));
      const here = waitingDrafts(plain, cleared, state, at);
      drafts.push(...here.filter(({ draft }) => roomOf(draft, seat.delegation) === room));
    }
    return c.json({ drafts }, 200);
  });

  api.openapi(clear, (c) => {
    const { seat } = c.get("seated");
    const { report, draft } = c.req.valid("param");
    const { content } = c.req.valid("json");
    if (seat.as !== "delegation") return problem(c, refuse("not-permitted"));
    if (unknownReport(store, report)) return problem(c, refuse("unknown-report"));
    const at = serverTime();
    const room = roomNow(judgeState(store, report), roomOf(draft, seat.delegation), at);
    if (!may(seat, "draft.clear", room)) return problem(c, refuse("not-permitted"));
    const hash = saveClearance(
      store,
      { report, delegation: seat.delegation, draft },
      content,
      seat.person,
      at,
    );
    const { words = "", wording = "" } = content as { words?: string; wording?: string };
    const cleared = { draft, person: seat.person, why: "cleared" as const, words, wording };
    keepVersion(store, `${report}/${room.delegation}`, cleared, at);
    return c.json({ draft, hash, at }, 201);
  });

  api.openapi(versions, (c) => {
    const { seat } = c.get("seated");
    const { report, draft } = c.req.valid("param");
    if (seat.as !== "delegation") return problem(c, refuse("not-permitted"));
    if (unknownReport(store, report)) return problem(c, refuse("unknown-report"));
    const room = roomNow(judgeState(store, report), roomOf(draft, seat.delegation), serverTime());
    if (!may(seat, "draft.read", room)) return problem(c, refuse("not-permitted"));
    const names = namesIn(store, room);
    const kept = versionsOf(store, `${report}/${room.delegation}`, draft);
    const shown = kept.map(({ id, at, why, person, words, wording }) => ({
      ...{ id, at: at as Instant, why: why as (typeof VERSION_REASONS)[number] },
      ...{ by: names.get(person) ?? "", words, wording },
    }));
    return c.json({ versions: shown }, 200);
  });

  api.openapi(erase, async (c) => {
    const { seat } = c.get("seated");
    const { report, draft } = c.req.valid("param");
    if (seat.as !== "delegation") return problem(c, refuse("not-permitted"));
    if (unknownReport(store, report)) return problem(c, refuse("unknown-report"));
    const room = roomNow(judgeState(store, report), roomOf(draft, seat.delegation), serverTime());
    if (!may(seat, "draft.erase", room)) return problem(c, refuse("not-permitted"));
    await eraseDrafts(report, room.delegation, [draft]);
    return c.json({ erased: [draft] }, 200);
  });
  api.openapi(eraseAll, async (c) => {
    const { seat } = c.get("seated");
    const { report } = c.req.valid("param");
    if (seat.as !== "delegation") return problem(c, refuse("not-permitted"));
    if (unknownReport(store, report)) return problem(c, refuse("unknown-report"));
    const all = allDraftsOf(store, report, seat.delegation);
    await eraseDrafts(report, seat.delegation, all);
    dropDamagedOf(store, `${report}/${seat.delegation}`);
    return c.json({ erased: all }, 200);
  });
}

/** Persons by what those in a room read of them: in a group's room delegations meet, and not persons. */
function namesIn(store: Store, { delegation, group }: DraftRoomNow): Map<string, string> {
  if (group === undefined) {
    return new Map(colleagues(store, delegation).map(({ person, name }) => [person, name]));
  }
  return new Map(
    group.members.flatMap((member) =>
      colleagues(store, member).map(({ person }) => [person, member] as const),
    ),
  );
}
