import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { HttpBindings } from "@hono/node-server";
import { strToU8, zipSync } from "fflate";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { saveClearance } from "#db/clearances";
import { migrateStore } from "#db/migrate";
import { closeStore, openStore, type Store } from "#db/open";
import { dropOriginalsOf, dropUnfinishedOriginals } from "#db/originals";
import { type DelegationKey, DraftId, type Instant, type ReportId, SubmissionId } from "#deliberation/ids";
import { Seat } from "#deliberation/seat";
import { Content, Submission } from "#deliberation/submission";
import { BroughtReader } from "../brought-reader.ts";
import { Checkpoints } from "../checkpoints.ts";
import { RecordKeeper, serverTime } from "../keeper.ts";
import { MadePapers } from "../made-papers.ts";
import { PaperPress } from "../paper-press.ts";
import { enter } from "../publish.ts";
import { StoreThread } from "../store-thread.ts";
import { openApi } from "./app.ts";
import type { Api } from "./parts.ts";

const ORIGIN = "http://localhost:3000";
const REPORT = "A-63-677" as ReportId;
const ALDER = "alder" as DelegationKey;
const DRAFT = DraftId.parse("statement.00000000-0000-4000-8000-000000000001");
const of = (delegation: string, inDelegation = "head") =>
  Seat.parse({ as: "delegation", person: randomUUID(), delegation, function: inDelegation, rights: [] });
const secretariat = Seat.parse({ as: "administrator", person: randomUUID() });
const facilitator = Seat.parse({ as: "facilitator", person: randomUUID() });
const alder = of("alder");

