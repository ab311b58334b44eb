import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import type { WebSocket } from "ws";
import * as Y from "yjs";
import { authorsOf, loadRoom } from "#db/drafts";
import { closeStore, openStore, type Store, writing } from "#db/open";
import { seats } from "#db/schema";
import { MESSAGE } from "#deliberation/close-codes";
import { DelegationKey, DraftId, type Hash, type Seq } from "#deliberation/ids";
import type { Transact } from "../commit.ts";
import { updateFrame } from "./frames.ts";
import { closed, type Person, REPORT, type Rehearsal, rehearse, until } from "./rehearsal.ts";

const ALDER = DelegationKey.parse("alder");
const ROOM = `drafts/${REPORT}/alder`;
const STORED = `${REPORT}/alder`;
const DRAFT = DraftId.parse("position.17-3");
let stage: Rehearsal;
afterEach(() => stage.end());

const payload = (frame: Buffer) => frame.subarray(frame[1] === 126 ? 4 : frame[1] === 127 ? 10 : 2);

/** What a write came to: acknowledged with this count, or closed with this code. */
async function write(
  socket: WebSocket,
  ...updates: Uint8Array[]
): Promise<{ durable: number } | { code: number }> {
  await new Promise((open) => (socket.readyState === 1 ? open(null) : socket.once("open", open)));
  return new Promise((resolve) => {
    socket.on("message", (data: Buffer) => {
      if (data[0] === MESSAGE.durable) resolve({ durable: data[1] ?? 0 });
    });
    closed(socket).then((code) => resolve({ code }));
    for (const update of updates) socket.send(payload(updateFrame(update)));
  });
}

function typed(change: (doc: Y.Doc) => void, client = 77): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = client;
  change(doc);
  return Y.encodeStateAsUpdate(doc);
}

const words = (text: string, client = 77) =>
  typed((doc) => doc.getText(`words/${DRAFT}`).insert(0, text), client);

/** The words as a second opening of the store reads them. */
function wordsOnDisk(): string {
  const again = openStore(stage.folder);
  const doc = new Y.Doc();
  for (const update of loadRoom(again, STORED).updates) Y.applyUpdate(doc, update);
  closeStore(again);
  return doc.getText(`words/${DRAFT}`).toString();
}

async function saved(transact?: (store: Store) => Transact): Promise<string> {
  stage = await rehearse(transact === undefined ? {} : { transact });
  const socket = stage.socket(stage.seat("Ann", "alder", "drafter"), ROOM);
  expect(await write(socket, words("We hold"))).toEqual({ durable: 1 });
  return wordsOnDisk();
}

test("what is acknowledged is in the store", async () => {
  expect(await saved()).toBe("We hold");
});

test("red twin: acknowledging before the commit is found out", async () => {
  const later = ({ sqlite }: Store): Transact => {
    return (work) => {
      if (sqlite.inTransaction) return work();
      sqlite.exec("BEGIN IMMEDIATE");
      work();
      setTimeout(() => sqlite.exec("COMMIT"), 500);
    };
  };
  await expect(saved(later).then((text) => expect(text).toBe("We hold"))).rejects.toThrow();
  await new Promise((done) => setTimeout(done, 600));
});

test("a failed commit acknowledges nothing, tells nobody, and the room starts over from the store", async () => {
  let full = false;
  stage = await rehearse({
    transact: (store) => (work) => {
      if (full) throw Object.assign(new Error("full"), { code: "SQLITE_FULL" });
      writing(store, work);
    },
  });
  const [ann, bea] = [stage.seat("Ann", "alder", "drafter"), stage.seat("Bea", "alder", "drafter")];
  const reader = stage.provider(bea, ROOM);
  expect(await write(stage.socket(ann, ROOM), words("kept"))).toEqual({ durable: 1 });
  await until(() => reader.doc.getText(`words/${DRAFT}`).toString() === "kept");
  full = true;
  const lost = stage.socket(ann, ROOM);
  expect(await write(lost, words("lost", 78))).toEqual({ code: 1013 });
  full = false;
  await until(() => reader.synced);
  expect(reader.doc.getText(`words/${DRAFT}`).toString()).toBe("kept");
  expect(wordsOnDisk()).toBe("kept");
});

test("colleagues write together, and the store knows who wrote in which draft", async () => {
  stage = await rehearse();
  const [ann, bea] = [stage.seat("Ann", "alder", "head"), stage.seat("Bea", "alder", "drafter")];
  const [one, other] = [stage.provider(ann, ROOM), stage.provider(bea, ROOM)];
  await until(() => one.synced && other.synced);
  one.doc.getText(`words/${DRAFT}`).insert(0, "We ");
  other.doc.getMap("drafts").set(`${DRAFT}/stance`, "support");
  await until(() => other.doc.getText(`words/${DRAFT}`).length === 3);
  other.doc.getText(`words/${DRAFT}`).insert(3, "agree");
  one.doc.getMap("drafts").set(`${DRAFT}/stance`, "reservation");
  await until(() => one.doc.getText(`words/${DRAFT}`).toString() === "We agree");
  await until(() => other.doc.getMap("drafts").get(`${DRAFT}/stance`) === "reservation");
  expect(authorsOf(stage.store, STORED, DRAFT)).toEqual([ann.person, bea.person].sort());
  one.destroy();
  other.destroy();
  // The last who leaves folds the room into one snapshot.
  await until(() => loadRoom(stage.store, STORED).updates.length === 1);
  expect(wordsOnDisk()).toBe("We agree");
});

