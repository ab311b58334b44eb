import { expect, test } from "vitest";
import { compile } from "#deliberation/compile";
import type { Instant } from "#deliberation/ids";
import { seqOf } from "../deliberation/testing/world.ts";
import { bodyOf } from "./body.ts";
import { factsOf } from "./facts.ts";
import { itemsOf } from "./items.ts";
import { paperFrom } from "./paper.ts";
import { PAPER_LANGS } from "./paper-words.ts";
import { consideredReport, seededReport } from "./testing/considered.ts";
import { matrixRows } from "./xlsx/matrix.ts";

/** Birch spoke, got another name, and then continued as cedar. */
function withSuccession() {
  const world = consideredReport();
  world.now = "2026-11-21T10:00:00.000Z" as Instant;
  const names = { en: "White Birch" };
  seqOf(world.enters({ kind: "delegation.renamed", delegation: "birch", names }));
  const before = compile(world.state);
  const how = { successor: "cedar", manner: "continued", since: "2026-11-18", citation: "Note 12" };
  seqOf(world.enters({ kind: "delegation.succeeded", delegation: "birch", ...how }));
  return { before, after: compile(world.state) };
}

const papers = withSuccession();
const paper = (compilation: typeof papers.after, lang: (typeof PAPER_LANGS)[number] = "en") =>
  paperFrom({ compilation, report: seededReport() }, lang);

test("[D8] [D9] [N7] a paper names who has no standing any more, and counts it in nothing; one of before is as it was", () => {
  const letters = ({ compilation }: ReturnType<typeof paper>) => {
    const [row] = compilation.ideas.filter(({ idea }) => idea === "17-1");
    return [row?.stand.of, row?.stand.members["support-with-wording"].length];
  };
  const [before, after] = [paper(papers.before), paper(papers.after)];
  expect([letters(before), letters(after)]).toEqual([
    [3, 1],
    [2, 0],
  ]);
  expect(matrixRows(before).head).toContain("White Birch");
  expect(matrixRows(after).head).not.toContain("White Birch");
  const row = itemsOf(after).find((one) => one.idea === "17-1" && one.delegation === "White Birch");
  expect([row?.["delegation kind"], row?.status]).toEqual(["without standing any more", "stands"]);
  const [, facts] = factsOf(after).find(([head]) => head === "Names and standing") ?? [];
  expect(facts?.split("; ")).toEqual([
    "White Birch: birch until 2026-11-21",
    "White Birch: without standing any more since 2026-11-18 (Note 12)",
    "White Birch continues as cedar since 2026-11-18 (Note 12)",
  ]);
});

test("[D6] words of before a new name stand under it with the name of their day, in every language", () => {
  for (const lang of PAPER_LANGS) {
    const all = bodyOf(paper(papers.after, lang));
    const said = all.flatMap((one) =>
      one.kind === "item" && one.who.startsWith("White Birch") ? [one.who] : [],
    );
    expect(said.length, lang).toBeGreaterThan(0);
    for (const who of said) expect(who, lang).toContain("birch)");
    const names = all.flatMap((one) => (one.kind === "names" ? [one.names] : []));
    expect(
      names.some((one) => one.includes("White Birch (")),
      lang,
    ).toBe(true);
  }
});
