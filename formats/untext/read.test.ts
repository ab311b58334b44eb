import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { type Block, findQuote, type Paragraph, paragraphsOf, textOfBlock } from "#deliberation/report";
import seed from "../../db/seed/a-63-677.zh.json" with { type: "json" };
import passages from "../../db/seed/policy-ideas.a-63-677.json" with { type: "json" };
import { madeSeed } from "./make-seed.ts";
import { everything, lostOrInvented } from "./printed.ts";
import { readUnText } from "./read.ts";

const source = readFileSync(path.join(import.meta.dirname, "../../db/seed/a-63-677.zh.txt"), "utf8");
const { report, furniture } = readUnText(source);
const paragraphs = paragraphsOf(report);

const paragraph = (key: string): Paragraph => {
  const found = paragraphs.find((one) => one.key === key);
  if (found === undefined) throw new Error(`no paragraph ${key}`);
  return found;
};
const blocks = (kind: Block["kind"]) =>
  paragraphs.flatMap((one) =>
    one.blocks.filter((block) => block.kind === kind).map((block) => ({ key: one.key, block })),
  );
const textOf = (key: string) => paragraph(key).blocks.map(textOfBlock).join("");

test("five sections and the annex hold 72 and 7 paragraphs, the second to the fourth are the pillars", () => {
  const ranges = report.sections.map(({ key, pillar, paragraphs: of }) => [
    key,
    pillar,
    of[0]?.key,
    of.at(-1)?.key,
    of.length,
  ]);
  expect(ranges).toEqual([
    ["1", null, "1", "12", 12],
    ["2", 1, "13", "27", 15],
    ["3", 2, "28", "48", 21],
    ["4", 3, "49", "66", 18],
    ["5", null, "67", "72", 6],
    ["A", null, "A1", "A7", 7],
  ]);
});

test("21 block sub-paragraphs, and no inline list among them", () => {
  const keys = blocks("item").map(({ block }) => (block.kind === "item" ? block.item.key : ""));
  const range = (of: string, letters: string) => [...letters].map((mark) => `${of}.${mark}`);
  expect(keys).toEqual([
    ...range("10", "abcd"),
    ...range("11", "abc"),
    ...range("45", "abcde"),
    ...range("71", "abcde"),
    ...range("A6", "abcd"),
  ]);
});

test("five quotations and five unnumbered closing paragraphs", () => {
  expect(blocks("quotation").map(({ key }) => key)).toEqual(["1", "1", "1", "13", "41"]);
  expect(blocks("closing").map(({ key }) => key)).toEqual(["1", "13", "41", "45", "71"]);
});

test("thirteen footnotes, each attached where its marker stands", () => {
  expect(report.footnotes.map(({ number, at }) => `${number}→${at}`).join(" ")).toBe(
    "1→7 2→8 3→8 4→9 5→16 6→16 7→17 8→38 9→49 10→54 11→54 12→54 13→55",
  );
});

test("front matter: symbol, session, agenda items, title, date, languages, summary", () => {
  expect(report).toMatchObject({
    symbol: "A/63/677",
    lang: "zh",
    title: "履行保护责任",
    subtitle: "秘书长的报告",
    session: "第六十三届会议",
    agendaItems: [44, 107],
    distribution: "General",
    date: "12 January 2009",
    original: "English",
  });
  expect(report.summary).toHaveLength(12);
});

test("no character of the text is lost, none invented", () => {
  expect(lostOrInvented(source, everything({ report, furniture }))).toEqual([]);
});

test("the running text comes out in the order it was printed", () => {
  const running = report.sections
    .flatMap(({ mark, heading, paragraphs: of }) => [mark, ...heading, ...of.flatMap(withoutMarkers)])
    .join("")
    .replace(/\s/gu, "");
  const printedFrom = source.slice(source.indexOf("  一. ")).replace(/\s/gu, "");
  let met = 0;
  for (const character of printedFrom) if (character === running[met]) met += 1;
  expect(met).toBe(running.length);
});

function withoutMarkers({ number, blocks: of }: Paragraph): string[] {
  return [number, ...of.map((block) => (block.kind === "item" ? block.item.mark : "") + textOfBlock(block))];
}

test("lines 361, 375: a stray glyph stands for the blank before 10(c) and (d)", () => {
  expect(furniture.filter((text) => text === "\uF06C")).toHaveLength(2);
  expect(textOf("10")).not.toContain("\uF06C");
});

