import { expect, test } from "vitest";
import { commentsOn } from "./state.ts";
import { seqOf, World } from "./testing/world.ts";
import { threadsOf } from "./thread.ts";

test("[M3] replies, and replies to replies, hang below the comment they go back to", () => {
  const world = World.opened();
  const first = seqOf(world.comments("alder"));
  const second = seqOf(world.comments("birch"));
  const reply = seqOf(world.comments("cedar", { replyTo: first }));
  const deeper = seqOf(world.comments("alder", { replyTo: reply }));
  const place = world.state.threads;
  const [on = ""] = Object.keys(place);
  const seqs = threadsOf(commentsOn(world.state, on)).map(({ root, replies }) =>
    [root, ...replies].map(({ seq }) => seq),
  );
  expect(seqs).toEqual([[first, reply, deeper], [second]]);
});
