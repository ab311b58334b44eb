/** The project's first report, A/63/677, with the passages argued to be its policy ideas. */
import { Report } from "#deliberation/report";
import type { Candidate } from "../reports.ts";
import report from "./a-63-677.zh.json" with { type: "json" };
import passages from "./policy-ideas.a-63-677.json" with { type: "json" };

export function seedReport(): Report {
  return Report.parse(report);
}

/** The 57 passages argued with high confidence: provisional ideas. */
export function seedIdeas(): Candidate[] {
  return all().filter((one) => one.confidence === "high");
}

/** The other 51: candidates that only the secretariat sees. */
export function seedCandidates(): Candidate[] {
  return all().filter((one) => one.confidence !== "high");
}

/** All 108 passages in the order of the text, whatever the confidence. */
export function allSeedIdeas(): Candidate[] {
  return all();
}

function all(): Candidate[] {
  return passages.ideas.map(({ id, paragraph, sub, quote, title, gloss, confidence }) => ({
    ...{ id, paragraph, quote, title, gloss, confidence },
    // `(a)` of paragraph 45 is the item `45.a`.
    item: sub === null ? null : `${paragraph}.${sub.replace(/[()]/g, "")}`,
  }));
}
