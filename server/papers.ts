/** Papers by format, for the API and the command line alike. */
import type { Checkpoint } from "#deliberation/checkpoint";
import type { Compilation } from "#deliberation/compile";
import { compilationCsv } from "#formats/compilation-csv";
import { compilationJson } from "#formats/compilation-json";
import type { PaperLang } from "#formats/paper-words";

export const PAPER_FORMATS = [
  { ending: "csv", type: "text/csv; charset=utf-8" },
  { ending: "json", type: "application/json; charset=utf-8" },
] as const;

export type PaperFormat = (typeof PAPER_FORMATS)[number]["ending"];

/** What a paper says, and the signed word of this installation on the record it was made from. */
export interface Signed {
  compilation: Compilation;
  checkpoint: Checkpoint;
}

export function paperOf({ compilation, checkpoint }: Signed, format: PaperFormat, lang: PaperLang): string {
  switch (format) {
    case "csv":
      return compilationCsv(compilation, { lang, checkpoint });
    case "json":
      return compilationJson(compilation, { lang, checkpoint });
    default:
      return format satisfies never;
  }
}
