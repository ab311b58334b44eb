/** Makes the seed report from its source text: `node formats/untext/make-seed.ts`. A test holds the two together. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Report } from "#deliberation/report";
import { readUnText } from "./read.ts";

const SEED = path.join(import.meta.dirname, "../../db/seed");

export function madeSeed(): Report {
  const { report } = readUnText(readFileSync(path.join(SEED, "a-63-677.zh.txt"), "utf8"));
  const notes = JSON.parse(readFileSync(path.join(SEED, "editorial-notes.a-63-677.json"), "utf8"));
  return { ...report, editorialNotes: notes };
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(path.join(SEED, "a-63-677.zh.json"), `${JSON.stringify(madeSeed(), null, 1)}\n`);
}
