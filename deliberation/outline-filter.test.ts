import { expect, test } from "vitest";
import { DelegationKey } from "./ids.ts";
import { type OutlineFilter, outlineKeeps } from "./outline-filter.ts";
import type { Report } from "./report.ts";
import { PARAGRAPHS, seqOf, World } from "./testing/world.ts";
import { unreadIn } from "./unread.ts";

const own = { delegation: DelegationKey.parse("alder"), capacity: null };
const report = {
  sections: [
    {
      key: "1",
      paragraphs: PARAGRAPHS.map((key) => ({
        key,
        number: `${key}.`,
        blocks: [{ kind: "text", text: key === "16" ? "防止灭绝种族" : "建设能力", footnotes: [] }],
      })),
    },
  ],
} as unknown as Report;

test("[U4] each filter narrows the outline to paragraphs that it or an idea of it lets pass; together all of them", () => {
  const world = World.opened();
  const shown = (show: OutlineFilter[], text = "", since = world.state.head.seq as number) => {
    const unread = unreadIn(world.state, () => since, own);
    return outlineKeeps(world.state, report, { show, text }, { own, unread, since });
  };
  expect(shown([])).toEqual(PARAGRAPHS);
  expect(shown(["no-position"])).toEqual(["17", "28"]);
  for (const one of ["unread", "mine", "questions", "changed", "wording", "contested"] as const) {
    expect(shown([one], "", 0), one).toEqual([]);
  }
  world.states("birch", "17-3", "support");
  expect(shown(["contested"])).toEqual([]);
  const before = world.state.head.seq;
  world.states("cedar", "17-3", "does-not-support");
  const paragraph = (key: string) => ({ target: { on: "paragraph", paragraph: key } });
  const asked = seqOf(world.comments("birch", { ...paragraph("16"), commentKind: "question" }));
  world.states("alder", "28-1", "support");
  expect(shown(["contested"])).toEqual(["17"]);
  expect(shown(["unread"], "", before)).toEqual(["16", "17"]);
  expect(shown(["changed"], "", asked - 1)).toEqual(["16"]);
  expect(shown(["questions"])).toEqual(["16"]);
  expect(shown(["mine"])).toEqual(["28"]);
  expect(shown(["no-position"])).toEqual(["17"]);
  expect(shown(["no-position", "questions"])).toEqual([]);
  expect(shown([], "灭绝")).toEqual(["16"]);
  expect(shown(["questions"], "能力")).toEqual([]);
  world.comments("alder", { ...paragraph("16"), replyTo: asked });
  expect(shown(["questions"])).toEqual([]);
  expect(shown(["mine"])).toEqual(["16", "28"]);
  world.states("birch", "28-1", "support-with-wording", { wording: "构想二" });
  expect(shown(["wording"])).toEqual(["28"]);
});
