import { afterEach, beforeEach, expect, test } from "vitest";
import { contestCredentials, settleCredentials } from "#db/credentials";
import { loadRoom } from "#db/drafts";
import { DelegationKey, DraftId } from "#deliberation/ids";
import { isRefusal } from "#deliberation/refusal";
import { serverTime } from "../keeper.ts";
import { closed, REPORT, type Rehearsal, rehearse, until } from "./rehearsal.ts";

const ROOM = `drafts/${REPORT}/alder`;
const DRAFT = DraftId.parse("position.17-3");
const cites = { document: "A/C.1/1", documentOn: "2026-11-20" };
const of = { delegation: DelegationKey.parse("alder") };
let stage: Rehearsal;
beforeEach(async () => {
  stage = await rehearse();
});
afterEach(() => stage.end());

test("[D26] contested credentials end the connections of their seats with a code of its own, and keep the drafts", async () => {
  const { store } = stage;
  const [ann, bea] = [stage.seat("Ann", "alder", "drafter"), stage.seat("Bea", "birch", "drafter")];
  const writing = stage.provider(ann, ROOM);
  await until(() => writing.synced);
  writing.doc.getText(`words/${DRAFT}`).insert(0, "Alder's words");
  await until(() => loadRoom(store, `${REPORT}/alder`).updates.length > 0);
  const kept = () => JSON.stringify(loadRoom(store, `${REPORT}/alder`));
  const before = kept();
  const [drafts, record] = [closed(stage.socket(ann, ROOM)), closed(stage.socket(ann, `record/${REPORT}/1`))];
  const other = stage.socket(bea, `record/${REPORT}/1`);
  await new Promise((open) => other.once("open", open));
  const contest = contestCredentials(store, { of, cites, by: null }, serverTime());
  if (isRefusal(contest)) throw new Error(contest.refused);
  stage.live.rightsChanged();
  expect(await drafts).toBe(4423);
  expect(await record).toBe(4423);
  expect(other.readyState).toBe(other.OPEN);
  expect(await closed(stage.socket(ann, ROOM))).toBe(4423);
  expect(kept()).toBe(before);
  // What is public is read on; that the matter is settled ends this too, so that the page is read anew.
  const reading = stage.socket(ann, `record/${REPORT}/1`);
  await new Promise((open) => reading.once("open", open));
  settleCredentials(store, { ...contest, cites, by: null }, serverTime());
  stage.live.rightsChanged();
  expect(await closed(reading)).toBe(4423);
  const again = stage.provider(ann, ROOM);
  await until(() => again.synced);
  expect(again.doc.getText(`words/${DRAFT}`).toString()).toBe("Alder's words");
  other.terminate();
});
