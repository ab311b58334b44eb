import * as encoding from "lib0/encoding";
import { afterEach, expect, test } from "vitest";
import type { WebSocket } from "ws";
import * as Y from "yjs";
import { loadRoom } from "#db/drafts";
import { MESSAGE } from "#deliberation/close-codes";
import { updateFrame } from "./frames.ts";
import { closed, type Person, REPORT, type Rehearsal, rehearse, until } from "./rehearsal.ts";

const ROOM = `drafts/${REPORT}/alder`;
const TEXT = "words/position.17-3";
const ID = "0190a0a0-0000-7000-8000-000000000000";
let stage: Rehearsal;
let ann: Person;
afterEach(() => stage.end());

async function begin() {
  stage = await rehearse();
  ann = stage.seat("Ann", "alder", "drafter");
}

const message = (update: Uint8Array) => {
  const frame = updateFrame(update);
  return frame.subarray(frame[1] === 126 ? 4 : frame[1] === 127 ? 10 : 2);
};

const SILENT_MS = 2_000;

/** Sends bytes in order on one socket: the last count acknowledged, or the code it was closed with. */
async function send(who: Person, ...all: Uint8Array[]): Promise<{ durable: number } | number> {
  const socket: WebSocket = stage.socket(who, ROOM);
  await new Promise((open) => socket.once("open", open));
  let durable = 0;
  socket.on("message", (data: Buffer) => {
    if (data[0] === MESSAGE.durable) durable = data[1] ?? 0;
  });
  for (const bytes of all) socket.send(bytes);
  let code: number | null = null;
  closed(socket).then((one) => {
    code = one;
  });
  // What is neither taken nor refused waits: of that nothing is heard.
  await until(() => code !== null || durable === all.length, SILENT_MS).catch(() => undefined);
  socket.close();
  return code ?? { durable };
}

function typed(change: (doc: Y.Doc) => void, client = 77): Uint8Array {
  const doc = new Y.Doc({ gc: false });
  doc.clientID = client;
  change(doc);
  return Y.encodeStateAsUpdate(doc);
}

function written(...numbers: number[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of numbers) encoding.writeVarUint(encoder, number);
  return encoding.toUint8Array(encoder);
}

test("only the known texts, fields and plain values come in", async () => {
  await begin();
  const allowed = [
    typed((doc) => doc.getText(TEXT).insert(0, "意见 رأي")),
    typed((doc) => doc.getMap("drafts").set("position.17-3/stance", "support"), 78),
    typed((doc) => {
      doc.getMap("drafts").set(`comment.${ID}/replyTo`, 4);
      doc.getMap("drafts").set(`statement.${ID}/passage.0123456789abcdef`, "{}");
    }, 79),
  ];
  expect(await send(ann, ...allowed.map(message))).toEqual({ durable: 3 });
  const refused: ((doc: Y.Doc) => void)[] = [
    (doc) => doc.getText("words/elsewhere").insert(0, "x"),
    (doc) => doc.getText("sentences/position.17-3").insert(0, "x"),
    (doc) => doc.getText("drafts").insert(0, "x"),
    (doc) => doc.getMap("drafts").set("position.17-3/submitted", "1:a"),
    (doc) => doc.getMap("drafts").set("position.17-3/passage.0123456789abcdef", "{}"),
    (doc) => doc.getMap("drafts").set(`statement.${ID}/passage.other`, "{}"),
    (doc) => doc.getMap("drafts").set("__proto__", "x"),
    (doc) => doc.getMap("drafts").set("__proto__/stance", "x"),
    (doc) => doc.getMap("drafts").set("position.17-3/stance", { nested: true }),
    (doc) => doc.getMap("drafts").set("position.17-3/stance", new Y.Map()),
    (doc) => doc.getMap("drafts").set("position.17-3/stance", Uint8Array.of(1)),
    (doc) => doc.getMap("drafts").set("position.17-3/stance", "x".repeat(65_537)),
    (doc) => doc.getMap(TEXT).set("key", "x"),
    (doc) => doc.getText(TEXT).insert(0, "bold", { bold: true }),
    (doc) => doc.getText(TEXT).insertEmbed(0, { image: "x" }),
    (doc) => doc.getArray(TEXT).insert(0, ["x"]),
  ];
  for (const change of refused) {
    expect(await send(ann, message(typed(change, 80))), String(change)).toBe(4400);
  }
  expect(loadRoom(stage.store, `${REPORT}/alder`).clients.size).toBe(3);
});

test("nobody writes under another's client id, or erases with pieces that are not on file", async () => {
  await begin();
  const bea = stage.seat("Bea", "alder", "drafter");
  await send(bea, message(typed((doc) => doc.getText(TEXT).insert(0, "Bea's"), 500)));
  const forged = typed((doc) => {
    doc.getText(TEXT).insert(0, "Bea's");
    doc.getText(TEXT).insert(5, " forged");
  }, 500);
  expect(await send(ann, message(forged))).toBe(4400);
  expect(await send(ann, message(typed((doc) => doc.getText(TEXT).insert(0, "server"), 1)))).toBe(4400);
  // One client, one struct, client 500 from clock 5: an erased piece of length 9; then no deletions.
  expect(await send(ann, message(written(1, 1, 500, 5, 0, 9, 0)))).toBe(4400);
  expect(await send(ann, message(written(1, 1, 900, 0, 0, 9, 0)))).toBe(4400);
  // And a gap.
  expect(await send(ann, message(written(1, 1, 900, 0, 10, 9, 0)))).toBe(4400);
  expect(await send(bea, message(forged))).toEqual({ durable: 1 });
});