test("lines 83, 398, 1412, 1417: a trailing blank inside a sentence, a symbol, an address ends nothing", () => {
  expect(report.summary.join("\n")).toContain("每一支柱都具有等同的长度");
  expect(textOf("10")).toContain("S/1999/1257");
  expect(report.footnotes[11]?.text).toContain("E/CN.4/1994/7/Add.1");
  expect(report.footnotes[12]?.text).toContain("http://www.un.org/apps/news/story.asp");
});

test("lines 804, 806: an inline list that breaks like a block list stays in its sentence", () => {
  expect(textOf("28")).toContain("(第 139段)；(d) 协助");
  expect(paragraph("28").blocks.map((block) => block.kind)).toEqual(["text"]);
});

test("lines 1231, 1232: a marker, then an inline (b) with a leading blank", () => {
  const [block] = paragraph("49").blocks;
  expect(block?.kind === "text" && block.text.slice((block.footnotes[0]?.offset ?? 0) - 2)).toMatch(
    /^”；\(b\) “有关国家当局/,
  );
});

test("lines 1350, 1351: paragraph 54 ends at marker 12, shown by a line of one blank", () => {
  const [block] = paragraph("54").blocks;
  expect(block?.kind === "text" && block.footnotes.at(-1)).toEqual({
    number: 12,
    offset: textOf("54").length,
  });
});

test("lines 318 to 321: the end of note 3, the tail of paragraph 9 and marker 4, all glued", () => {
  expect(report.footnotes[2]?.text).toBe("大会第 260 A(III)号决议，附件。");
  expect(textOf("9")).toContain("还是未能进行干预——如在卢旺达”。但这个成员");
});

test("line 618: note 7 opens with a leading blank, unlike the others", () => {
  expect(report.footnotes[6]?.text).toBe("联合国，《条约汇编》，第 2187 卷，第 38544 号。");
});

test("lines 964 to 981: the only surviving running header and footer are furniture", () => {
  expect(furniture).toContain("A/63/677");
  expect(furniture).toContain("09-20609 (C)16");
  expect(textOf("39")).toContain("有关的局势，警察和文职部门");
});

test("lines 173, 1013: a paragraph that opens with a year", () => {
  expect(textOf("4")).toMatch(/^2005 年世界首脑会议是/);
  expect(textOf("41")).toMatch(/^1992 年，当时的秘书长/);
});

test("lines 689, 829, 1119, 1701: a paragraph that begins after a page break with a leading blank", () => {
  for (const [key, words] of [
    ["22", "作为自省过程"],
    ["30", "鼓励各国履行"],
    ["45", "在这方面"],
    ["71", "我敦促大会"],
  ] as const) {
    expect(textOf(key).startsWith(words)).toBe(true);
  }
});

test("lines 104, 112, 1019: quotations that open and never close, and one without marks", () => {
  const texts = blocks("quotation").map(({ block }) => textOfBlock(block));
  expect(texts[0]).toMatch(/^“138\. .*预警能力。$/);
  expect(texts[1]).toMatch(/^“139\. .*紧张状态的国家。$/);
  expect(texts[4]).toMatch(/^在一国内部发生危机.*\(第 29 段\)$/);
});

test("every passage argued to be an idea stands exactly once in its paragraph, 17-1 across a marker", () => {
  expect(passages.ideas).toHaveLength(108);
  for (const { id, paragraph: key, quote } of passages.ideas) {
    expect(findQuote(paragraph(key), quote), id).not.toBeNull();
  }
  const place = findQuote(paragraph("17"), passages.ideas.find(({ id }) => id === "17-1")?.quote ?? "");
  const [block] = paragraph("17").blocks;
  const offset = block?.kind === "text" ? (block.footnotes[0]?.offset ?? -1) : -1;
  expect(offset > (place?.start ?? 0) && offset < (place?.end ?? 0)).toBe(true);
});

test("the seed in the store's folder is what the reader makes of the source", () => {
  expect(seed).toEqual(JSON.parse(JSON.stringify(madeSeed())));
});

test("every editorial note names words that stand in its paragraph", () => {
  for (const note of madeSeed().editorialNotes) expect(textOf(note.paragraph)).toContain(note.exact);
});

test("line endings of another system, or a byte order mark, make no difference", () => {
  expect(readUnText(`\uFEFF${source.replaceAll("\n", "\r\n")}`)).toEqual({ report, furniture });
  expect(readUnText(source.replaceAll("\n", "\r"))).toEqual({ report, furniture });
});
