import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { WebSocket } from "ws";
import { loadRoom } from "#db/drafts";
import { DelegationKey, DraftId } from "#deliberation/ids";
import { Seat } from "#deliberation/seat";
import { enter } from "../publish.ts";
import { closed, REPORT, type Rehearsal, rehearse, until } from "./rehearsal.ts";

const ROOM = `drafts/${REPORT}/grove`;
const DRAFT = DraftId.parse("position.17-3.grove");
const secretariat = Seat.parse({ as: "administrator", person: randomUUID() });
let stage: Rehearsal;

const asks = (asked: object) => enter(stage.keeper, REPORT, secretariat, asked);
const changes = (delegation: string, change: "joined" | "left") =>
  asks({ kind: "group.membership.changed", group: "grove", delegation, change });

beforeEach(async () => {
  stage = await rehearse();
  for (const delegation of ["alder", "birch", "cedar"])
    await asks({
      kind: "delegation.admitted",
      delegation,
      delegationKind: "member",
      names: { en: delegation },
    });
  await asks({ kind: "group.formed", group: "grove", names: { en: "Grove" } });
  for (const delegation of ["alder", "birch"]) await changes(delegation, "joined");
});
afterEach(() => stage.end());

/** The code a connection is refused or ended with within two seconds; null while it stays open. */
async function codeOf(socket: WebSocket): Promise<number | null> {
  return Promise.race([closed(socket), new Promise<null>((done) => setTimeout(() => done(null), 2_000))]);
}

test("[S8] two members write a group's draft together; each sees the other's delegation, not a person's name", async () => {
  const [ann, bea] = [stage.seat("Ann", "alder", "drafter"), stage.seat("Bea", "birch", "head")];
  const [one, other] = [stage.provider(ann, ROOM), stage.provider(bea, ROOM)];
  await until(() => one.synced && other.synced);
  one.doc.getText(`words/${DRAFT}`).insert(0, "We, the grove");
  await until(() => other.doc.getText(`words/${DRAFT}`).toString() === "We, the grove");
  one.awareness.setLocalState({ draft: DRAFT });
  other.awareness.setLocalState({ draft: DRAFT });
  const named = () => [...other.awareness.getStates().values()].map((state) => state.name).filter(Boolean);
  await until(() => named().includes("alder"));
  expect(named()).not.toContain("Ann");
  expect(loadRoom(stage.store, `${REPORT}/grove`).updates.length).toBeGreaterThan(0);
});

test("[S8] a capital reads and does not write; a reader, another delegation and a made-up group come in nowhere", async () => {
  const capital = stage.provider(stage.seat("Cleo", "alder", "capital"), ROOM);
  await until(() => capital.synced);
  const refused = async (who: string, inDelegation: "head" | "reader", room = ROOM) =>
    closed(stage.socket(stage.seat(who, who, inDelegation), room));
  expect(await refused("alder", "reader")).toBe(4403);
  expect(await refused("cedar", "head")).toBe(4403);
  expect(await refused("grove", "head")).toBe(4403);
  expect(await refused("alder", "head", `drafts/${REPORT}/birch`)).toBe(4403);
  expect(await refused("alder", "head", `drafts/${REPORT}/copse`)).toBe(4403);
});

test("[S9] who leaves the group is shown out within two seconds, and the others stay", async () => {
  const staying = stage.socket(stage.seat("Ann", "alder", "head"), ROOM);
  const leaving = stage.socket(stage.seat("Bea", "birch", "head"), ROOM);
  await until(() => staying.readyState === 1 && leaving.readyState === 1);
  const [code, stays] = [codeOf(leaving), codeOf(staying)];
  await changes("birch", "left");
  expect(await code).toBe(4403);
  expect(await stays).toBeNull();
  expect(await closed(stage.socket(stage.seat("Bo", "birch", "head"), ROOM))).toBe(4403);
});

test("[S9] a delegation that joins comes in from then on", async () => {
  const cedar = stage.seat("Cleo", "cedar", "head");
  expect(await closed(stage.socket(cedar, ROOM))).toBe(4403);
  await changes("cedar", "joined");
  const provider = stage.provider(cedar, ROOM);
  await until(() => provider.synced);
  expect(DelegationKey.parse("cedar")).toBe("cedar");
});
