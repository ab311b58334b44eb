/** Papers by format: what can be made of one compilation, and the record itself. */
import type { Choice } from "#deliberation/choice";
import { type Paper, type PaperSource, paperFrom } from "#formats/paper";
import type { PaperLang } from "#formats/paper-words";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export const PAPER_FORMATS = [
  { name: "docx", ending: "docx", type: WORD },
  /** Wordings as tracked changes, comments as native comments. */
  { name: "tracked", ending: "docx", type: WORD },
  { name: "pdf", ending: "pdf", type: "application/pdf" },
  { name: "xlsx", ending: "xlsx", type: SHEET },
  { name: "csv", ending: "csv", type: "text/csv; charset=utf-8" },
  { name: "json", ending: "json", type: "application/json; charset=utf-8" },
  /** The comment tables of two houses. */
  { name: "ippc", ending: "xlsx", type: SHEET },
  { name: "ippc-word", ending: "docx", type: WORD },
  { name: "iso", ending: "xlsx", type: SHEET },
  { name: "iso-word", ending: "docx", type: WORD },
  /** Web Annotations. */
  {
    name: "jsonld",
    ending: "jsonld",
    type: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  },
  /** The report with its ideas, and beside it what was said. */
  { name: "akn", ending: "xml", type: "application/akn+xml; charset=utf-8" },
  /** Every entry as everybody may read it: what an empty store takes in. */
  { name: "record", ending: "json", type: "application/json; charset=utf-8" },
] as const;

export type PaperFormat = (typeof PAPER_FORMATS)[number]["name"];
/** Those made of a compilation; the record is made of entries. */
export type CompiledFormat = Exclude<PaperFormat, "record">;

/** The end of a paper's address and file name: `.csv`, `-tracked.docx`. */
export function endingOf({ name, ending }: (typeof PAPER_FORMATS)[number]): string {
  return name === ending ? `.${ending}` : `-${name}.${ending}`;
}

export interface PaperJob {
  source: PaperSource;
  format: CompiledFormat;
  lang: PaperLang;
  choice: Choice;
}

/**
 * Each form's writer is loaded when it is first wanted: a table of values need not wait for a typesetter.
 * @returns the same bytes for the same record and choice, whoever asks, whenever and wherever.
 */
export async function paperOf({ source, format, lang, choice }: PaperJob): Promise<Uint8Array> {
  const paper = paperFrom(source, lang, choice);
  switch (format) {
    case "docx":
    case "tracked": {
      const { compilationDocx } = await import("#formats/docx/compilation");
      return compilationDocx(paper, { tracked: format === "tracked" });
    }
    case "pdf":
      return (await import("#formats/pdf/compilation")).compilationPdf(paper);
    case "xlsx":
      return (await import("#formats/xlsx/workbook")).matrixXlsx(paper);
    case "csv":
      return Buffer.from((await import("#formats/compilation-csv")).compilationCsv(paper));
    case "json":
      return Buffer.from((await import("#formats/compilation-json")).compilationJson(paper));
    case "ippc":
    case "iso": {
      const { houseXlsx } = await import("#formats/xlsx/workbook");
      return houseXlsx(paper, await houseTable(paper, format));
    }
    case "ippc-word":
    case "iso-word": {
      const { houseDocx } = await import("#formats/docx/house");
      return houseDocx(paper, await houseTable(paper, format === "iso-word" ? "iso" : "ippc"));
    }
    case "jsonld":
      return Buffer.from((await import("#formats/web-annotation")).webAnnotations(paper));
    case "akn":
      return Buffer.from((await import("#formats/akoma-ntoso/document")).akomaNtoso(paper));
    default:
      return format satisfies never;
  }
}

async function houseTable(paper: Paper, house: "ippc" | "iso") {
  const { ippcTable, isoTable } = await import("#formats/house/tables");
  return house === "iso" ? isoTable(paper) : ippcTable(paper);
}
