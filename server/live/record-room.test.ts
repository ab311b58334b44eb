import { afterEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { allEntries } from "#db/record";
import { canonicalJson, headerHash } from "#deliberation/canonical";
import { GENESIS } from "#deliberation/ids";
import { publicForm } from "#deliberation/view";
import { step1Frame, updateFrame } from "./frames.ts";
import { RecordRoom } from "./record-room.ts";
import { closed, REPORT, type Rehearsal, rehearse, until } from "./rehearsal.ts";

let stage: Rehearsal;
afterEach(() => stage.end());

const entriesIn = (doc: Y.Doc) => [0, 1, 2].flatMap((n) => doc.getArray<string>(`p${n}`).toArray());
const stored = () => [...allEntries(stage.store, REPORT)].map((entry) => canonicalJson(publicForm(entry)));
/** The message in a server's frame, to be sent by a client. */
const payload = (frame: Buffer) => frame.subarray(frame[1] === 126 ? 4 : 2);

test("a volume's bytes are the same however it was built", async () => {
  stage = await rehearse();
  const grown = new RecordRoom(stage.store, REPORT, 1, 4096);
  for (let i = 0; i < 300; i += 1) {
    await stage.grow();
    if (i % 3 === 0) grown.grown();
  }
  grown.grown();
  const atOnce = new RecordRoom(stage.store, REPORT, 1, 4096);
  expect(Buffer.from(grown.bytes()).equals(atOnce.bytes())).toBe(true);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, atOnce.bytes());
  expect(entriesIn(doc)).toEqual(stored());
  expect(doc.getArray("p0").length).toBe(256);
});

test("a reader sees entries as they are recorded, and a full volume goes on in the next", async () => {
  stage = await rehearse({ volumeSize: 3 });
  const reader = stage.seat("Ann", "alder", "reader");
  const first = stage.provider(reader, `record/${REPORT}/1`);
  await until(() => first.synced);
  expect(entriesIn(first.doc)).toEqual(stored());
  for (let i = 0; i < 4; i += 1) await stage.grow();
  await until(() => entriesIn(first.doc).length === 3);
  const second = stage.provider(reader, `record/${REPORT}/2`);
  await until(() => entriesIn(second.doc).length === 2);
  expect([...entriesIn(first.doc), ...entriesIn(second.doc)]).toEqual(stored());
  expect(await closed(stage.socket(reader, `record/${REPORT}/3`))).toBe(4403);
  await stage.grow();
  await until(() => entriesIn(second.doc).length === 3);
  expect(entriesIn(first.doc)).toHaveLength(3);
});

test("nobody writes the record", async () => {
  stage = await rehearse();
  const head = stage.seat("Ann", "alder", "head");
  const provider = stage.provider(head, `record/${REPORT}/1`);
  const code = new Promise<number>((resolve) => provider.on("closed", (event) => resolve(event.code)));
  await until(() => provider.synced);
  provider.doc.getArray("p0").push(["invented"]);
  expect(await code).toBe(4400);

  const idle = stage.socket(head, `record/${REPORT}/1`);
  const ended = closed(idle);
  await new Promise((open) => idle.once("open", open));
  idle.send(payload(updateFrame(Uint8Array.of(0, 0))));
  idle.send(payload(step1Frame(Uint8Array.of(0))));
  await new Promise((open) => idle.once("message", open));
  expect(idle.readyState).toBe(WebSocket.OPEN);
  idle.close();
  await ended;
});

test("a copy of another history is turned away", async () => {
  stage = await rehearse();
  await stage.grow();
  const who = stage.seat("Ann", "alder", "reader");
  const [, second] = [...allEntries(stage.store, REPORT)];
  const hash = second === undefined ? "" : headerHash(second.header);
  const room = `record/${REPORT}/1`;
  const code = (params: Record<string, string>) => closed(stage.socket(who, room, params));
  expect(await code({ epoch: "another" })).toBe(4409);
  expect(await code({ seq: "2", hash: GENESIS })).toBe(4409);
  expect(await code({ seq: "9", hash })).toBe(4409);
  expect(await code({ seq: "two", hash })).toBe(4409);
  expect(await code({ seq: "2" })).toBe(4409);
  const ahead = stage.socket(who, room, { seq: "2", hash });
  await new Promise((open) => ahead.once("open", open));
  const more = new Y.Doc();
  more.clientID = 1;
  more.getArray("p0").push(["a", "b", "c"]);
  ahead.send(payload(step1Frame(Y.encodeStateVector(more))));
  expect(await closed(ahead)).toBe(4409);
});

test("only this site's seated persons come in", async () => {
  stage = await rehearse();
  const who = stage.seat("Ann", "alder", "reader");
  const room = `record/${REPORT}/1`;
  expect(await closed(stage.socket(who, room, {}, "https://elsewhere.test"))).toBe(403);
  expect(await closed(stage.socket(who, room, {}, null))).toBe(403);
  expect(await closed(stage.socket(null, room))).toBe(4401);
  for (const unknown of [
    "record/B-1/1",
    "record/A-63-677/01",
    "podium/A-63-677",
    `${room}/x`,
    "record/../x",
  ]) {
    expect(await closed(stage.socket(who, unknown))).toBe(4403);
  }
  const open = stage.socket(who, room);
  await new Promise((opened) => open.once("open", opened));
  stage.revoke(who);
  stage.live.signInEnded(who.signIn);
  expect(await closed(open)).toBe(4401);
  expect(await closed(stage.socket(who, room))).toBe(4401);
});

test("a person has at most 20 connections, and each tells how many delegations are present", async () => {
  stage = await rehearse();
  const [ann, bea] = [stage.seat("Ann", "alder", "reader"), stage.seat("Bea", "birch", "reader")];
  const heard: number[][] = [];
  const listening = stage.socket(ann, `record/${REPORT}/1`);
  listening.on("message", (data: Buffer) => heard.push([...data]));
  await until(() => heard.length > 0);
  const all = Array.from({ length: 19 }, () => stage.socket(ann, `record/${REPORT}/1`));
  await Promise.all(all.map((one) => new Promise((open) => one.once("message", open))));
  expect(await closed(stage.socket(ann, `record/${REPORT}/1`))).toBe(4429);
  const other = stage.socket(bea, `record/${REPORT}/1`);
  await until(() => heard.some(([type, count]) => type === 101 && count === 2));
  other.close();
  await until(() => heard.at(-1)?.[1] === 1);
});
