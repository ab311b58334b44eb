/**
 * A record as one file: every entry as far as whoever took it out may read it, the texts it names, and checkpoints
 * from outside. An empty store that takes it in has the same head and gives the same papers.
 */
import { z } from "zod";
import { canonicalJson } from "#deliberation/canonical";
import { Checkpoint } from "#deliberation/checkpoint";
import { SeenEntry } from "#deliberation/entry";
import { ReportId } from "#deliberation/ids";
import { Report } from "#deliberation/report";

/** Read by `verify` as well: `entries`, `checkpoints` and `head` stand where the answers of the API have them. */
export const RecordFile = z.strictObject({
  v: z.literal(1),
  report: ReportId,
  /** `public`: what everybody may read, the rest sealed. `whole`: what the store holds, with provenance. */
  holds: z.enum(["public", "whole"]),
  texts: z.array(z.strictObject({ version: z.number().int().min(1), text: Report })).min(1),
  entries: z.array(SeenEntry.strict()).min(1),
  checkpoints: z.array(Checkpoint),
  /** Of the last entry. */
  head: Checkpoint,
});
export type RecordFile = z.infer<typeof RecordFile>;

/** An entry a line: differences of two such files are differences of entries. */
export function recordFile({ entries, ...rest }: RecordFile): string {
  const lines = entries.map((entry) => canonicalJson(entry)).join(",\n");
  return `${canonicalJson(rest).slice(0, -1)},"entries":[\n${lines}\n]}\n`;
}

/** @throws Error in plain words when it is none. */
export function readRecordFile(text: string): RecordFile {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new Error("The file is not JSON.");
  }
  const file = RecordFile.safeParse(read);
  if (file.success) return file.data;
  const [issue] = file.error.issues;
  throw new Error(`The file holds no record: ${issue?.path.join(".") || "all of it"}: ${issue?.message}`);
}
