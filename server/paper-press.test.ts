import { afterEach, expect, test } from "vitest";
import { compile } from "#deliberation/compile";
import { PAPER_LANGS } from "#formats/paper-words";
import { REPORT } from "../deliberation/testing/report.ts";
import { livelyRecord } from "../deliberation/testing/world.ts";
import { PaperPress } from "./paper-press.ts";
import { type PaperJob, paperOf } from "./papers.ts";

const source = { compilation: compile(livelyRecord().state), report: REPORT };
const press = new PaperPress();
afterEach(() => press.close());

function job(format: PaperJob["format"], lang: PaperJob["lang"]): PaperJob {
  return { source, format, lang, choice: {} };
}

test("papers made beside the event loop are those made in it; more than a few at once wait for another time", async () => {
  const asked = PAPER_LANGS.flatMap((lang) => [job("csv", lang), job("docx", lang)]);
  const made = asked.map((one) => press.make(one));
  expect(made.filter((one) => one === null)).toHaveLength(asked.length - 8);
  // What is under way already is no further work.
  expect(press.make(job("csv", "ar"))).not.toBeNull();
  for (const [index, one] of made.entries()) {
    if (one === null) continue;
    const here = await paperOf(asked[index] as PaperJob);
    expect(Buffer.from(await one).equals(Buffer.from(here))).toBe(true);
  }
  expect(await press.make(job("csv", "es"))).toBeInstanceOf(Uint8Array);
}, 30_000);
