import { expect, test } from "vitest";
import { compile } from "#deliberation/compile";
import type { PlainDrafts } from "#deliberation/draft";
import { stateAt } from "#deliberation/fold";
import type { DelegationKey } from "#deliberation/ids";
import { REPORT } from "#deliberation/testing/report";
import { facilitator, World } from "#deliberation/testing/world";
import { seenBy } from "#deliberation/view";
import { readBroughtTables } from "../brought-tables.ts";
import { paperFrom } from "../paper.ts";
import { PAPER_LANGS, type PaperLang } from "../paper-words.ts";
import { partsOf } from "../zipped.ts";
import { packDocx } from "./docx.ts";
import { filledIn } from "./filled.ts";
import { packRows } from "./rows.ts";
import { PACK_WORDS } from "./words.ts";

const DRAFTS: PlainDrafts = {
  drafts: { "position.17-3/stance": "reservation", "position.17-3/lang": "en" },
  texts: { "words/position.17-3": "With our reservation.", "words/position.17-1.grove": "For the group." },
};

function spoken(): World {
  const world = World.opened();
  world.joins("alder");
  world.lets("birch", "grove");
  world.joins("birch");
  world.lets("birch", "grove");
  world.states("alder", "17-1", "support", { words: "We were first." });
  world.states("alder", "17-1", "reservation", { words: "We thought again." });
  world.comments("alder", { audience: "facilitators", words: "Sealed of ours." });
  world.comments("birch", { audience: "facilitators", words: "Sealed of others." });
  const group = world.position("17-1", "support", { onBehalfOf: "grove", words: "The group speaks." });
  world.says("birch", group, "position.17-1.grove");
  world.states("cedar", "17-1", "does-not-support");
  world.brings("alder");
  return world;
}

async function packFor(delegation: string, lang: PaperLang = "en", choice = {}) {
  const viewer = { as: "delegation" as const, delegation: delegation as DelegationKey };
  const state = stateAt(spoken().entries.map((entry) => seenBy(entry, viewer)));
  const paper = paperFrom({ compilation: compile(state), report: REPORT }, lang, choice);
  const rows = packRows(paper, { state, delegation: viewer.delegation, drafts: DRAFTS });
  return packDocx(paper, rows);
}

async function tablesFor(...asked: Parameters<typeof packFor>) {
  const { tables } = readBroughtTables(await packFor(...asked));
  return tables.map(({ rows }) => rows.map(({ cells }) => cells));
}

const isIdea = (idea: string) => ["17-1", "17-3", "28-1"].includes(idea);

test("[B4] a pack holds the text, our words, our groups' and others' stands, our draft and an empty column", async () => {
  const [table = []] = await tablesFor("alder");
  const row = table.find(([first]) => first?.startsWith("17-1"));
  expect(row?.[1]).toMatch(
    /statement[\s\S]*We support this\.[\s\S]*Sealed of ours\.[\s\S]*We thought again\.[\s\S]*superseded/,
  );
  expect(row?.[2]).toMatch(/The group speaks\.[\s\S]*does not support: cedar/);
  expect(row?.[3]).toContain("For the group.");
  expect(row?.[4]).toBe("");
  const other = table.find(([first]) => first?.startsWith("17-3"));
  expect(other?.[3]).toBe("reservation\nWith our reservation.");
  expect(JSON.stringify(table)).not.toContain("Sealed of others.");
});

test("[B4] what is chosen is in it alone, in every language, each page marked as internal", async () => {
  for (const lang of PAPER_LANGS) {
    const [table = []] = await tablesFor("alder", lang, { ideas: ["17-3"] });
    expect(table.filter((cells) => cells.length === 5).map(([first]) => first?.split("\n")[0])).toEqual([
      expect.any(String),
      "17-3",
    ]);
    expect(filledIn([table], isIdea)).toEqual([]);
    const parts = partsOf(await packFor("alder", lang, { ideas: ["17-3"] }));
    const head = [...parts].find(([name]) => name.startsWith("word/header"))?.[1].replaceAll(/<[^>]+>/g, "");
    expect(head).toContain(PACK_WORDS[lang].internal);
  }
});

test("[B5] what stands in the last column comes back by idea", async () => {
  const [table = []] = await tablesFor("alder");
  const filled = table.map((cells) =>
    cells[0]?.startsWith("17-1") ? cells.with(4, " From capital.\nIn two lines. ") : cells,
  );
  expect(filledIn([filled], isIdea)).toEqual([{ idea: "17-1", words: "From capital.\nIn two lines." }]);
});

test("[B5] a pack whose layout was changed is refused with the cell named", async () => {
  const [table = []] = await tablesFor("alder");
  const at = table.findIndex(([first]) => first?.startsWith("17-3"));
  const changed = (row: string[]) => filledIn([table.with(at, row)], isIdea);
  const row = table[at] ?? [];
  expect(changed(row.slice(0, 4))).toEqual({ row: at + 1, column: 5 });
  expect(changed([...row, "more"])).toEqual({ row: at + 1, column: 6 });
  expect(changed(row.with(0, "99-1"))).toEqual({ row: at + 1, column: 1 });
  expect(changed(table.find(([first]) => first?.startsWith("17-1")) ?? [])).toEqual({
    row: at + 1,
    column: 1,
  });
  expect(filledIn([table.with(0, (table[0] ?? []).with(2, "Others"))], isIdea)).toEqual({
    row: 1,
    column: 3,
  });
  expect(filledIn([], isIdea)).toEqual({ row: 1, column: 1 });
});

test("[B4] after a round closed a pack is still made of what stands", async () => {
  const world = spoken();
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  const paper = paperFrom({ compilation: compile(world.state), report: REPORT }, "en", {
    ideas: ["17-1"] as never,
  });
  const rows = packRows(paper, {
    state: world.state,
    delegation: "cedar" as DelegationKey,
    drafts: { drafts: {}, texts: {} },
  });
  expect(rows).toMatchObject([{ idea: "17-1", draft: [] }]);
});
