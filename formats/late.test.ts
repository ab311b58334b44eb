import { expect, test } from "vitest";
import { compile } from "#deliberation/compile";
import { stateAt } from "#deliberation/fold";
import type { DelegationKey, Instant, ReportId } from "#deliberation/ids";
import { publicForm } from "#deliberation/view";
import { seqOf, type World } from "../deliberation/testing/world.ts";
import { akomaNtoso } from "./akoma-ntoso/document.ts";
import { bodyOf } from "./body.ts";
import { compilationCsv } from "./compilation-csv.ts";
import { compilationJson } from "./compilation-json.ts";
import { digestOf } from "./digest.ts";
import { compilationDocx } from "./docx/compilation.ts";
import { houseRows } from "./house/rows.ts";
import { itemsOf } from "./items.ts";
import { packRows } from "./pack/rows.ts";
import { type Paper, paperFrom } from "./paper.ts";
import { PAPER_LANGS, PAPER_WORDS } from "./paper-words.ts";
import { faultsOf } from "./testing/akoma-ntoso-model.ts";
import { consideredReport, seededReport } from "./testing/considered.ts";
import { elementsOf } from "./testing/elements.ts";
import { webAnnotations } from "./web-annotation.ts";
import { matrixRows } from "./xlsx/matrix.ts";
import { partsOf } from "./zipped.ts";

const WORDS = ["A late position.", "A late comment.", "A late statement, on its own."] as const;
const SEALED = "Nobody but the facilitators reads this.";

/** Three late words of cedar's, admitted, and one that waits. */
function withLateWords(): { world: World; admitted: number[] } {
  const world = consideredReport();
  const late = { late: true };
  const wording = { words: WORDS[0], wording: "改后的措辞", ...late };
  const sealed = [
    seqOf(world.states("cedar", "17-1", "support-with-wording", wording)),
    seqOf(world.comments("cedar", { words: WORDS[1], ...late })),
    seqOf(world.brings("cedar", { words: WORDS[2], ...late })),
  ];
  seqOf(world.comments("cedar", { words: SEALED, ...late }));
  world.now = "2026-11-29T09:00:00.000Z" as Instant;
  return { world, admitted: sealed.map((entry) => seqOf(world.lateAdmitted(entry))) };
}

function paperOf(world: World): Paper {
  const compilation = compile(stateAt(world.entries.map(publicForm)));
  return paperFrom({ compilation, report: seededReport() }, "en");
}

test("[G6] papers to be read say of every admitted word that it was received after the deadline, and of no other", async () => {
  const paper = paperOf(withLateWords().world);
  const { late } = paper.words;
  const blocks = bodyOf(paper);
  const marked = blocks.flatMap((one) =>
    one.kind === "item" && one.facts.includes(late) ? [one.words] : [],
  );
  expect([...new Set(marked)]).toEqual([WORDS[0], WORDS[2].slice(0, 16), WORDS[1], WORDS[2]]);
  const names = blocks.flatMap((one) => (one.kind === "names" ? [one.names] : []));
  expect(names.filter((one) => one.includes(late)).every((one) => one.includes(`cedar (${late})`))).toBe(
    true,
  );
  const wording = blocks.find((one) => one.kind === "wording" && one.who.includes("cedar"));
  expect(wording).toMatchObject({ who: expect.stringContaining(`cedar (${late})`) });
  const parts = partsOf(await compilationDocx(paper, { tracked: true }));
  expect(parts.get("word/comments.xml")).toContain(late);
  expect(JSON.stringify(blocks)).not.toContain(SEALED);
});

test("[G6] papers of rows and papers for other tools mark them, too", () => {
  const { world, admitted } = withLateWords();
  const paper = paperOf(world);
  const { late } = paper.words;
  expect(itemsOf(paper).flatMap((row) => (row.late === late ? [row["entry number"]] : []))).toEqual(admitted);
  expect(compilationCsv(paper)).toContain(late);
  const row = matrixRows(paper).rows.find(([idea]) => idea === "17-1");
  expect(row?.filter((cell) => String(cell).includes("†"))).toHaveLength(1);
  const countries = houseRows(paper).flatMap((one) => (one.countries.includes(late) ? [one.entries] : []));
  expect(countries.sort()).toEqual([String(admitted[0]), String(admitted[1])].sort());
  const { items } = JSON.parse(webAnnotations(paper)).first;
  const dated = items.filter((one: Record<string, unknown>) => "consideration:receivedAfterDeadline" in one);
  expect(dated.map((one: Record<string, unknown>) => one["consideration:entry"])).toEqual(admitted);
  const xml = akomaNtoso(paper);
  expect(faultsOf(elementsOf(xml))).toEqual([]);
  expect(xml.split(`>${late}<`)).toHaveLength(4);
  expect(compilationJson(paper)).toContain('"late":{"at":"2026-11-20T10:00:00.000Z"');
  for (const text of [compilationCsv(paper), xml, webAnnotations(paper), compilationJson(paper)])
    expect(text).not.toContain(SEALED);
});

test("[G6] a pack and a digest mark them, in every language", () => {
  const { world, admitted } = withLateWords();
  const paper = paperOf(world);
  const from = {
    state: world.state,
    delegation: "cedar" as DelegationKey,
    drafts: { drafts: {}, texts: {} },
  };
  const pack = JSON.stringify(packRows(paper, from));
  expect(pack).toContain(paper.words.late);
  for (const lang of PAPER_LANGS) {
    const asked = { report: "A-63-677" as ReportId, state: world.state, delegation: null, lang, origin: "" };
    const { text } = digestOf(world.entries.slice((admitted[0] ?? 0) - 1), asked);
    expect(text.split(PAPER_WORDS[lang].late)).toHaveLength(4);
    for (const words of WORDS) expect(text).toContain(words);
  }
});
