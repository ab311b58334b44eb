/** Papers by format, for the API and the command line alike. */
import type { Compilation } from "#deliberation/compile";
import { compilationCsv } from "#formats/compilation-csv";
import { compilationJson } from "#formats/compilation-json";

export const PAPER_FORMATS = [
  { ending: "csv", type: "text/csv; charset=utf-8" },
  { ending: "json", type: "application/json; charset=utf-8" },
] as const;

export type PaperFormat = (typeof PAPER_FORMATS)[number]["ending"];

export function paperOf(compilation: Compilation, format: PaperFormat): string {
  switch (format) {
    case "csv":
      return compilationCsv(compilation);
    case "json":
      return compilationJson(compilation);
    default:
      return format satisfies never;
  }
}
