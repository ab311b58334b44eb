import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import readXlsxFile from "read-excel-file/node";
import { expect, test } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { judgeOf, type Verdict } from "#deliberation/brought-answers";
import type { Choice } from "#deliberation/choice";
import { compile } from "#deliberation/compile";
import { stateAt } from "#deliberation/fold";
import type { Seq } from "#deliberation/ids";
import { publicForm, seenBy } from "#deliberation/view";
import { REPORT } from "../../deliberation/testing/report.ts";
import { facilitator, seqOf, World } from "../../deliberation/testing/world.ts";
import { readBroughtTables } from "../brought-tables.ts";
import { houseDocx } from "../docx/house.ts";
import { type Paper, paperFrom } from "../paper.ts";
import { PAPER_LANGS, type PaperLang } from "../paper-words.ts";
import { dispositionSheet } from "../xlsx/dispositions.ts";
import { houseXlsx } from "../xlsx/workbook.ts";
import { answerIn } from "./answers.ts";
import { filledRows, stampOf } from "./filled.ts";
import { ippcTable, isoTable } from "./tables.ts";

const HEAD_ROW = 10;
type Cells = (string | null)[][];

/** A wording of two, a position without one, comments; one of them answered, one of them taken back. */
function considered() {
  const world = World.opened();
  const wording = { wording: "改后的措辞", lang: "zh" };
  const [alder, cedar] = (["alder", "cedar"] as const).map((one) =>
    seqOf(world.states(one, "17-1", "support-with-wording", wording)),
  ) as [Seq, Seq];
  const plain = seqOf(world.states("birch", "17-1", "reservation", { words: "Only in principle." }));
  const answered = seqOf(world.comments("birch", { words: "نقطة ناقصة\nA full stop is missing." }));
  const open = seqOf(world.comments("cedar", { words: "=A & <B>" }));
  seqOf(world.disposes([answered], "not-reflected", { reason: "As issued." }));
  seqOf(world.answers("birch", answered, "contests", { words: "Look again.\nTwice." }));
  return { world, alder, cedar, plain, answered, open };
}

function source(world: World) {
  return { compilation: compile(stateAt(world.entries.map(publicForm))), report: REPORT };
}
const iso = (world: World, lang: PaperLang = "en", choice: Choice = {}) =>
  paperFrom(source(world), lang, choice);

/** What an office has before it: read and written by others than the product's own writer and reader. */
async function workbook(
  paper: Paper,
  change: (cells: Cells) => Cells = (cells) => cells,
): Promise<Uint8Array> {
  const [sheet] = await readXlsxFile(Buffer.from(await houseXlsx(paper, isoTable(paper))));
  const cells = (sheet?.data ?? []).map((row) => row.map((cell) => (cell === null ? null : String(cell))));
  const data = change(cells).map((row) =>
    row.map((value) => (value === null ? null : { value, type: String })),
  );
  return new Uint8Array(await writeExcelFile([{ sheet: "Comments", data }]).toBuffer());
}

