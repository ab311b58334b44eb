import { afterEach, expect, test } from "vitest";
import { loadRoom } from "#db/drafts";
import { DelegationKey } from "#deliberation/ids";
import { PODIUM, preparedIn } from "#deliberation/podium";
import { storedDrafts } from "../erasing.ts";
import { closed, REPORT, type Rehearsal, rehearse, until } from "./rehearsal.ts";

const ROOM = `podium/${REPORT}`;
let stage: Rehearsal;
afterEach(() => stage.end());

test("[J9] facilitators prepare together in the podium room; nobody else comes in or hears of it", async () => {
  stage = await rehearse();
  const others = [
    stage.seat("Ann", "alder", "head"),
    stage.official("Ada", "administrator"),
    stage.official("Rob", "reviewer"),
  ];
  for (const other of others) expect(await closed(stage.socket(other, ROOM))).toBe(4403);
  const [one, two] = [stage.official("Fay", "facilitator"), stage.official("Fin", "facilitator")];
  const [here, there] = [stage.provider(one, ROOM), stage.provider(two, ROOM)];
  await until(() => here.synced && there.synced);
  here.doc.transact(() => {
    here.doc.getMap("drafts").set("disposition.12/outcome", "noted");
    here.doc.getMap("drafts").set("disposition.12/as", 12);
    here.doc.getMap("drafts").set("disposition.12/lang", "en");
    here.doc.getText("words/disposition.12").insert(0, "Heard.");
  });
  await until(() => there.doc.getText("words/disposition.12").toString() === "Heard.");
  await until(() => loadRoom(stage.store, `${REPORT}/${PODIUM}`).updates.length > 0);
  const plain = storedDrafts(stage.store, `${REPORT}/${PODIUM}`);
  if (plain === null) throw new Error("damaged");
  expect([...preparedIn(plain).values()]).toMatchObject([{ entry: 12, outcome: "noted", reason: "Heard." }]);
  expect(await closed(stage.socket(one, `drafts/${REPORT}/${PODIUM}`))).toBe(4403);
  expect(DelegationKey.safeParse(PODIUM).success).toBe(false);
});
