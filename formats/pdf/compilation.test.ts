import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import { Checkpoint } from "#deliberation/checkpoint";
import { compile } from "#deliberation/compile";
import { REPORT } from "../../deliberation/testing/report.ts";
import { livelyRecord, World } from "../../deliberation/testing/world.ts";
import { paperFrom } from "../paper.ts";
import { PAPER_LANGS, PAPER_WORDS, type PaperLang } from "../paper-words.ts";
import { compilationPdf } from "./compilation.ts";
import { str } from "./source.ts";

function pdfOf(world: World, lang: PaperLang): Uint8Array {
  return compilationPdf(paperFrom({ compilation: compile(world.state), report: REPORT }, lang));
}

/** Text as a reader that is not ours takes it from the page, without blanks and in the order it is read. */
async function readBack(
  bytes: Uint8Array,
): Promise<{ text: string; lang: string | undefined; isTagged: boolean }> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const words = items.filter((item) => "str" in item && item.str.trim() !== "");
    pages.push(words.map((item) => ("str" in item ? item.str : "")).join(""));
    // Words lie in the file as they lie on the page, from left to right; a line of Arabic is read the other way.
    const lines = Map.groupBy(words, (item) => ("str" in item ? Math.round(item.transform[5]) : 0));
    for (const line of lines.values()) {
      const arabic = line.flatMap((item) => ("str" in item && item.dir === "rtl" ? [item] : []));
      pages.push(
        arabic
          .toSorted((a, b) => b.transform[4] - a.transform[4])
          .map((item) => item.str)
          .join(""),
      );
    }
  }
  const { info } = await document.getMetadata();
  const lang = (info as { Language?: string }).Language;
  const structure = await (await document.getPage(1)).getStructTree();
  return {
    text: pages.join("").replaceAll(/\s/g, ""),
    lang,
    isTagged: structure !== null && structure.children.length > 0,
  };
}

test("[K6] the same paper gives the same bytes", () => {
  const world = livelyRecord();
  expect(Buffer.from(pdfOf(world, "ar")).equals(Buffer.from(pdfOf(world, "ar")))).toBe(true);
});

test("another reader finds the text in its order in every language, Chinese and Arabic too, tagged", async () => {
  const world = livelyRecord();
  const words = "هذا يتفق مع ممارستنا";
  world.opens("2", "2026-12-27T23:00:00.000Z");
  world.states("alder", "17-1", "reservation", { words, lang: "ar", round: "2" });
  for (const lang of PAPER_LANGS) {
    const { text, lang: said, isTagged } = await readBack(pdfOf(world, lang));
    expect(isTagged).toBe(true);
    expect(said).toBe(lang);
    for (const one of ["字是一个词。", "第一支柱国家的责任", compile(world.state).asOf.hash])
      expect(text).toContain(one);
    expect(text).toContain(words.replaceAll(" ", ""));
    if (lang !== "ar") expect(text).toContain(PAPER_WORDS[lang].notADocument.replaceAll(/\s/g, ""));
  }
});

test("nothing a delegation wrote is anything but printed", async () => {
  const world = World.opened();
  const hostile = `#read("/etc/passwd") ") #panic() \\" $x$ <a> @b *c* = d\\n// e`;
  world.states("alder", "17-1", "reservation", { words: hostile });
  const { text } = await readBack(pdfOf(world, "en"));
  expect(text).toContain(hostile.replaceAll(/\s/g, ""));
  expect(str('"\\\n\u0007')).toBe('"\\"\\\\\\n "');
});

test("the checkpoint copied from the page is the checkpoint", async () => {
  const { asOf } = compile(livelyRecord().state);
  const checkpoint = {
    ...{ v: 1, epoch: "e", report: "A-63-677", seq: asOf.seq, hash: asOf.hash, at: asOf.at },
    ...{ key: "a".repeat(64), signature: "s".repeat(86) },
  };
  const parsed = Checkpoint.safeParse(checkpoint);
  const source = { compilation: compile(livelyRecord().state), report: REPORT };
  const given = (parsed.success ? parsed.data : checkpoint) as Checkpoint;
  const { text } = await readBack(compilationPdf(paperFrom({ ...source, checkpoint: given }, "en")));
  const [, copied] = /signedcheckpoint(\{.*?\})/.exec(text) ?? [];
  expect(JSON.parse(copied ?? "null")).toEqual(given);
});
