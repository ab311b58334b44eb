/** How a request may come in disguise: another's cookie or none, another site's page, another form or path. */
import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import type { Random } from "../random.ts";
import type { Seated } from "../stage.ts";
import type { Asked } from "./ask.ts";
import type { Home } from "./cast.ts";

/** A change of a request, and the statuses it may be refused with; 201 among them where it changes nothing. */
export interface Disguise {
  asked: Asked;
  refusedWith: number[];
}

const COOKIE = "next-auth.session-token";

/** A cookie that is nobody's. */
export async function nobodysCookie(
  asked: Asked,
  random: Random,
  home: Home,
  victim: Seated,
): Promise<Disguise> {
  const token = victim.cookie.slice(victim.cookie.indexOf("=") + 1);
  const other = (secret: string, claims: object, maxAge = 3_600) =>
    encode({ token: { ...claims }, secret, maxAge });
  const gone = random.of(home.gone);
  const spoilt = token.slice(0, 40) + (token[40] === "A" ? "B" : "A") + token.slice(41);
  const cookies: (() => string | Promise<string>)[] = [
    () => "",
    () => gone.cookie,
    () => gone.cookie,
    () => `${COOKIE}=${spoilt}`,
    () => `${COOKIE}=${token.slice(0, -3)}`,
    () => `${COOKIE}=${victim.signIn}`,
    () => `${COOKIE}=${victim.person}`,
    () => `${COOKIE}=${randomUUID()}`,
    () => `__Secure-${gone.cookie}`,
    () => `session=${token}; signIn=${victim.signIn}; x${victim.cookie}`,
    async () => `${COOKIE}=${await other("another secret", { signIn: victim.signIn })}`,
    async () => `${COOKIE}=${await other("", { signIn: victim.signIn }).catch(() => "none")}`,
    () => `${COOKIE}=${unsealed({ signIn: victim.signIn })}`,
  ];
  const cookie = await random.of(cookies)();
  const { cookie: _, ...headers } = asked.headers;
  // What a careless server might take for a sign-in.
  const named = random.of([
    {},
    { authorization: `Bearer ${victim.signIn}` },
    { authorization: `Bearer ${token}` },
    {
      "x-person": victim.person,
      "x-delegation": String(victim.delegation),
      "x-forwarded-user": victim.person,
    },
    { "x-sign-in": victim.signIn },
  ]);
  const dressed = { ...asked, headers: { ...headers, ...named, ...(cookie === "" ? {} : { cookie }) } };
  return { asked: dressed, refusedWith: [401] };
}

function unsealed(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "none", typ: "JWT" })}.${part(claims)}.`;
}

/** From a page of another site. */
export function fromElsewhere(asked: Asked, random: Random, origin: string): Disguise {
  const { origin: _, ...headers } = asked.headers;
  const site = random.of<Record<string, string>>([
    {},
    { origin: "null" },
    { origin: "http://elsewhere.test" },
    { origin: `${origin}.elsewhere.test` },
    { origin: `${origin}/` },
    { origin: origin.replace("localhost", "127.0.0.1") },
    { origin: origin.replace("http:", "https:") },
    { origin: origin.replace(/\d+$/, "1") },
    { origin: "http://elsewhere.test", referer: `${origin}/`, host: "elsewhere.test" },
    { origin: `${origin}, http://elsewhere.test` },
    { origin, "sec-fetch-site": "cross-site" },
    { origin, "sec-fetch-site": "same-site" },
    { origin, "sec-fetch-site": "Same-Origin " },
  ]);
  // A space around a value is no part of it.
  const refusedWith = site["sec-fetch-site"]?.startsWith("Same-Origin") ? [403, 201] : [403];
  return { asked: { ...asked, headers: { ...headers, ...site } }, refusedWith };
}

/** As a form of another site could send it, or too much of it. */
export function inAnotherForm(asked: Asked, random: Random): Disguise {
  const { "content-type": _, ...headers } = asked.headers;
  const as = (type: string): Disguise => ({
    asked: { ...asked, headers: { ...headers, "content-type": type } },
    refusedWith: [415],
  });
  return random.of<() => Disguise>([
    () => as("text/plain"),
    () => as("application/x-www-form-urlencoded"),
    () => as("multipart/form-data; boundary=x"),
    () => as("application/jsonp"),
    () => as("text/json, application/json"),
    () => ({ asked: { ...asked, headers }, refusedWith: [415] }),
    () => ({ asked: { ...asked, chunked: true }, refusedWith: [413] }),
    () => ({ asked: { ...asked, body: `${asked.body}${" ".repeat(1_048_577)}` }, refusedWith: [413, 0] }),
    () => ({ asked: { ...asked, body: asked.body.slice(0, -1) }, refusedWith: [400] }),
    () => ({ asked: { ...asked, body: `[${asked.body}]` }, refusedWith: [400] }),
  ])();
}

/** By another way, or as another method. Some are the same place by another name. */
export function byAnotherWay(asked: Asked, random: Random): Disguise {
  const { path, headers } = asked;
  const refusedWith = [400, 401, 403, 404, 405];
  const way = (to: string): Disguise => ({
    asked: { ...asked, path: to },
    refusedWith: [...refusedWith, 201],
  });
  return random.of<() => Disguise>([
    () => way(`${path}/`),
    () => way(`/${path}`),
    () => way(path.replace("/submissions", "/x/../submissions")),
    () => way(path.replace("/submissions", "%2fsubmissions")),
    () => way(path.replace("/submissions", "/%2e%2e/A-63-677/submissions")),
    () => way(path.replace("A-63-677", "A-63-677%00")),
    () => way(path.replace("A-63-677", "a-63-677")),
    () => way(path.replace("A-63-677", "A%2D63%2D677")),
    () => way(path.toUpperCase()),
    () => way(`http://elsewhere.test${path}`),
    () => way(`${path}?delegation=tree-1&person=1`),
    () => ({ asked: { ...asked, method: "PUT" }, refusedWith }),
    () => ({ asked: { ...asked, method: "PATCH" }, refusedWith }),
    () => ({
      asked: { ...asked, method: "PUT", headers: { ...headers, "x-http-method-override": "POST" } },
      refusedWith,
    }),
  ])();
}

/** [R6] Says who the author is, when it was and where it stands. */
export function signedAsAnother(
  submission: object,
  random: Random,
  victim: Seated,
): { body: string; refusedWith: number[] } {
  const by = { delegation: victim.delegation, capacity: "national" };
  const provenance = { v: 1, drafted: [victim.person], cleared: victim.person, submitted: victim.person };
  const claims = random.of<object>([
    { by },
    { delegation: victim.delegation },
    { capacity: "secretariat" },
    { at: "2020-01-01T00:00:00.000Z" },
    { seq: 1 },
    { provenance },
    { person: victim.person, seat: { as: "administrator", person: victim.person } },
    { by, provenance, seq: 1, v: 1 },
    { constructor: { by } },
    { header: { audience: "everyone" }, bodySalt: "0".repeat(32) },
  ]);
  if (random.chance(0.2)) {
    // A key that JavaScript itself may take for more than a key: refused, or without any effect.
    const hidden = `{"__proto__":${JSON.stringify({ by, delegation: victim.delegation })},`;
    return { body: hidden + JSON.stringify(submission).slice(1), refusedWith: [400, 201] };
  }
  const { content } = submission as { content?: object };
  const inside = content !== undefined && random.chance(0.5);
  const forged = inside
    ? { ...submission, content: { ...content, ...claims } }
    : { ...submission, ...claims };
  return { body: JSON.stringify(forged), refusedWith: [400] };
}
