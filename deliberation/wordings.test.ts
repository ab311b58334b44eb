import { expect, test } from "vitest";
import { compile } from "./compile.ts";
import { seqOf, World } from "./testing/world.ts";
import { sharedWordings } from "./wordings.ts";

const WITH = "support-with-wording";

function wordingsOf(world: World) {
  const row = compile(world.state).ideas.find(({ idea }) => idea === "17-1");
  return row === undefined ? [] : sharedWordings(row);
}

test("[K5] wordings that say the same stand once, with all who suggest them and are associated with them", () => {
  const world = World.opened();
  const first = seqOf(world.states("alder", "17-1", WITH, { wording: "应当 落实" }));
  const second = seqOf(world.states("birch", "17-1", WITH, { wording: "应当  落实 " }));
  const other = seqOf(world.states("cedar", "17-1", WITH, { wording: "可以落实" }));
  world.associates("cedar", first);
  world.associates("willow", second);
  expect(wordingsOf(world)).toMatchObject([
    {
      wording: "应当 落实",
      by: ["alder", "birch"],
      associated: ["cedar", "willow"],
      entries: [first, second],
    },
    { wording: "可以落实", by: ["cedar"], associated: [], entries: [other] },
  ]);
});

test("[K5] only what stands; the same words in another language are another wording", () => {
  const world = World.opened();
  const withdrawn = seqOf(world.states("alder", "17-1", WITH, { wording: "A" }));
  world.states("birch", "17-1", WITH, { wording: "A" });
  world.states("cedar", "17-1", WITH, { wording: "A", lang: "fr" });
  world.withdraws("alder", "position.withdrawn", withdrawn);
  world.states("birch", "17-1", "support");
  expect(wordingsOf(world).map(({ by, lang }) => [by, lang])).toEqual([[["cedar"], "fr"]]);
});
