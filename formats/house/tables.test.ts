import mammoth from "mammoth";
import readXlsxFile from "read-excel-file/node";
import { expect, test } from "vitest";
import { compile } from "#deliberation/compile";
import { REPORT } from "../../deliberation/testing/report.ts";
import { seqOf, World } from "../../deliberation/testing/world.ts";
import { houseDocx } from "../docx/house.ts";
import { type Paper, paperFrom } from "../paper.ts";
import { houseXlsx } from "../xlsx/workbook.ts";
import { ippcTable, isoTable } from "./tables.ts";

const IPPC = [
  "Comment number",
  "1. Section",
  "2. Para nber",
  "3. Sentence/row/indent",
  "4. Type of comment",
  "5. Proposed rewording",
  "6. Explanation",
  "7. Country(ies)",
];
const ISO = [
  "MB/NC",
  "Line number",
  "Clause/Subclause",
  "Paragraph/Figure/Table",
  "Type of comment",
  "Comments",
  "Proposed change",
  "Observations of the Secretariat",
];

function paper(): Paper {
  const world = World.opened();
  const wording = { wording: "改后的措辞", lang: "zh" };
  const first = seqOf(world.states("alder", "17-1", "support-with-wording", wording));
  const second = seqOf(world.states("cedar", "17-1", "support-with-wording", wording));
  world.disposes([first], "kept-in-brackets");
  world.disposes([first], "noted");
  world.disposes([second], "reflected-in-part", { where: "L.1, para. 2" });
  world.states("birch", "17-1", "reservation", { words: "Only in principle." });
  const missing = seqOf(
    world.comments("birch", { commentKind: "editorial", words: "A full stop is missing." }),
  );
  world.disposes([missing], "not-reflected", { reason: "As issued." });
  world.answers("birch", missing, "contests", { words: "Look again." });
  world.comments("cedar", { target: { on: "report" }, words: "Welcome." });
  const gone = seqOf(world.comments("alder", { words: "canary" }));
  world.withdraws("alder", "comment.withdrawn", gone);
  return paperFrom({ compilation: compile(world.state), report: REPORT }, "en");
}

test("the IPPC table has its columns exactly so, general comments first, several countries in one row", async () => {
  const [sheet] = await readXlsxFile(Buffer.from(await houseXlsx(paper(), ippcTable(paper()))));
  const rows = sheet?.data ?? [];
  const head = rows.findIndex((row) => row[0] === "Comment number");
  expect(rows[head]).toEqual(IPPC);
  const section = "二. 第一支柱 国家的责任";
  const idea = "17-1 构想 17-1";
  expect(rows.slice(head + 1)).toEqual([
    [1, "General comments", null, null, "Substantive", null, "Welcome.", "cedar"],
    [2, section, "17", idea, "Substantive", "改后的措辞", null, "alder, cedar"],
    [3, section, "17", idea, "Substantive", null, "reservation: Only in principle.", "birch"],
    [4, section, "17", idea, "Editorial", null, "A full stop is missing.", "birch"],
  ]);
  expect(JSON.stringify(rows)).toContain("Demonstration: all delegations and their words are fictional.");
});

test("the ISO/IEC template has its columns exactly so, and in the last what became of each", async () => {
  const [sheet] = await readXlsxFile(Buffer.from(await houseXlsx(paper(), isoTable(paper()))));
  const rows = sheet?.data ?? [];
  expect(rows[1]?.slice(0, 2)).toEqual(["Document", "A/63/677"]);
  const head = rows.findIndex((row) => row[0] === "MB/NC");
  expect(rows[head]).toEqual(ISO);
  expect(rows.slice(head + 1).map((row) => row[4])).toEqual(["ge", "te", "te", "ed"]);
  expect(rows.slice(head + 1).map((row) => row[7] ?? null)).toEqual([
    null,
    "noted · version 2\nreflected in part in L.1, para. 2",
    null,
    "not reflected · As issued. · the author contests this: Look again.",
  ]);
});

test("in Word the same tables say the same, and nothing withdrawn", async () => {
  for (const [table, head] of [
    [ippcTable, IPPC],
    [isoTable, ISO],
  ] as const) {
    const bytes = await houseDocx(paper(), table(paper()));
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    for (const said of [...head, "改后的措辞", "alder, cedar", "A full stop is missing."])
      expect(value).toContain(said);
    expect(value).not.toContain("canary");
  }
});
