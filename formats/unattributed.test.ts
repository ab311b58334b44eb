/** Papers of rounds without attribution: nobody's words, in no language, and no small figure. Rules Q of SPEC.md. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Compilation, compile } from "#deliberation/compile";
import { stateAt } from "#deliberation/fold";
import type { Hash } from "#deliberation/ids";
import { publicForm } from "#deliberation/view";
import { exchangedPair, tellsNothing } from "../deliberation/testing/exchanged.ts";
import { REPORT } from "../deliberation/testing/report.ts";
import { facilitator, World } from "../deliberation/testing/world.ts";
import { akomaNtoso } from "./akoma-ntoso/document.ts";
import { bodyOf } from "./body.ts";
import { compilationCsv } from "./compilation-csv.ts";
import { compilationJson } from "./compilation-json.ts";
import { compilationDocx } from "./docx/compilation.ts";
import { houseDocx } from "./docx/house.ts";
import { ippcTable, isoTable } from "./house/tables.ts";
import { itemsOf } from "./items.ts";
import { paperFrom } from "./paper.ts";
import { PAPER_LANGS, type PaperLang } from "./paper-words.ts";
import { compilationPdf } from "./pdf/compilation.ts";
import { webAnnotations } from "./web-annotation.ts";
import { houseXlsx, matrixXlsx } from "./xlsx/workbook.ts";

const FAR = "2027-11-27T23:00:00.000Z";
const SECOND = { round: "2" };
const MARK = "Without attribution";

/** Three support, one objects with words in Arabic, one suggests; two comment. */
function quiet(): World {
  const world = World.opened({ closesAt: FAR });
  for (const more of ["elm", "fir"]) world.admits(more, "member");
  world.states("alder", "17-1", "reservation");
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  world.opens("2", FAR, { attribution: "unattributed" });
  for (const who of ["alder", "birch", "cedar"]) world.states(who, "17-1", "support", SECOND);
  world.states("elm", "17-1", "does-not-support", { words: "لا نؤيد", lang: "ar", ...SECOND });
  world.states("fir", "17-1", "support-with-wording", { lang: "zh", ...SECOND });
  world.comments("elm", { words: "Nous demandons pourquoi.", lang: "fr", ...SECOND });
  world.comments("fir", { target: { on: "report" }, words: "On the whole.", ...SECOND });
  return world;
}

function compiled(world: World): Compilation {
  return compile(stateAt(world.entries.map(publicForm)));
}

function paperOf(compilation: Compilation, lang: PaperLang = "en", choice = {}) {
  return paperFrom({ compilation, report: REPORT }, lang, choice);
}

test("[Q5] [Q6] a paper to be read says what was decided, tells no figure below three, and marks words as nobody's", () => {
  const blocks = bodyOf(paperOf(compiled(quiet())));
  const at = blocks.findLastIndex(
    (one) => one.kind === "heading" && one.text === `${MARK}, as decided at the opening of round 2`,
  );
  expect(blocks[at + 1]).toMatchObject({
    kind: "names",
    names:
      "support: 3; support with suggested wording: fewer than 3; reservation: fewer than 3; position reserved: fewer than 3; does not support: fewer than 3",
  });
  const items = blocks.filter((one) => one.kind === "item" && one.who === MARK);
  expect(items).toHaveLength(4);
  expect(JSON.stringify(items)).not.toMatch(/UTC|elm|fir/);
  // Set by their script, never by a language that somebody recorded.
  expect(items.map((one) => ("lang" in one ? one.lang : null)).sort()).toEqual(["ar", "en", "en", "zh"]);
});

test("[Q6] rows have neither delegation nor language nor time, and stand by the hash of their body", () => {
  const world = quiet();
  const rows = itemsOf(paperOf(compiled(world))).filter(({ round }) => round === "2");
  // Three that only support stand in a figure alone.
  expect(rows).toHaveLength(4);
  for (const row of rows)
    expect(row).toMatchObject({
      delegation: null,
      "delegation kind": null,
      language: null,
      "time (UTC)": null,
    });
  const hashOf = (seq: unknown) => world.entries[Number(seq) - 1]?.header.bodyHash ?? "";
  const onIdea = rows.filter(({ idea }) => idea === "17-1").map((row) => hashOf(row["entry number"]));
  expect(onIdea).toEqual(onIdea.toSorted());
  expect(onIdea).toHaveLength(3);
});

test("[Q6] every paper in every language says so; chosen by one delegation it holds none of these words", () => {
  const compilation = compiled(quiet());
  for (const lang of PAPER_LANGS) {
    const paper = paperOf(compilation, lang);
    const decided = paper.words.unattributed.decided("2");
    for (const text of [
      compilationCsv(paper),
      compilationJson(paper),
      webAnnotations(paper),
      akomaNtoso(paper),
    ])
      expect(text).toContain(decided);
    for (const { before } of [ippcTable(paper), isoTable(paper)])
      expect(JSON.stringify(before)).toContain(decided);
  }
  const chosen = compilationCsv(paperOf(compilation, "en", { delegation: "elm" }));
  expect(chosen).not.toMatch(/لا نؤيد|Nous demandons/);
});

test("[Q7] with two authors exchanged every paper is the same, byte for byte", async () => {
  let exchanged = 0;
  const texts = (compilation: Compilation) => {
    const paper = paperOf(compilation);
    return [
      ...[compilationCsv(paper), compilationJson(paper), webAnnotations(paper), akomaNtoso(paper)],
      JSON.stringify([isoTable(paper), ippcTable(paper), bodyOf(paper)]),
    ];
  };
  const files = async (compilation: Compilation) => {
    const paper = paperOf(compilation, "zh");
    const made = [
      ...[compilationDocx(paper), compilationDocx(paper, { tracked: true }), matrixXlsx(paper)],
      ...[houseDocx(paper, isoTable(paper)), houseXlsx(paper, ippcTable(paper)), compilationPdf(paper)],
    ];
    return (await Promise.all(made)).map((bytes) => Buffer.from(bytes).toString("base64"));
  };
  const pairs = fc.sample(exchangedPair, { seed: 63_677, numRuns: 20 });
  for (const [index, { one, other }] of pairs.entries()) {
    const [mine, theirs] = [withoutHash(compiled(one)), withoutHash(compiled(other))];
    expect(texts(theirs)).toEqual(texts(mine));
    // Files are dear to make: of the first two.
    if (index < 2) expect(await files(theirs)).toEqual(await files(mine));
    if (!tellsNothing(one)) exchanged += 1;
  }
  expect(exchanged).toBeGreaterThan(10);
});

/** What differs by construction: the hash of the last header. */
function withoutHash(compilation: Compilation): Compilation {
  return { ...compilation, asOf: { ...compilation.asOf, hash: "0".repeat(64) as Hash } };
}
