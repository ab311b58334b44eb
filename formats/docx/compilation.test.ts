import mammoth from "mammoth";
import { beforeAll, expect, test } from "vitest";
import { compile } from "#deliberation/compile";
import { paragraphsOf, textOfBlock } from "#deliberation/report";
import { REPORT } from "../../deliberation/testing/report.ts";
import { seqOf, World } from "../../deliberation/testing/world.ts";
import { paperFrom } from "../paper.ts";
import { PAPER_LANGS, PAPER_WORDS, type PaperLang } from "../paper-words.ts";
import { partsOf } from "../zipped.ts";
import { compilationDocx } from "./compilation.ts";

const world = World.opened();
const WORDING = "构想 17-1，并及时";
let question = 0;

beforeAll(() => {
  world.states("alder", "17-1", "support");
  world.states("alder", "17-1", "reservation", { words: "只在原则上。", lang: "zh" });
  world.states("birch", "17-1", "support-with-wording", { wording: WORDING, lang: "zh" });
  const stated = seqOf(
    world.states("cedar", "17-1", "support-with-wording", { wording: WORDING, lang: "zh" }),
  );
  world.associates("alder", stated);
  world.states("willow", "17-1", "does-not-support");
  question = seqOf(world.comments("cedar", { words: "هل يشمل ذلك الجميع؟", lang: "ar" }));
  const target = { on: "words", paragraph: "17", exact: "词", prefix: "", suffix: "是一个", start: 0 };
  world.comments("birch", { target, words: "哪个词？", lang: "zh" });
  const gone = seqOf(world.comments("alder", { words: "canary" }));
  world.withdraws("alder", "comment.withdrawn", gone);
});

function docx(lang: PaperLang, tracked = false): Promise<Uint8Array> {
  return compilationDocx(paperFrom({ compilation: compile(world.state), report: REPORT }, lang), { tracked });
}

async function xmlOf(bytes: Uint8Array, part = "word/document.xml"): Promise<string> {
  return partsOf(bytes).get(part) ?? "";
}

/** As a reader that is not ours finds it. */
async function readBack(bytes: Uint8Array): Promise<string> {
  return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
}

test("[K6] the same paper gives the same bytes, whatever was written before it", async () => {
  const [one, , other] = [await docx("en"), await docx("ar", true), await docx("en")];
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  expect(Buffer.from(one).equals(Buffer.from(await docx("fr")))).toBe(false);
});

test("[K2] another reader finds the whole official text, and everything said with its marks, in six languages", async () => {
  for (const lang of PAPER_LANGS) {
    const words = PAPER_WORDS[lang];
    const read = await readBack(await docx(lang));
    for (const paragraph of paragraphsOf(REPORT)) {
      for (const block of paragraph.blocks)
        for (const part of textOfBlock(block).split(/(?=构想)|。/)) expect(read).toContain(part);
    }
    for (const said of ["只在原则上。", WORDING, "哪个词？", "هل يشمل ذلك الجميع؟"])
      expect(read).toContain(said);
    for (const told of [words.notADocument, words.demonstration, words.countingRule, words.status.withdrawn])
      expect(read.replaceAll(/\s+/g, " ")).toContain(told);
    expect(read).toContain(compile(world.state).asOf.hash);
    expect(read).not.toContain("canary");
  }
});

test("[K5] a wording that two suggest stands once, in brackets, with both and the one associated", async () => {
  const read = await readBack(await docx("en"));
  expect(read.split(WORDING)).toHaveLength(2);
  expect(read).toContain(`17-1 bis [birch, cedar, alder (association with a suggested wording): ${WORDING}]`);
});

test("with tracked changes, wordings are native insertions and deletions, and comments hang on their words", async () => {
  const bytes = await docx("en", true);
  const document = await xmlOf(bytes);
  expect(document).toMatch(/<w:ins [^>]*w:author="birch, cedar"[^>]*>.*及时.*<\/w:ins>/);
  const comments = await xmlOf(bytes, "word/comments.xml");
  expect(comments).toContain(`w:id="${question}"`);
  expect(comments).not.toContain("canary");
  expect(document).toMatch(new RegExp(`<w:commentRangeStart w:id="${question}"/>`));
  // Hung on the word it is about and no other.
  const [, hung] =
    /<w:commentRangeStart w:id="\d+"\/>(?:(?!commentRange).)*>词<\/w:t><\/w:r><w:commentRangeEnd w:id="(\d+)"/.exec(
      document,
    ) ?? [];
  expect(Number(hung)).toBe(question + 1);
  expect(await xmlOf(await docx("en"))).not.toMatch(/<w:(?:ins|del|commentRangeStart) /);
});

test("footnotes are native; Arabic reads from right to left and the Chinese text does not", async () => {
  const bytes = await docx("ar");
  const document = await xmlOf(bytes);
  expect(document).toContain('<w:footnoteReference w:id="1"/>');
  expect(await xmlOf(bytes, "word/footnotes.xml")).toContain("见注。");
  const paragraphs = document.split("<w:p>").filter((one) => one.includes("<w:t"));
  const official = paragraphs.find((one) => one.includes("字是一个词"));
  expect(official).not.toMatch(/<w:bidi\/>/);
  const counting = paragraphs.find((one) => one.includes("مفتاح الرموز") && one.includes("Heading1"));
  expect(counting).toMatch(/<w:bidi\/>/);
  expect(counting).toMatch(/<w:rtl\/>/);
});

test("where the modalities show no totals no figure is in the paper", async () => {
  const shown = await readBack(await docx("en"));
  expect(shown).toContain("support with suggested wording (2): birch, cedar");
  const compilation = { ...compile(world.state), totalsShown: false };
  const paper = paperFrom({ compilation, report: REPORT }, "en");
  const read = await readBack(await compilationDocx(paper));
  expect(read).toContain("support with suggested wording: birch, cedar");
  expect(read).not.toMatch(/\(\d+\): /);
});
