import { readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { saveClearance } from "#db/clearances";
import { authorsOf, loadRoom, setAsideDamaged } from "#db/drafts";
import { readEntries } from "#db/record";
import { saidHash } from "#deliberation/draft";
import { DelegationKey, DraftId, type Instant, type Seq } from "#deliberation/ids";
import { Content } from "#deliberation/submission";
import { eraseDueDrafts } from "../erasing.ts";
import { closed, REPORT, type Rehearsal, rehearse, until } from "./rehearsal.ts";

const ALDER = DelegationKey.parse("alder");
const ROOM = `drafts/${REPORT}/alder`;
const STORED = `${REPORT}/alder`;
const [DRAFT, OTHER] = [DraftId.parse("position.17-3"), DraftId.parse("position.17-1")];
let stage: Rehearsal;
afterEach(() => stage.end());

/** Everything the store's files hold. */
const onDisk = () =>
  ["store.sqlite", "store.sqlite-wal"]
    .map((file) => readFileSync(path.join(stage.folder, file)).toString("latin1"))
    .join("");

async function drafted() {
  stage = await rehearse();
  const ann = stage.seat("Ann", "alder", "drafter");
  const provider = stage.provider(ann, ROOM);
  await until(() => provider.synced);
  const words = provider.doc.getText(`words/${DRAFT}`);
  words.insert(0, "first-thought ");
  words.delete(0, 14);
  words.insert(0, "second-thought");
  provider.doc.getMap("drafts").set(`${DRAFT}/stance`, "support");
  provider.doc.getMap("drafts").set(`${DRAFT}/lang`, "en");
  provider.doc.getText(`words/${OTHER}`).insert(0, "what-stays");
  await until(() => onDisk().includes("what-stays"));
  return { ann, provider };
}

test("an erased draft is gone from browsers, from the room and from the disk, with its history; others stay", async () => {
  const { provider } = await drafted();
  const content = Content.parse({
    ...{ kind: "position.stated", idea: "17-3", stance: "support", words: "second-thought" },
    ...{ lang: "en", textVersion: 1, round: "1" },
  });
  const at = "2026-11-20T10:00:00.000Z" as Instant;
  saveClearance(
    stage.store,
    { report: REPORT, delegation: ALDER, draft: DRAFT },
    content,
    stage.seat("B", "alder", "head").person,
    at,
  );
  expect(onDisk()).toContain("first-thought");
  expect(authorsOf(stage.store, STORED, DRAFT)).toHaveLength(1);
  await stage.live.eraseDrafts(REPORT, ALDER, [DRAFT]);
  await until(() => provider.doc.getText(`words/${DRAFT}`).length === 0);
  expect(provider.doc.getMap("drafts").size).toBe(0);
  expect(provider.doc.getText(`words/${OTHER}`).toString()).toBe("what-stays");
  expect(authorsOf(stage.store, STORED, DRAFT)).toEqual([]);
  expect(onDisk()).not.toMatch(/first-thought|second-thought/);
  expect(onDisk()).toContain("what-stays");
  // Whoever comes back with the old copy brings nothing of it back.
  provider.ws?.close();
  await until(() => !provider.wsconnected);
  await until(() => provider.synced);
  expect(provider.doc.getText(`words/${DRAFT}`).length).toBe(0);
  // And the draft can be written anew.
  provider.doc.getText(`words/${DRAFT}`).insert(0, "third-thought");
  await until(() => onDisk().includes("third-thought"));
});

test("[C7] thirty days after its submission a draft is erased by itself, and not a draft that says more since", async () => {
  const { provider } = await drafted();
  const fields = { kind: "position.stated", stance: "support", lang: "en", textVersion: 1, round: "1" };
  const said = (words: string) => saidHash(Content.parse({ ...fields, idea: "17-3", words }));
  const [entry] = readEntries(stage.store, REPORT, 0, 1);
  const days = (count: number) =>
    new Date(Date.parse(entry?.header.at ?? "") + count * 24 * 3_600_000).toISOString() as Instant;
  const erase = (at: Instant) => eraseDueDrafts(stage.store, stage.live.eraseDrafts, at);
  const words = () => provider.doc.getText(`words/${DRAFT}`).toString();

  await stage.live.markSubmitted(REPORT, ALDER, DRAFT, 1 as Seq, said("something before"));
  await erase(days(31));
  expect(words()).toBe("second-thought");
  await stage.live.markSubmitted(REPORT, ALDER, DRAFT, 1 as Seq, said("second-thought"));
  await erase(days(29));
  expect(words()).toBe("second-thought");
  await erase(days(31));
  await until(() => words() === "");
  expect(onDisk()).not.toContain("second-thought");
  expect(onDisk()).toContain("what-stays");
});

test("a damaged room closes with its own code, alone; set aside, it opens again, and browsers bring their words back", async () => {
  const { ann, provider } = await drafted();
  provider.disconnect();
  const { sqlite } = stage.store;
  sqlite.exec("UPDATE draft_updates SET hash = hash || 'x' WHERE id = (SELECT max(id) FROM draft_updates)");
  expect(() => loadRoom(stage.store, STORED)).toThrow(/damaged/);
  // The room in memory ends once the server has seen the last one leave.
  await new Promise((done) => setTimeout(done, 100));
  expect(await closed(stage.socket(ann, ROOM))).toBe(4500);
  const other = stage.provider(stage.seat("Bo", "birch", "drafter"), `drafts/${REPORT}/birch`);
  const record = stage.provider(ann, `record/${REPORT}/1`);
  await until(() => other.synced && record.synced);

  const at = "2026-11-20T10:00:00.000Z" as Instant;
  expect(setAsideDamaged(stage.store, STORED, () => true, at)).toBe(1);
  expect(sqlite.prepare("SELECT count(*) FROM draft_damaged").pluck().get()).toBe(1);
  provider.connect();
  const fresh = stage.provider(stage.seat("Cy", "alder", "head"), ROOM);
  await until(() => fresh.doc.getText(`words/${DRAFT}`).toString() === "second-thought");
});