test("a browser that comes back with what it wrote offline has it saved", async () => {
  stage = await rehearse();
  const doc = new Y.Doc();
  doc.getText(`words/${DRAFT}`).insert(0, "from the aeroplane");
  const provider = stage.provider(stage.seat("Ann", "alder", "drafter"), ROOM, doc);
  await until(() => provider.synced && wordsOnDisk() === "from the aeroplane");
  provider.ws?.close();
  await until(() => !provider.wsconnected);
  doc.getText(`words/${DRAFT}`).insert(0, "again ");
  await until(() => wordsOnDisk() === "again from the aeroplane");
});

test("a draft's submission is the server's word alone", async () => {
  stage = await rehearse();
  const ann = stage.seat("Ann", "alder", "drafter");
  const hash = "a".repeat(64) as Hash;
  await stage.live.markSubmitted(REPORT, ALDER, DRAFT, 4 as Seq, hash);
  const provider = stage.provider(ann, ROOM);
  const key = `${DRAFT}/submitted`;
  await until(() => provider.doc.getMap("drafts").get(key) === `4:${hash}`);
  await stage.live.markSubmitted(REPORT, ALDER, DRAFT, 9 as Seq, hash);
  await until(() => provider.doc.getMap("drafts").get(key) === `9:${hash}`);
  // A late repeat of an earlier submission does not take the later one's mark away.
  await stage.live.markSubmitted(REPORT, ALDER, DRAFT, 4 as Seq, hash);
  // A copy that repeats what is erased already is no attack.
  provider.ws?.close();
  await until(() => !provider.wsconnected);
  provider.doc.getText(`words/${DRAFT}`).insert(0, "more");
  await until(() => wordsOnDisk() === "more");

  const code = new Promise<number>((resolve) => provider.on("closed", (event) => resolve(event.code)));
  provider.doc.getMap("drafts").set(key, `1:${hash}`);
  expect(await code).toBe(4400);
  const fresh = stage.provider(ann, ROOM);
  const erased = new Promise<number>((resolve) => fresh.on("closed", (event) => resolve(event.code)));
  await until(() => fresh.synced);
  fresh.doc.getMap("drafts").delete(key);
  expect(await erased).toBe(4400);
  const last = stage.provider(ann, ROOM);
  await until(() => last.synced);
  expect(last.doc.getMap("drafts").get(key)).toBe(`9:${hash}`);
});

test("words of a delegation reach nobody else, and capital reads only", async () => {
  stage = await rehearse();
  const ann = stage.seat("Ann", "alder", "drafter");
  const strangers = [stage.seat("Bo", "birch", "head"), stage.seat("Cy", "alder", "reader")];
  for (const who of strangers) expect(await closed(stage.socket(who, ROOM))).toBe(4403);
  expect(await closed(stage.socket(ann, "drafts/B-1/alder"))).toBe(4403);

  const heard: Buffer[] = [];
  for (const [who, room] of [
    [strangers[0] as Person, `drafts/${REPORT}/birch`],
    [strangers[0] as Person, `record/${REPORT}/1`],
    [ann, `record/${REPORT}/1`],
  ] as const) {
    stage.socket(who, room).on("message", (data: Buffer) => heard.push(data));
  }
  const capital = stage.provider(stage.seat("Di", "alder", "capital"), ROOM);
  await until(() => capital.synced && heard.length >= 3);
  await write(stage.socket(ann, ROOM), words("our secret words"));
  await until(() => capital.doc.getText(`words/${DRAFT}`).toString() === "our secret words");
  expect(Buffer.concat(heard).includes("secret")).toBe(false);
  const code = new Promise<number>((resolve) => capital.on("closed", (event) => resolve(event.code)));
  capital.doc.getText(`words/${DRAFT}`).insert(0, "x");
  expect(await code).toBe(4400);
  expect(wordsOnDisk()).toBe("our secret words");
});

test("a writer whose sign-in ended writes nothing more", async () => {
  stage = await rehearse();
  const ann = stage.seat("Ann", "alder", "drafter");
  const socket = stage.socket(ann, ROOM);
  await write(socket, words("before"));
  stage.revoke(ann);
  socket.send(payload(updateFrame(words("after", 79))));
  expect(await closed(socket)).toBe(4401);
  expect(wordsOnDisk()).toBe("before");
});

test("rights that change close the connection; they are never changed in place", async () => {
  stage = await rehearse();
  const ann = stage.seat("Ann", "alder", "drafter");
  const socket = stage.socket(ann, ROOM);
  await write(socket, words("before"));
  const become = (now: string) =>
    stage.store.db.update(seats).set({ function: now }).where(eq(seats.person, ann.person)).run();
  become("capital");
  socket.send(payload(updateFrame(words("after", 79))));
  expect(await closed(socket)).toBe(4503);
  become("drafter");
  const again = stage.socket(ann, ROOM);
  await write(again, words("and", 80));
  become("reader");
  again.send(payload(updateFrame(words("after", 81))));
  expect(await closed(again)).toBe(4403);
  expect(wordsOnDisk()).not.toContain("after");
});

test("colleagues see by the server's word who is in which draft", async () => {
  stage = await rehearse();
  const [one, other] = [
    stage.provider(stage.seat("Ann", "alder", "drafter"), ROOM),
    stage.provider(stage.seat("Bea", "alder", "drafter"), ROOM),
  ];
  await until(() => one.synced && other.synced);
  one.awareness.setLocalState({ draft: DRAFT, name: "Somebody Else", person: "forged" });
  const seen = () => [...other.awareness.getStates().entries()].filter(([id]) => id !== other.doc.clientID);
  await until(() => seen().some(([, state]) => state.draft === DRAFT));
  expect(seen().map(([, state]) => state)).toContainEqual({ name: "Ann", draft: DRAFT });
  one.destroy();
  await until(() => !seen().some(([, state]) => state.name === "Ann"));
});