function word(lines: string[], cells: Cells): Promise<Uint8Array> {
  const rows = cells.map(
    (row) =>
      new TableRow({
        children: row.map(
          (cell) =>
            new TableCell({
              children: (cell ?? "")
                .split("\n")
                .map((line) => new Paragraph({ children: [...line].map((letter) => new TextRun(letter)) })),
            }),
        ),
      }),
  );
  const children = [...lines.map((line) => new Paragraph(line)), new Table({ rows })];
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

/** Fills in the row of an entry. */
const filling = (entry: number, said: string) => (cells: Cells) =>
  cells.map((row) => (row[1]?.split(", ").includes(String(entry)) ? row.with(7, said) : row));

function readBack(bytes: Uint8Array, world: World, lang: PaperLang = "en") {
  const brought = readBroughtTables(bytes);
  const stamp = stampOf(brought, REPORT.symbol);
  if ("expected" in stamp) return stamp;
  const rows = filledRows(brought, { ...source(world) }, lang);
  return "expected" in rows ? rows : { stamp, rows: rows.filter(({ was, now }) => was !== "" || now !== "") };
}

test.each(PAPER_LANGS)(
  "[J10] in %s both forms come back as they left: the answers in them are unchanged",
  async (lang) => {
    const { world, answered } = considered();
    const paper = iso(world, lang);
    for (const bytes of [await houseXlsx(paper, isoTable(paper)), await houseDocx(paper, isoTable(paper))]) {
      const read = readBack(bytes, world, lang);
      if (!("rows" in read)) throw new Error(JSON.stringify(read));
      expect(read.stamp).toMatchObject({ seq: world.state.head.seq, lang });
      expect(read.rows.map(({ entries }) => entries)).toEqual([[answered]]);
      expect(read.rows[0]?.now.replaceAll(/\s+/g, " ")).toBe(read.rows[0]?.was.replaceAll(/\s+/g, " "));
    }
  },
);

test("[J10] an office fills in a workbook, sorts it and leaves rows out: the answers are read with their cells", async () => {
  const { world, alder, cedar, open } = considered();
  const filled = await workbook(iso(world), (cells) => {
    const [above, rows] = [cells.slice(0, HEAD_ROW), cells.slice(HEAD_ROW)];
    const some = rows.filter((row) => row[5] !== "reservation: Only in principle.").reverse();
    return filling(open, "Noted")(filling(alder, "Accepted. See L.1")([...above, ...some]));
  });
  expect(readBack(filled, world)).toMatchObject({
    rows: [
      { cell: "Comments!H11", entries: [open], was: "", now: "Noted" },
      { cell: "Comments!H12", was: expect.stringContaining("As issued.") },
      { cell: "Comments!H13", entries: [alder, cedar], now: "Accepted. See L.1" },
    ],
  });
});

test("[J10] in a Word file written by another program, in runs of one letter, the same is read", async () => {
  const { world, open } = considered();
  const paper = iso(world);
  const { before, head, rows } = isoTable(paper);
  const cells = [head, ...rows.map((row) => row.map((cell) => String(cell ?? "")))];
  const lines = before.map(([name, value]) => (value === "" ? name : `${name}: ${value}`));
  const read = readBack(await word(lines, filling(open, "Deferred")(cells)), world);
  expect(read).toMatchObject({ rows: [{ was: expect.any(String) }, { cell: "H5", now: "Deferred" }] });
});

test("[J11] of a part, said in the words of the paper, the answers are read", async () => {
  const { world, open } = considered();
  const choices = [
    { ideas: ["17-1"] },
    { section: "2" },
    { delegation: "cedar" },
    { round: "1", standing: true },
  ];
  for (const choice of choices as Choice[]) {
    const read = readBack(await workbook(iso(world, "ru", choice), filling(open, "Отмечено")), world, "ru");
    if (!("rows" in read)) throw new Error(JSON.stringify(read));
    expect(read.rows.find(({ entries }) => entries.includes(open as Seq))?.now).toBe("Отмечено");
  }
});

test("[J11] what was changed is refused with the cell named and what was expected there", async () => {
  const { world, open } = considered();
  const paper = iso(world);
  const changed = async (change: (cells: Cells) => Cells) => readBack(await workbook(paper, change), world);
  const head = (change: (row: (string | null)[]) => (string | null)[]) => (cells: Cells) =>
    cells.with(HEAD_ROW - 1, change(cells[HEAD_ROW - 1] ?? []));
  const without = (row: (string | null)[]) => row.toSpliced(2, 1);
  expect(await changed(head((row) => row.with(7, "Answer")))).toEqual({
    ...{ cell: "Comments!H10", what: "head", expected: "Observations of the Secretariat" },
  });
  expect(await changed((cells) => cells.map(without))).toMatchObject({
    ...{ cell: "Comments!C10", expected: "Clause/Subclause" },
  });
  expect(await changed(head((row) => row.with(5, row[6] ?? "").with(6, row[5] ?? "")))).toMatchObject({
    cell: "Comments!F10",
  });
  expect(await changed(head((row) => [...row, "Remarks"]))).toMatchObject({
    cell: "Comments!I10",
    expected: "",
  });
  expect(
    await changed((cells) => cells.map((row) => (row[1] === String(open) ? [...row, "aside"] : row))),
  ).toMatchObject({
    cell: "Comments!I14",
  });
  expect(
    await changed((cells) => cells.map((row) => (row[1] === String(open) ? row.with(1, "4711") : row))),
  ).toEqual({
    ...{ cell: "Comments!B14", what: "number", expected: "" },
  });
  expect(await changed((cells) => [...cells, cells.at(-1) ?? []])).toMatchObject({ cell: "Comments!B15" });
  expect(
    await changed((cells) => cells.map((row) => (row[1] === String(open) ? row.with(5, "Else.") : row))),
  ).toEqual({
    ...{ cell: "Comments!F14", what: "words", expected: "=A & <B>" },
  });
  expect(await changed((cells) => cells.with(1, ["Document", "A/63/678"]))).toMatchObject({
    ...{ cell: "Comments!B2", what: "report", expected: REPORT.symbol },
  });
  expect(await changed((cells) => cells.with(5, ["as of (UTC)", "last week"]))).toMatchObject({
    what: "as-of",
  });
  expect(await changed((cells) => cells.with(6, ["filter", "what we like"]))).toMatchObject({
    ...{ cell: "Comments!B7", what: "choice" },
  });
  const ippc = readBack(await houseXlsx(paper, ippcTable(paper)), world);
  expect(ippc).toMatchObject({ what: "head", expected: "MB/NC" });
});

test("[J12] answers are read in six languages, in our words and in those of secretariats; others are not guessed", () => {
  const read = (said: string, lang: PaperLang = "en") => {
    const answer = answerIn(said, lang);
    return answer === null ? null : [answer.outcome, answer.where, answer.reason, answer.lang];
  };
  expect(read("reflected in L.1, para. 2 · version 2 · the author agrees")).toEqual([
    ...["reflected", "L.1, para. 2", null, "en"],
  ]);
  expect(read("Reflected in part.")).toEqual(["reflected-in-part", null, null, "en"]);
  expect(read("NOT ACCEPTED: agreed language.")).toEqual(["not-reflected", null, "agreed language.", "en"]);
  expect(read("Accepted in principle (see L.2)")).toEqual(["reflected-in-part", null, "see L.2", "en"]);
  expect(read("Accepted")).toEqual(["reflected", null, null, "en"]);
  expect(read("not reflected · As issued. · the author contests this: Look again.\nTwice.")).toEqual([
    ...["not-reflected", null, "As issued.", "en"],
  ]);
  expect(read("Pris en compte dans L.1", "fr")).toEqual(["reflected", "L.1", null, "fr"]);
  expect(read("Non acceptée – texte convenu", "fr")).toEqual(["not-reflected", null, "texte convenu", "fr"]);
  expect(read("No recogido: lenguaje acordado", "es")).toEqual([
    "not-reflected",
    null,
    "lenguaje acordado",
    "es",
  ]);
  expect(read("Принято к сведению", "ru")).toEqual(["noted", null, null, "ru"]);
  expect(read("принято частично. Согласованная формулировка", "ru")).toEqual([
    ...["reflected-in-part", null, "Согласованная формулировка", "ru"],
  ]);
  expect(read("已反映：L.1第2段", "zh")).toEqual(["reflected", "L.1第2段", null, "zh"]);
  expect(read("不接受。已商定的措辞", "zh")).toEqual(["not-reflected", null, "已商定的措辞", "zh"]);
  expect(read("انعكس: L.1", "ar")).toEqual(["reflected", "L.1", null, "ar"]);
  expect(read("مرفوض، لغة متفق عليها", "ar")).toEqual(["not-reflected", null, "لغة متفق عليها", "ar"]);
  // Of another language than the paper's.
  expect(read("Rejeté. Texte convenu.", "en")).toEqual(["not-reflected", null, "Texte convenu.", "fr"]);
  for (const unclear of [
    "Please discuss",
    "Acceptable",
    "noted that this is not accepted",
    "Noted\nNot accepted",
    "?",
  ])
    expect(read(unclear)).toBeNull();
});

test("[J12] an answer is new where the words stand as handed out and were not answered since", () => {
  const { world, alder, cedar, plain, answered, open } = considered();
  const handedOut = world.state.head.seq;
  const noted = { outcome: "noted", where: null, reason: null, lang: "en" } as const;
  const verdicts = (...said: { entry: Seq; said?: string; answer?: typeof noted | null }[]): Verdict[] => {
    const judge = judgeOf(world.state, handedOut);
    return said.map((one) => judge({ ...{ said: "x", answer: noted, isUnchanged: false }, ...one }).verdict);
  };
  const all = [alder, cedar, plain, answered, open].map((entry) => ({ entry: entry as Seq }));
  expect(verdicts(...all)).toEqual(["new", "new", "takes-none", "new", "new"]);
  expect(verdicts({ entry: open as Seq, answer: null }, { entry: answered as Seq, said: "" })).toEqual([
    ...["not-understood", "emptied"],
  ]);
  world.states("alder", "17-1", "support-with-wording", { wording: "再改", lang: "zh" });
  world.withdraws("cedar", "comment.withdrawn", open);
  world.corrects("birch", answered, "Corrected.");
  world.disposes([cedar], "kept-in-brackets");
  expect(verdicts(...all)).toEqual([
    "words-moved",
    "answered-since",
    "takes-none",
    "words-moved",
    "words-moved",
  ]);
  world.disposes([cedar], "noted");
  expect(verdicts({ entry: cedar as Seq })).toEqual(["unchanged"]);
});

test("[J12] words of nobody are answered as others are, and name nobody", async () => {
  const { world } = considered();
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  world.opens("2", "2027-12-01T10:00:00.000Z", { attribution: "unattributed" });
  const unnamed = seqOf(world.comments("alder", { words: "Of nobody.", round: "2" })) as Seq;
  const state = stateAt(world.entries.map((entry) => seenBy(entry, { as: "facilitator" })));
  const read = readBack(await workbook(iso(world), filling(unnamed, "Noted")), world);
  if (!("rows" in read)) throw new Error(JSON.stringify(read));
  expect(read.rows.find(({ entries }) => entries.includes(unnamed))?.now).toBe("Noted");
  const judge = judgeOf(state, world.state.head.seq);
  const noted = { outcome: "noted", where: null, reason: null, lang: "en" } as const;
  const judged = judge({ entry: unnamed, said: "Noted", answer: noted, isUnchanged: false });
  expect(judged).toMatchObject({ verdict: "new", author: null, text: "Of nobody.", place: "17-1" });
  world.disposes([unnamed], "noted");
  const paper = iso(world);
  expect(
    dispositionSheet(paper)
      .rows.slice(1)
      .map((row) => row[7]),
  ).toContain(unnamed);
});