let folder: string;
let store: Store;
let keeper: RecordKeeper;
let api: Api;
let seat: Seat = secretariat;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "originals-"));
  store = openStore(folder);
  migrateStore(store);
  keeper = new RecordKeeper(store);
  const press = new PaperPress(folder);
  const names = { names: { en: "A tree" } };
  const text = {
    symbol: "A/63/677",
    version: 1,
    lang: "zh",
    title: "词",
    text: "a".repeat(64),
    paragraphs: ["17"],
  };
  const modalities = { attribution: "attributed", audience: "everyone", totals: true, languages: ["en"] };
  const closesAt = "2999-01-01T00:00:00.000Z";
  const begun = [
    { kind: "item.opened", session: 63, agendaItem: 107, title: { en: "Trees" }, demonstration: true },
    { kind: "text.published", ...text },
    { kind: "delegation.admitted", delegation: "alder", delegationKind: "member", ...names },
    { kind: "delegation.admitted", delegation: "birch", delegationKind: "member", ...names },
    { kind: "round.opened", round: "1", session: 81, closesAt, modalities },
  ];
  for (const asked of begun) await enter(keeper, REPORT, secretariat, asked as Parameters<typeof enter>[3]);
  api = openApi({
    ...{ store, keeper, press, made: new MadePapers(store, press), checkpoints: new Checkpoints(store) },
    ...{
      brought: new BroughtReader(),
      packs: new StoreThread(folder, "./pack-worker.ts"),
      filledTables: new StoreThread(folder, "./filled-table-worker.ts"),
      epoch: "e",
      origin: ORIGIN,
      volumeSize: 4096,
    },
    log: pino({ level: "silent" }),
    seatOf: async (_: HttpBindings["incoming"]) => ({
      ...{ seat, name: "Ann", signIn: "none", until: "2100-01-01T00:00:00.000Z" as Instant },
    }),
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

async function brings(as: Seat, words: string | Uint8Array<ArrayBuffer>, sent: RequestInit = {}) {
  seat = as;
  const body = typeof words === "string" ? new TextEncoder().encode(words) : words;
  const headers = {
    origin: ORIGIN,
    "content-type": "application/octet-stream",
    "content-length": `${body.length}`,
    ...sent.headers,
  };
  const url = `${ORIGIN}/api/v1/reports/${REPORT}/originals?name=our+words.txt&draft=${DRAFT}`;
  const answer = await api.request(url, { method: "POST", body, ...sent, headers }, { incoming: {} });
  return (await answer.json()) as {
    original: { name: string; sha256: string };
    words: string;
    code?: string;
  };
}

/** A Word file with one paragraph, and a picture of so many bytes that no packing makes smaller. */
function wordFile(words: string, pictureBytes: number): Uint8Array<ArrayBuffer> {
  const xml = (part: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${part}`);
  const paragraph = `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
  const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph}</w:body></w:document>`;
  return new Uint8Array(
    zipSync({
      "[Content_Types].xml": xml(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
      ),
      "_rels/.rels": xml(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
      "word/document.xml": xml(document),
      "word/media/map.png": [randomBytes(pictureBytes), { level: 0 }],
    }),
  );
}

async function fetches(as: Seat, hash: string): Promise<{ status: number; text: string }> {
  seat = as;
  const answer = await api.request(
    `${ORIGIN}/api/v1/reports/${REPORT}/originals/${hash}`,
    {},
    { incoming: {} },
  );
  return { status: answer.status, text: await answer.text() };
}

test("[T10] before it is submitted the original is the delegation's alone; then it is as its entry is", async () => {
  const { original, words } = await brings(alder, "We agree.");
  expect(words).toBe("We agree.");
  const others = [of("birch"), secretariat, facilitator];
  const nothing = await fetches(of("birch"), "f".repeat(64));
  for (const other of others) expect(await fetches(other, original.sha256)).toEqual(nothing);
  expect(await fetches(of("alder", "reader"), original.sha256)).toEqual(nothing);
  expect(await fetches(of("alder", "capital"), original.sha256)).toEqual({ status: 200, text: "We agree." });

  const place = { lang: "en", textVersion: 1, round: "1", passages: [], audience: "everyone" };
  const said = { manner: "written", date: "2026-11-19", words, original, ...place };
  const content = Content.parse({ kind: "statement.made", ...said });
  saveClearance(
    store,
    { report: REPORT, delegation: ALDER, draft: DRAFT },
    content,
    alder.person,
    serverTime(),
  );
  const id = SubmissionId.parse("00000000-0000-7000-8000-000000000099");
  const submission = Submission.parse({ id, kind: content.kind, draft: DRAFT, content });
  expect(await keeper.submit(REPORT, submission, alder)).toHaveProperty("entry");
  for (const other of others)
    expect(await fetches(other, original.sha256)).toEqual({ status: 200, text: "We agree." });
});

test("[T10] naming another's file gives nobody its bytes", async () => {
  const { original } = await brings(alder, "Not for others.");
  const birch = of("birch");
  const fields = { manner: "written", date: "2026-11-19", words: "Ours.", lang: "en", passages: [] };
  const content = Content.parse({
    ...{ kind: "statement.made", ...fields, original, audience: "everyone", textVersion: 1, round: "1" },
  });
  const draft = DraftId.parse("statement.00000000-0000-4000-8000-000000000002");
  const place = { report: REPORT, delegation: "birch" as DelegationKey, draft };
  saveClearance(store, place, content, birch.person, serverTime());
  const id = SubmissionId.parse("00000000-0000-7000-8000-000000000098");
  const submission = Submission.parse({ id, kind: content.kind, draft, content });
  expect(await keeper.submit(REPORT, submission, birch)).toHaveProperty("entry");
  expect((await fetches(birch, original.sha256)).status).toBe(404);
  expect((await fetches(facilitator, original.sha256)).status).toBe(404);
});

test("[T10] a file goes with its draft, unless an entry names it", async () => {
  const { original } = await brings(alder, "To be erased.");
  dropOriginalsOf(store, REPORT, ALDER, [DRAFT], new Set([original.sha256]));
  expect((await fetches(alder, original.sha256)).status).toBe(200);
  dropOriginalsOf(store, REPORT, ALDER, [DRAFT], new Set());
  expect((await fetches(alder, original.sha256)).status).toBe(404);
});

test("[T9] an empty or hostile file is refused at the door, with a code, and not kept", async () => {
  expect((await brings(alder, "  ")).code).toBe("file-unreadable");
  expect((await brings(alder, "PK but no zip")).code).toBe("file-unreadable");
  expect((await brings(alder, "x".repeat(70_000))).code).toBe("too-large");
  expect((await brings(of("alder", "capital"), "Words.")).code).toBe("not-permitted");
  expect((await brings(facilitator, "Words.")).code).toBe("not-permitted");
});

test("[T13] a file of many mebibytes is brought whole and given back byte for byte, and goes whole", async () => {
  const file = wordFile("With maps.", 5 * 1024 * 1024);
  const { original, words } = await brings(alder, file);
  expect(words).toBe("With maps.");
  expect(original.sha256).toBe(createHash("sha256").update(file).digest("hex"));
  seat = alder;
  const url = `${ORIGIN}/api/v1/reports/${REPORT}/originals/${original.sha256}`;
  const answer = await api.request(url, {}, { incoming: {} });
  expect(answer.headers.get("content-length")).toBe(String(file.length));
  expect(Buffer.from(await answer.arrayBuffer()).equals(file)).toBe(true);
  const pieces = () => store.sqlite.prepare("SELECT count(*) AS n FROM original_pieces").get();
  dropUnfinishedOriginals(store);
  expect(pieces()).toEqual({ n: 5 });
  dropOriginalsOf(store, REPORT, ALDER, [DRAFT], new Set());
  expect(pieces()).toEqual({ n: 0 });
});

test("[T13] a file beyond the limit, of another length than it says, or no file is refused with a code", async () => {
  const said = (length: number) => ({ headers: { "content-length": String(length) } });
  expect((await brings(alder, "Words.", said(20 * 1024 * 1024 + 1))).code).toBe("file-too-large");
  expect((await brings(alder, "Words.", said(7))).code).toBe("malformed");
  expect((await brings(alder, "Words.", said(5))).code).toBe("malformed");
  const json = { headers: { "content-type": "application/json" } };
  expect((await brings(alder, "{}", json)).code).toBe("not-a-file");
  // Every other route stays at what words need.
  seat = alder;
  const headers = { origin: ORIGIN, "content-type": "application/json", "content-length": "1048577" };
  const url = `${ORIGIN}/api/v1/reports/${REPORT}/submissions`;
  const answer = await api.request(url, { method: "POST", headers, body: "{}" }, { incoming: {} });
  expect(answer.status).toBe(413);
});

test("[T13] who lost the seat while the file was on its way brought nothing", async () => {
  const body = new ReadableStream({
    pull(controller) {
      controller.enqueue(new TextEncoder().encode("Words."));
      controller.close();
      seat = of("alder", "capital");
    },
  });
  const sent = { body, duplex: "half" } as RequestInit;
  expect((await brings(alder, "Words.", sent)).code).toBe("not-permitted");
});
