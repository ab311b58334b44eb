import { expect, test } from "vitest";
import { chosenOf } from "#deliberation/choice";
import { compile } from "#deliberation/compile";
import type { Instant, RoundId } from "#deliberation/ids";
import { facilitator, seqOf, type World } from "../deliberation/testing/world.ts";
import { akomaNtoso } from "./akoma-ntoso/document.ts";
import { bodyOf } from "./body.ts";
import { houseRows } from "./house/rows.ts";
import { itemsOf } from "./items.ts";
import { paperFrom } from "./paper.ts";
import { faultsOf } from "./testing/akoma-ntoso-model.ts";
import { consideredReport, seededReport } from "./testing/considered.ts";
import { elementsOf } from "./testing/elements.ts";
import { webAnnotations } from "./web-annotation.ts";
import { matrixRows } from "./xlsx/matrix.ts";

const ENDS = "2026-12-01T10:00:00.000Z" as Instant;

/** One that was broken on 17-1 by a note and announced on 71-1, one that was cancelled, one that runs. */
function withSilences(): World {
  const world = consideredReport();
  const starts = (ideas: string[], closesAt: string) => {
    const said = { wording: "改后的措辞", ideas, lang: "zh", closesAt, others: "continue" };
    return seqOf(world.enters({ kind: "silence.started", ...said }, facilitator));
  };
  const [entry, cancelled] = [starts(["17-1", "71-1"], ENDS), starts(["71-1"], ENDS)];
  starts(["71-1"], "2026-12-20T10:00:00.000Z");
  const objection = { kind: "silence.entered", entry, delegation: "cedar", means: "note", ideas: ["17-1"] };
  const received = { receivedAt: world.now, words: "By note: not 17-1.", lang: "en" };
  seqOf(world.enters({ ...objection, ...received }, facilitator));
  const joins = { kind: "silence.explained", entry, words: "نوضح موقفنا", lang: "ar" };
  seqOf(world.declares("birch", joins, "explanation"));
  const why = { reason: "The wording was wrong.", lang: "en" };
  seqOf(world.enters({ kind: "silence.cancelled", entry: cancelled, ...why }, facilitator));
  world.now = ENDS;
  seqOf(world.enters({ kind: "silence.concluded", entry, outcome: "in-part" }, "clock"));
  seqOf(world.enters({ kind: "silence.announced", entry, outcome: "agreed-ad-referendum" }, facilitator));
  return world;
}

test("[K11] papers to be read and papers of rows hold silence procedures, their outcome and all that was said", () => {
  const compilation = compile(withSilences().state);
  const paper = paperFrom({ compilation, report: seededReport() }, "en");
  const text = bodyOf(paper).map((block) => ("text" in block ? block.text : ""));
  expect(text).toContain("Silence procedures");
  expect(text).toContain("Silence procedure 1: agreed ad referendum");
  expect(text).toContain("Silence procedure 1: silence broken");
  expect(text).toContain("Silence procedure 2: cancelled");
  expect(text).toContain("Silence procedure 3: running");
  expect(text).toContain("نوضح موقفنا");
  expect(text.filter((one) => one.includes("received by a note on 2026-11-20 10:00 UTC"))).toHaveLength(1);
  const rows = itemsOf(paper).filter(({ kind }) => String(kind).startsWith("Silence procedure"));
  expect(rows.map(({ status, idea }) => `${idea}: ${status}`)).toEqual([
    "17-1, 71-1: agreed ad referendum",
    "71-1: cancelled",
    "71-1: running",
  ]);
  expect(itemsOf(paper).find(({ statement }) => statement === "By note: not 17-1.")).toMatchObject({
    ...{ delegation: "cedar", capacity: "facilitator", idea: "17-1", status: "stands" },
    "reply to": rows[0]?.["entry number"],
  });
});

test("[K11] the workbook flags it on its ideas, the house tables tell it in rows, and it is in both papers for other tools", () => {
  const paper = paperFrom({ compilation: compile(withSilences().state), report: seededReport() }, "en");
  const { head, rows } = matrixRows(paper);
  expect(head[2]).toBe("Silence procedures");
  const flags = new Map(rows.map((row) => [row[0], row[2]]));
  expect(flags.get("17-1")).toBe("Silence procedure 1: silence broken");
  expect(flags.get("71-1")).toBe(
    "Silence procedure 1: agreed ad referendum\nSilence procedure 2: cancelled\nSilence procedure 3: running",
  );
  expect(flags.get("17-2")).toBe("");
  const told = houseRows(paper).map(({ explanation, countries }) => `${countries}: ${explanation}`);
  expect(told).toContain("facilitator: Silence procedure 1: agreed ad referendum\nSilence broken on 17-1");
  expect(
    told.filter((one) => one.startsWith("cedar: objection") && one.endsWith("By note: not 17-1.")),
  ).toHaveLength(1);
  const { items } = JSON.parse(webAnnotations(paper)).first;
  const kinds = items.map((one: Record<string, string>) => one["consideration:kind"]);
  for (const kind of ["silence", "silence.objected", "silence.explained"]) expect(kinds).toContain(kind);
  const xml = akomaNtoso(paper);
  expect(faultsOf(elementsOf(xml))).toEqual([]);
  for (const words of ["By note: not 17-1.", "نوضح موقفنا", "agreed ad referendum", "The wording was wrong."])
    expect(xml).toContain(words);
});

test("[K11] what is chosen keeps a silence procedure whole or leaves it out", () => {
  const compilation = compile(withSilences().state);
  const [first] = compilation.silences;
  const of = (choice: Parameters<typeof chosenOf>[1]) =>
    chosenOf(compilation, choice, seededReport()).silences;
  expect(of({ ideas: first?.ideas.slice(0, 1) ?? [] })).toEqual([first]);
  expect(of({ delegation: first?.said[0]?.delegation })).toEqual([first]);
  expect(of({ round: "1" as RoundId })).toEqual([]);
});

test("[Z14] [K11] an objection that was annulled stands in papers, marked so and with the reason", () => {
  const world = consideredReport();
  const said = { wording: "改后的措辞", ideas: ["17-1"], lang: "zh", closesAt: ENDS };
  const entry = seqOf(world.enters({ kind: "silence.started", ...said }, facilitator));
  const objection = { kind: "silence.entered", entry, delegation: "cedar", means: "note", lang: "en" };
  const words = { receivedAt: world.now, words: "We object." };
  seqOf(world.annuls(seqOf(world.enters({ ...objection, ...words }, facilitator)), facilitator));
  const paper = paperFrom({ compilation: compile(world.state), report: seededReport() }, "en");
  const text = bodyOf(paper).map((block) => ("text" in block ? block.text : ""));
  expect(text).toContain("Silence procedure 1: running");
  expect(text).toContain("Entered twice.");
  expect(itemsOf(paper).find(({ statement }) => statement === "We object.")?.status).toBe(
    "entered in error, annulled on 2026-11-20 10:00 UTC",
  );
});
