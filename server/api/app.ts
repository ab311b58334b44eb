/** /api/v1: the routes, described by their own schemas. Each declares what it asks of `may` (`x-may`). */

import { OpenAPIHono } from "@hono/zod-openapi";
import { storageFault } from "#db/faults";
import { refuse } from "#deliberation/refusal";
import { auditRoutes } from "./audit.ts";
import { calendarRoutes } from "./calendar.ts";
import { candidateRoutes } from "./candidates.ts";
import { credentialRoutes } from "./credentials.ts";
import { type Env, guardSeat, guardWrites } from "./door.ts";
import { draftRoutes } from "./drafts.ts";
import { filledTableRoutes } from "./filled-table.ts";
import { IncomingFiles } from "./incoming-file.ts";
import { installationRoutes } from "./installation.ts";
import { acceptanceRoutes, invitationRoutes } from "./invitations.ts";
import { invitedPlaceRoutes } from "./invited-place.ts";
import { listRoutes } from "./lists.ts";
import { madePaperRoutes } from "./made-papers.ts";
import { noticeRoutes } from "./notices.ts";
import { originalRoutes } from "./originals.ts";
import { packRoutes } from "./pack.ts";
import { papersRoutes } from "./papers.ts";
import type { Api, ApiParts } from "./parts.ts";
import { problem } from "./problem.ts";
import { projectorRoutes } from "./projector.ts";
import { readMarkRoutes } from "./read-marks.ts";
import { recordRoutes } from "./record.ts";
import { reminderRoutes } from "./reminders.ts";
import { rightRoutes } from "./rights.ts";
import { savedViewRoutes } from "./saved-views.ts";
import { seatRoutes } from "./seats.ts";
import { signInRoutes, standingRoutes } from "./sign-in.ts";
import { submissionRoutes } from "./submissions.ts";
import { textRoutes } from "./text.ts";
import { visitRoutes } from "./visits.ts";

export function openApi(parts: ApiParts): Api {
  const api: Api = new OpenAPIHono<Env>({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const [issue] = result.error.issues;
      return problem(c, refuse("malformed", issue && `${issue.path.join(".") || "body"}: ${issue.message}`));
    },
  });
  api.onError((error, c) => {
    // Hono throws this for a body that is not JSON at all.
    if ("status" in error && error.status === 400) return problem(c, refuse("malformed", "body: not JSON"));
    parts.log.error({ err: error }, "a request failed");
    return problem(c, refuse(storageFault(error) ?? "internal"));
  });
  api.notFound((c) => problem(c, refuse("not-found")));
  api.doc31("/api/v1/openapi.json", {
    openapi: "3.1.0",
    info: { title: "Continued Consideration", version: "1" },
  });
  installationRoutes(api, parts);
  standingRoutes(api, parts);
  acceptanceRoutes(api, parts);
  api.use("/api/v1/*", guardWrites(parts.origin), guardSeat(parts.seatOf));
  recordRoutes(api, parts);
  textRoutes(api, parts);
  submissionRoutes(api, parts);
  draftRoutes(api, parts);
  rightRoutes(api, parts);
  seatRoutes(api, parts);
  invitationRoutes(api, parts);
  credentialRoutes(api, parts);
  auditRoutes(api, parts);
  papersRoutes(api, parts);
  madePaperRoutes(api, parts);
  projectorRoutes(api, parts);
  invitedPlaceRoutes(api, parts);
  const files = new IncomingFiles(parts.seatOf);
  originalRoutes(api, parts, files);
  packRoutes(api, parts, files);
  filledTableRoutes(api, parts, files);
  listRoutes(api, parts, files);
  calendarRoutes(api, parts);
  visitRoutes(api, parts);
  noticeRoutes(api, parts);
  readMarkRoutes(api, parts);
  savedViewRoutes(api, parts);
  reminderRoutes(api, parts);
  candidateRoutes(api, parts);
  signInRoutes(api, parts);
  return api;
}