test("nobody waits for the server's next words to stand in their place", async () => {
  await begin();
  const server = new Y.Doc();
  server.clientID = 1;
  server.getMap("drafts").set("position.17-3/submitted", "1:a");
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(server));
  doc.clientID = 70;
  const before = Y.encodeStateVector(doc);
  doc.getMap("drafts").set("position.17-3/submitted", "9:b");
  expect(await send(ann, message(Y.encodeStateAsUpdate(doc, before)))).toBe(4400);
});

test("frames are read strictly", async () => {
  await begin();
  const good = message(typed((doc) => doc.getText(TEXT).insert(0, "x")));
  const refused = [
    Uint8Array.of(),
    Uint8Array.of(0x80, 0x00, ...good.subarray(1)),
    Uint8Array.of(...good, 0),
    Uint8Array.of(2, 0),
    Uint8Array.of(0, 7),
    good.subarray(0, -1),
    message(Uint8Array.of(...typed((doc) => doc.getText(TEXT).insert(0, "x")), 0)),
    message(typed((doc) => doc.getText(TEXT).insert(0, "x")).subarray(0, -2)),
    // Announces 33 million pieces in seven bytes.
    message(written(1, 33_000_000, 5)),
  ];
  for (const bytes of refused) expect(await send(ann, bytes)).toBe(4400);
  expect(await send(ann, good)).toEqual({ durable: 1 });
});

test("a text has a limit, and reaching it costs the colleagues nothing that was saved", async () => {
  await begin();
  const most = "字".repeat(21_845);
  expect(await send(ann, message(typed((doc) => doc.getText(TEXT).insert(0, most))))).toEqual({ durable: 1 });
  const more = typed((doc) => {
    doc.getText(TEXT).insert(0, most);
    doc.getText(TEXT).insert(0, "更");
  });
  expect(await send(ann, message(more))).toBe(4413);
  const doc = new Y.Doc();
  for (const update of loadRoom(stage.store, `${REPORT}/alder`).updates) Y.applyUpdate(doc, update);
  expect(doc.getText(TEXT).toString()).toBe(most);
  const huge = typed((big) => big.getText(TEXT).insert(0, "x".repeat(300_000)), 90);
  expect(await send(ann, message(huge))).toBe(4413);
});

test("a frame that waits for missing pieces holds up the count until they come", async () => {
  await begin();
  const doc = new Y.Doc();
  doc.clientID = 60;
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (const word of ["one ", "two ", "three"]) doc.getText(TEXT).insert(doc.getText(TEXT).length, word);
  const [one, two, three] = updates.map(message) as unknown as [Uint8Array, Uint8Array, Uint8Array];
  expect(await send(ann, one, three)).toEqual({ durable: 1 });
  expect(await send(ann, one, three, two)).toEqual({ durable: 3 });
});

test("what waits for missing pieces is capped", async () => {
  await begin();
  const doc = new Y.Doc();
  doc.clientID = 61;
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (let i = 0; i < 4; i += 1) doc.getText(TEXT).insert(0, "x".repeat(30_000));
  expect(await send(ann, ...updates.slice(1).map(message))).toBe(4400);
});

test("a browser that comes back brings what it wrote under several ids, each beside the others", async () => {
  await begin();
  const tabs = [905, 31, 480];
  const doc = new Y.Doc();
  for (const client of tabs) {
    doc.clientID = client;
    doc.getText(TEXT).insert(Math.floor(doc.getText(TEXT).length / 2), "words");
  }
  expect(await send(ann, message(Y.encodeStateAsUpdate(doc)))).toEqual({ durable: 1 });
});

test("too many frames a second end the connection", async () => {
  await begin();
  const empty = message(Uint8Array.of(0, 0));
  expect(await send(ann, ...Array.from({ length: 90 }, () => empty))).toEqual({ durable: 90 });
  // Far more than the allowance grows by while a slow machine sends them.
  const socket = stage.socket(ann, ROOM);
  await new Promise((open) => socket.once("open", open));
  const code = closed(socket);
  for (let n = 0; n < 1_000; n += 1) socket.send(empty);
  expect(await code).toBe(4429);
});

test("pieces that overlap stand in one place, also where one of them waited", async () => {
  await begin();
  const later = (root: string) => {
    const doc = new Y.Doc();
    doc.clientID = 900;
    doc.getText(TEXT).insert(0, "abc");
    const before = Y.encodeStateVector(doc);
    doc.getText(root).insert(root === TEXT ? 3 : 0, "defghi");
    return Y.encodeStateAsUpdate(doc, before);
  };
  const first = typed((doc) => doc.getText(TEXT).insert(0, "abcde"), 900);
  expect(await send(ann, message(later("wording/position.17-3")), message(first))).toBe(4400);
  expect(await send(ann, message(later(TEXT)), message(first))).toEqual({ durable: 2 });
});
