/** One paper from the store: read, compile, write. The same for the press, which is a thread, and the command line. */
import { publicStateFor } from "#db/follow";
import type { Store } from "#db/open";
import { headOf, lastSeqBy } from "#db/record";
import { reportText } from "#db/reports";
import type { Choice } from "#deliberation/choice";
import { compile } from "#deliberation/compile";
import type { Instant, ReportId } from "#deliberation/ids";
import type { PaperLang } from "#formats/paper-words";
import { recordFile } from "#formats/record-file";
import { Checkpoints } from "./checkpoints.ts";
import { endingOf, PAPER_FORMATS, type PaperFormat, paperOf } from "./papers.ts";
import { takeOut } from "./record-files.ts";

/** What is asked for: with the store's epoch it names the bytes, before anything is read. */
export interface PaperAsked {
  report: ReportId;
  /** The entry it is as of. */
  seq: number;
  format: PaperFormat;
  lang: PaperLang;
  choice: Choice;
}

export const STAGES = ["reading", "compiling", "writing"] as const;
export type Stage = (typeof STAGES)[number];

/**
 * The entry a paper is as of: the one named, or the last, also the last by a moment.
 * @param at an entry's number, or a moment in RFC 3339.
 * @returns 0 when nothing was on record at that moment.
 */
export function asOfIn(store: Store, report: ReportId, at: number | string | undefined): number {
  const { seq } = headOf(store, report);
  if (typeof at === "string") return lastSeqBy(store, report, new Date(at).toISOString() as Instant);
  return at === undefined ? seq : Math.min(at, seq);
}

export function fileNameOf({ report, seq, format, lang, choice }: PaperAsked): string {
  const form = PAPER_FORMATS.find(({ name }) => name === format) ?? PAPER_FORMATS[0];
  if (format === "record") return `${report}_entry-${seq}${endingOf(form)}`;
  const part = Object.keys(choice).length === 0 ? "" : "_part";
  return `${report}_positions_entry-${seq}${part}_${lang}${endingOf(form)}`;
}

/**
 * @param told hears of each stage as it begins.
 * @returns the same bytes for the same record and choice, whoever asks, whenever and wherever.
 * @throws Error when there is no such report.
 */
export async function paperOfStore(
  store: Store,
  { report: id, seq, format, lang, choice }: PaperAsked,
  told: (stage: Stage) => void = () => {},
): Promise<Uint8Array> {
  const checkpoints = new Checkpoints(store);
  told("reading");
  if (format === "record") {
    const file = takeOut(store, checkpoints, id, { holds: "public", at: seq });
    told("writing");
    return Buffer.from(recordFile(file));
  }
  const report = reportText(store, id);
  if (report === null) throw new Error(`There is no report ${id}.`);
  const isLast = headOf(store, id).seq === seq;
  const state = publicStateFor(store, id, isLast ? undefined : seq);
  told("compiling");
  const compilation = compile(state);
  const checkpoint = checkpoints.ofPaper(id, compilation.asOf);
  told("writing");
  return paperOf({ source: { compilation, report, checkpoint }, format, lang, choice });
}
