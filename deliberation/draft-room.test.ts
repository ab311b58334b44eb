import { expect, test } from "vitest";
import { roomNow, roomOf } from "./draft-room.ts";
import { DelegationKey, DraftId, type Instant } from "./ids.ts";
import { may } from "./may.ts";
import { head, seat, World } from "./testing/world.ts";

const [ALDER, GROVE] = [DelegationKey.parse("alder"), DelegationKey.parse("grove")];
const LATER = "2026-11-21T10:00:00.000Z" as Instant;

function withGroup(): World {
  const world = World.opened();
  for (const key of ["alder", "birch"]) world.joins(key);
  world.lets("alder", "grove", world.now, LATER);
  return world;
}

test("[S8] what is stated in a group's name lies in the group's room, all else in the delegation's own", () => {
  expect(roomOf(DraftId.parse("position.17-1.grove"), ALDER)).toBe(GROVE);
  expect(roomOf(DraftId.parse("position.17-1"), ALDER)).toBe(ALDER);
  expect(roomOf(DraftId.parse("comment.00000000-0000-7000-8000-000000000001"), ALDER)).toBe(ALDER);
});

test("[S8] [S2] a group's room is its members', and who speaks for the group clears and erases there", () => {
  const { state, now } = withGroup();
  const room = roomNow(state, GROVE, now);
  const acts = (one: ReturnType<typeof head>) =>
    (["draft.read", "draft.write", "draft.clear", "draft.erase"] as const).filter((act) =>
      may(one, act, room),
    );
  const in_ = (delegation: string, inDelegation: string, rights: string[] = []) =>
    seat({ as: "delegation", delegation, function: inDelegation, rights });
  expect(acts(head("alder"))).toEqual(["draft.read", "draft.write", "draft.clear", "draft.erase"]);
  expect(acts(head("birch"))).toEqual(["draft.read", "draft.write"]);
  expect(acts(in_("birch", "drafter", ["clearing", "submitting"]))).toEqual(["draft.read", "draft.write"]);
  expect(acts(in_("birch", "capital"))).toEqual(["draft.read"]);
  for (const one of [in_("birch", "reader"), head("cedar"), head("grove"), seat({ as: "administrator" })])
    expect(acts(one)).toEqual([]);
  // A group's room asked about as if it were a delegation's lets nobody of its members in.
  expect(may(head("alder"), "draft.read", { delegation: GROVE })).toBe(false);
});

test("[S9] [S8] membership and the right to speak are those of the moment, by an entry or by a date", () => {
  const world = withGroup();
  expect(may(head("alder"), "draft.clear", roomNow(world.state, GROVE, LATER))).toBe(false);
  expect(may(head("alder"), "draft.write", roomNow(world.state, GROVE, LATER))).toBe(true);
  world.now = LATER;
  world.leaves("alder");
  expect(may(head("alder"), "draft.read", roomNow(world.state, GROVE, LATER))).toBe(false);
});
