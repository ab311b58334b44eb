/** Every route, page and room says what it asks of `may`, and a route that says it does it. */
import { randomUUID } from "node:crypto";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { HttpBindings } from "@hono/node-server";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrateStore } from "#db/migrate";
import { closeStore, openStore, type Store } from "#db/open";
import type { Instant } from "#deliberation/ids";
import { mayAtAll, OWN_ACTS, PLAIN_ACTS } from "#deliberation/may";
import { Seat } from "#deliberation/seat";
import { BroughtReader } from "../brought-reader.ts";
import { Checkpoints } from "../checkpoints.ts";
import { RecordKeeper } from "../keeper.ts";
import { MadePapers } from "../made-papers.ts";
import { PaperPress } from "../paper-press.ts";
import { enter } from "../publish.ts";
import { StoreThread } from "../store-thread.ts";
import { openApi } from "./app.ts";
import { takesFile } from "./door.ts";
import type { Api } from "./parts.ts";

const ORIGIN = "http://localhost:3000";
const ACTS: readonly string[] = [...OWN_ACTS, ...PLAIN_ACTS];
const WORDS = ["anybody", "seated", "judged"];
const METHODS = ["get", "post", "put", "patch", "delete"] as const;

const person = randomUUID();
const inAlder = (inDelegation: string, rights: string[] = []) =>
  Seat.parse({ as: "delegation", person, delegation: "alder", function: inDelegation, rights });
const SEATS: (Seat | null)[] = [
  null,
  ...["head", "drafter", "capital", "reader"].map((one) => inAlder(one)),
  inAlder("drafter", ["clearing"]),
  inAlder("capital", ["submitting"]),
  ...["facilitator", "administrator", "reviewer"].map((as) => Seat.parse({ as, person })),
];

let folder: string;
let store: Store;
let api: Api;
let seat: Seat | null = null;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "rules-"));
  store = openStore(folder);
  migrateStore(store);
  const [keeper, checkpoints] = [new RecordKeeper(store), new Checkpoints(store)];
  const press = new PaperPress(folder);
  const secretariat = Seat.parse({ as: "administrator", person });
  const report = "A-63-677" as Parameters<typeof enter>[1];
  const item = { session: 63, agendaItem: 107, title: { en: "Trees" }, demonstration: true };
  await enter(keeper, report, secretariat, { kind: "item.opened", ...item });
  api = openApi({
    ...{
      store,
      keeper,
      checkpoints,
      press,
      made: new MadePapers(store, press),
      brought: new BroughtReader(),
      packs: new StoreThread(folder, "./pack-worker.ts"),
      filledTables: new StoreThread(folder, "./filled-table-worker.ts"),
      epoch: "e",
      origin: ORIGIN,
      volumeSize: 4096,
    },
    log: pino({ level: "silent" }),
    seatOf: async (_: HttpBindings["incoming"]) =>
      seat === null
        ? null
        : { seat, name: "Ann", signIn: "none", until: "2100-01-01T00:00:00.000Z" as Instant },
    standingOf: async () => ({ standing: "ended" }),
    markSubmitted: async () => {},
    eraseDrafts: async () => {},
    signInEnded: () => {},
    invite: () => {},
    post: { send: async () => "sent", close: () => {} },
  });
});
afterAll(() => {
  closeStore(store);
  rmSync(folder, { recursive: true });
});

function declared(): { method: string; at: string; asked: string | undefined }[] {
  const { paths = {} } = api.getOpenAPI31Document({ openapi: "3.1.0", info: { title: "", version: "" } });
  return Object.entries(paths).flatMap(([at, item]) =>
    METHODS.flatMap((method) => {
      const operation = item?.[method] as { "x-may"?: string } | undefined;
      return operation === undefined ? [] : [{ method, at, asked: operation["x-may"] }];
    }),
  );
}

async function ask(method: string, at: string): Promise<{ status: number; code: string | null }> {
  const url =
    ORIGIN +
    at
      .replace("{report}", "A-63-677")
      .replace("{draft}", "position.17-1")
      .replace("{candidate}", "17-1")
      .replace("{list}", "groups");
  const body = method === "get" || method === "delete" ? {} : { body: "{}" };
  const type = takesFile(method.toUpperCase(), new URL(url).pathname)
    ? "application/octet-stream"
    : "application/json";
  const headers = { origin: ORIGIN, "content-type": type, "content-length": "2" };
  const answer = await api.request(url, { method: method.toUpperCase(), headers, ...body }, { incoming: {} });
  const said = (answer.headers.get("content-type") ?? "").includes("problem")
    ? ((await answer.json()) as { code: string }).code
    : null;
  return { status: answer.status, code: said };
}

test("every route of the application declares what it asks, and is described", () => {
  const all = declared();
  expect(all.length).toBeGreaterThan(8);
  for (const { method, at, asked } of all) {
    expect([...ACTS, ...WORDS], `${method} ${at}`).toContain(asked);
  }
  // Nothing is routed that is not described: the description itself is the one exception.
  const described = new Set(
    all.map(({ method, at }) => `${method.toUpperCase()} ${at.replace(/\{(\w+)\}/g, ":$1")}`),
  );
  const routed = api.routes
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path: at }) => `${method} ${at}`);
  for (const one of new Set(routed)) {
    if (one !== "GET /api/v1/openapi.json") expect(described, one).toContain(one);
  }
});

test("[T13] the routes that take a file are the ones whose description says so", () => {
  const { paths = {} } = api.getOpenAPI31Document({ openapi: "3.1.0", info: { title: "", version: "" } });
  for (const [at, item] of Object.entries(paths)) {
    for (const method of METHODS) {
      const body = (item?.[method] as { requestBody?: { content: object } } | undefined)?.requestBody;
      const isFile = body !== undefined && "application/octet-stream" in body.content;
      expect(takesFile(method.toUpperCase(), at), `${method} ${at}`).toBe(isFile);
    }
  }
});

test("a route lets in exactly the seats that `may` lets in", async () => {
  for (const { method, at, asked = "" } of declared()) {
    for (const one of SEATS) {
      seat = one;
      const { status, code } = await ask(method, at);
      const name = `${method} ${at} as ${JSON.stringify(one)}: ${status} ${code}`;
      // What nobody needs a sign-in for is answered: done, or with what was wrong in an empty body.
      if (asked === "anybody") expect(status, name).toBe(method === "get" ? 200 : 400);
      else if (one === null) expect(code, name).toBe("not-signed-in");
      else if (ACTS.includes(asked))
        expect(code === "not-permitted", name).toBe(!mayAtAll(one, asked as (typeof PLAIN_ACTS)[number]));
      else expect(status, name).not.toBe(401);
    }
  }
  // Every seat on every route: a busy machine takes its time.
}, 120_000);

test("every page says what it asks; only the sign-in, an invitation and the empty shell are open to everybody", () => {
  const root = path.join(import.meta.dirname, "../..");
  const files = globSync("app/**/{page.tsx,route.ts}", { cwd: root });
  expect(files.length).toBeGreaterThan(8);
  const open = [
    ...["app/sign-in/page.tsx", "app/shell/page.tsx", "app/invitation/[token]/page.tsx"],
    "app/api/auth/[...nextauth]/route.ts",
  ];
  for (const file of files) {
    if (open.includes(file)) continue;
    const [, act] = /await seatedFor\(\s*"([^"]+)"/.exec(readFileSync(path.join(root, file), "utf8")) ?? [];
    expect(ACTS, file).toContain(act);
  }
});
