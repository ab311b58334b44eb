import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import * as Y from "yjs";
import { keepVersion, versionedDrafts, versionsOf } from "#db/versions";
import { DelegationKey, DraftId, type Instant } from "#deliberation/ids";
import { allDraftsOf, eraseDueDrafts } from "../erasing.ts";
import { REPORT, type Rehearsal, rehearse, until } from "./rehearsal.ts";
import { takenFrom } from "./taken-words.ts";

const ALDER = DelegationKey.parse("alder");
const ROOM = `drafts/${REPORT}/alder`;
const STORED = `${REPORT}/alder`;
const DRAFT = DraftId.parse("position.17-3");
const TEXT = `words/${DRAFT}`;
let stage: Rehearsal | undefined;
afterEach(async () => {
  await stage?.end();
  stage = undefined;
});

async function two() {
  stage = await rehearse();
  const [ann, bea] = [stage.seat("Ann", "alder", "drafter"), stage.seat("Bea", "alder", "head")];
  const [first, second] = [stage.provider(ann, ROOM), stage.provider(bea, ROOM)];
  await until(() => first.synced && second.synced);
  const [annText, beaText] = [first.doc.getText(TEXT), second.doc.getText(TEXT)];
  const both = async () => until(() => annText.toString() === beaText.toString());
  const { store } = stage;
  const kept = () => versionsOf(store, STORED, DRAFT).map(({ words }) => words);
  return { store, stage, annText, beaText, both, kept, ann, bea };
}

test("[C10] before a colleague's words are taken away the draft is kept as it was, once for a run, again after more", async () => {
  const { annText, beaText, both, kept, store, bea } = await two();
  annText.insert(0, "Sovereignty matters.");
  await both();
  // One's own words, and words added, need no version.
  annText.delete(19, 1);
  beaText.insert(19, "!");
  await both();
  expect(kept()).toEqual([]);
  for (let n = 0; n < 5; n += 1) {
    beaText.delete(0, 1);
    await both();
  }
  await until(() => kept().length > 0);
  expect(kept()).toEqual(["Sovereignty matters!"]);
  expect(versionsOf(store, STORED, DRAFT)[0]).toMatchObject({ person: bea.person, why: "taken-away" });
  annText.insert(0, "And more. ");
  await both();
  beaText.delete(0, beaText.length);
  await both();
  await until(() => kept().length > 1);
  expect(kept()[0]).toMatch(/^And more\. /);
});

test("[C7] [C10] versions are erased with their draft and leave nothing on disk; emptied, after thirty days", async () => {
  const { annText, beaText, both, kept, store, stage } = await two();
  const onDisk = () =>
    ["store.sqlite", "store.sqlite-wal"]
      .map((file) => readFileSync(path.join(stage.folder, file)).toString("latin1"))
      .join("");
  annText.insert(0, "a-thought-thrown-away");
  await both();
  beaText.delete(0, 21);
  await both();
  await until(() => kept().length === 1);
  expect(allDraftsOf(store, REPORT, ALDER)).toEqual([DRAFT]);
  const [at] = versionedDrafts(store, STORED).values();
  const days = (count: number) =>
    new Date(Date.parse(at ?? "") + count * 24 * 3_600_000).toISOString() as Instant;
  await eraseDueDrafts(store, stage.live.eraseDrafts, days(29));
  expect(kept()).toHaveLength(1);
  expect(onDisk()).toContain("a-thought-thrown-away");
  await eraseDueDrafts(store, stage.live.eraseDrafts, days(31));
  expect(kept()).toEqual([]);
  expect(onDisk()).not.toContain("a-thought-thrown-away");

  annText.insert(0, "another-thought");
  await both();
  beaText.delete(0, 15);
  await until(() => kept().length === 1);
  await stage.live.eraseDrafts(REPORT, ALDER, allDraftsOf(store, REPORT, ALDER));
  expect(kept()).toEqual([]);
  expect(onDisk()).not.toContain("another-thought");
});

test("[C10] the newest hundred versions of a draft are kept, and the same words not twice in a row", async () => {
  const { store, kept, bea } = await two();
  const at = "2026-11-20T10:00:00.000Z" as Instant;
  const keep = (words: string) =>
    keepVersion(store, STORED, { draft: DRAFT, person: bea.person, why: "cleared", words, wording: "" }, at);
  for (let n = 1; n <= 105; n += 1) {
    keep(`words ${n}`);
    keep(`words ${n}`);
  }
  expect(kept()).toHaveLength(100);
  expect(kept()[0]).toBe("words 105");
  expect(kept().at(-1)).toBe("words 6");
});

test("[C10] whatever two persons write and take away, what is said to have stood before is what stood", () => {
  const edit = fc.record({
    mine: fc.boolean(),
    at: fc.nat(30),
    remove: fc.nat(5),
    insert: fc.string({ maxLength: 4, unit: "grapheme-ascii" }),
  });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
      const [room, mine, theirs] = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
      const text = room.getText("t");
      let stood = "";
      let sender = mine;
      let took = false;
      room.on("afterTransaction", (transaction: Y.Transaction) => {
        const taken = takenFrom(text, transaction, (client) => client === sender.clientID);
        if (taken !== null) expect(taken.before).toBe(stood);
        expect(taken?.from === "a-colleague").toBe(took);
      });
      for (const { mine: isMine, at, remove, insert } of edits) {
        sender = isMine ? mine : theirs;
        const other = isMine ? theirs : mine;
        const area = sender.getText("t");
        const from = Math.min(at, area.length);
        const length = Math.min(remove, area.length - from);
        const owners = ownersOf(area).slice(from, from + length);
        took = owners.some((client) => client !== sender.clientID);
        stood = text.toString();
        const before = Y.encodeStateVector(sender);
        sender.transact(() => {
          area.delete(from, length);
          area.insert(from, insert);
        });
        const update = Y.encodeStateAsUpdate(sender, before);
        Y.applyUpdate(room, update);
        Y.applyUpdate(other, update);
      }
    }),
  );
});

/** Whose each letter of a text is. */
function ownersOf(text: Y.Text): number[] {
  const owners: number[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.deleted) owners.push(...Array<number>(item.length).fill(item.id.client));
  }
  return owners;
}
