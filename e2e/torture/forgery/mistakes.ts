/** Mistakes by which somebody could write as another: each a change of the server's own text. */
import type { Mistake } from "../mistake.ts";

export const FORGERIES: Record<string, Mistake[]> = {
  /** Any site's page may write with the cookie of whoever looks at it. */
  "origin-unchecked": [
    { file: "server/api/door.ts", says: 'c.req.header("origin") !== origin ||', instead: "" },
  ],
  "rooms-to-any-origin": [
    {
      file: "server/live/upgrade.ts",
      says: "return request.headers.origin !== origin;",
      instead: "return request.headers.origin === origin && false;",
    },
  ],
  /** A header names the sign-in. */
  "sign-in-by-header": [
    {
      file: "server/identity.ts",
      says: 'const cookies = parseCookies(request.headers.cookie ?? "");',
      instead: `const named = request.headers["x-sign-in"];
  if (typeof named === "string") return named;
  const cookies = parseCookies(request.headers.cookie ?? "");`,
    },
  ],
  "revoked-still-good": [{ file: "db/sign-ins.ts", says: "isNull(signIns.revokedAt),", instead: "" }],
  /** A clearance is found by the draft's name alone. */
  "clearance-of-anybody": [
    {
      file: "db/clearances.ts",
      says: '    eq(clearances.delegation, sql.placeholder("delegation")),\n',
      instead: "",
    },
  ],
  "id-answers-anybody": [
    {
      file: "deliberation/admit.ts",
      says: "return sameBody && sameAudience ?",
      instead: "return sameAudience ?",
    },
  ],
  "client-ids-unowned": [
    { file: "server/live/firewall.ts", says: "(owner !== undefined && owner !== person)", instead: "false" },
  ],
  "presence-as-claimed": [
    {
      file: "server/live/colleagues.ts",
      says: "return JSON.stringify({ name,",
      instead: "return JSON.stringify({ name: (sent as { name?: string }).name ?? name,",
    },
  ],
  "rights-read-at-the-door-only": [
    {
      file: "server/live/draft-room.ts",
      says: "if (!this.#parts.stillWrites(member)) return;",
      instead: "",
    },
  ],
};
