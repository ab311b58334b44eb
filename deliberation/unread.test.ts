import { expect, test } from "vitest";
import { standOn } from "./count.ts";
import { DelegationKey, type IdeaId, type Seq } from "./ids.ts";
import { commentsOn, declaredOn, standing } from "./state.ts";
import { facilitator, secretariat, seqOf, World } from "./testing/world.ts";
import { ALL_PLACES, asSeen, ownOf, readUpTo, unreadIn, unreadOn } from "./unread.ts";

const own = { delegation: DelegationKey.parse("alder"), capacity: null };
const IDEA = "17-3" as IdeaId;
const on = { target: { on: "idea", idea: IDEA } };

test("[U1] what others say, correct, declare and withdraw on a place is unread there, one's own never", () => {
  const world = World.opened();
  const unread = (after = 0) => unreadIn(world.state, () => after, own);
  expect(unread()).toEqual({});
  world.comments("alder", on);
  world.states("alder", IDEA, "support");
  expect(unread()).toEqual({});
  const comment = seqOf(world.comments("birch", on));
  const position = seqOf(world.states("birch", IDEA, "support", { words: "Our words." }));
  world.comments("cedar", { target: { on: "paragraph", paragraph: "16" } });
  expect(unread()).toEqual({ [IDEA]: 2, "16": 1 });
  expect(unread(comment)).toEqual({ [IDEA]: 1, "16": 1 });
  world.aligns("cedar", position);
  world.corrects("birch", position, "Our better words.");
  world.withdraws("birch", "comment.withdrawn", comment);
  expect(unread()).toEqual({ [IDEA]: 5, "16": 1 });
  expect(unread(world.state.head.seq - 2)).toEqual({ [IDEA]: 2 });
  expect(unread(world.state.head.seq)).toEqual({});
  expect(unreadOn(world.state, IDEA, 0, ownOf(facilitator))).toBe(7);
  expect(unreadOn(world.state, IDEA, 0, ownOf(secretariat))).toBe(7);
});

test("[U2] a mark on everything counts for every place, and the later of two marks holds", () => {
  const marks = { [IDEA]: 12 as Seq, "16": 40 as Seq };
  expect([readUpTo(marks, IDEA), readUpTo(marks, "16"), readUpTo(marks, "28")]).toEqual([12, 40, 0]);
  const all = { ...marks, [ALL_PLACES]: 30 as Seq };
  expect([readUpTo(all, IDEA), readUpTo(all, "16"), readUpTo(all, "28")]).toEqual([30, 40, 30]);
});

test("[U3] an open thread stays as it was, one's own words come at once, the rest when asked for", () => {
  const world = World.opened();
  const first = seqOf(world.comments("birch", on));
  world.states("birch", IDEA, "support");
  world.comments("cedar", { target: { on: "paragraph", paragraph: "16" } });
  const seen = world.state.head.seq;
  expect(asSeen(world.state, IDEA, seen, own)).toBe(world.state);
  world.withdraws("birch", "comment.withdrawn", first);
  world.states("birch", IDEA, "does-not-support");
  const cedars = seqOf(world.states("cedar", IDEA, "support"));
  world.aligns("birch", cedars);
  world.comments("cedar", on);
  const ours = seqOf(world.comments("alder", on));
  world.states("alder", IDEA, "position-reserved");
  const shown = asSeen(world.state, IDEA, seen, own);
  expect(unreadOn(world.state, IDEA, seen, own)).toBe(5);
  expect(unreadOn(shown, IDEA, seen, own)).toBe(0);
  expect(commentsOn(shown, IDEA).map(({ seq, withdrawn }) => [seq, withdrawn])).toEqual([
    [first, null],
    [ours, null],
  ]);
  expect(declaredOn(shown, IDEA)).toEqual([]);
  expect(standing(shown.positions[IDEA]?.birch)?.stance).toBe("support");
  expect(standOn(shown, IDEA)).toMatchObject({ heard: 2, members: { support: ["birch"] } });
  expect(commentsOn(shown, "16")).toEqual(commentsOn(world.state, "16"));
  expect(asSeen(world.state, IDEA, world.state.head.seq, own)).toBe(world.state);
});
