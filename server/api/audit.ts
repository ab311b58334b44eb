/** The audit as a table: all of it for the secretariat, the own delegation's part for a head. */
import { createRoute, z } from "@hono/zod-openapi";
import { type AuditFilter, auditRows } from "#db/audit";
import { delegationNamed } from "#db/seats";
import type { Instant } from "#deliberation/ids";
import { may } from "#deliberation/may";
import { auditCsv } from "#formats/audit-csv";
import type { Api, ApiParts } from "./parts.ts";
import { AuditQuery } from "./people-schemas.ts";
import { asks } from "./routes.ts";

const TYPE = "text/csv; charset=utf-8";

const audit = createRoute({
  ...asks("audit.read"),
  method: "get",
  path: "/api/v1/people/audit.csv",
  summary: "What was done with persons, seats, rights, invitations and credentials, as a table",
  request: { query: AuditQuery },
  responses: { 200: { description: "The audit", content: { [TYPE]: { schema: z.string() } } } },
});

export function auditRoutes(api: Api, { store }: ApiParts): void {
  api.openapi(audit, (c): Response => {
    const { seat } = c.get("seated");
    const { delegation, act, from, until, lang } = c.req.valid("query");
    const own = seat.as === "delegation" && !may(seat, "people.administer");
    const filter: AuditFilter = {
      ...(own ? { delegation: seat.delegation, own } : { delegation }),
      ...(act && { acts: [act] }),
      ...(from && { from: `${from}T00:00:00.000Z` as Instant }),
      // The whole of the last day.
      ...(until && { before: `${until}T23:59:59.999Z` as Instant }),
    };
    const { rows } = auditRows(store, filter, { offset: 0, limit: -1 });
    const names = new Map<string, string>();
    for (const key of new Set(rows.flatMap(({ delegation: one }) => one ?? []))) {
      const named = delegationNamed(store, key)?.names;
      names.set(key, named?.[lang] ?? named?.en ?? key);
    }
    const lines = rows.map((row) => ({ ...row, delegation: names.get(row.delegation ?? "") ?? null }));
    return c.body(auditCsv(lines, lang), 200, {
      "content-type": TYPE,
      "content-disposition": 'attachment; filename="people_audit.csv"',
    });
  });
}
