/** Takes a record out as a file, and brings one into a store that has none of that report. */
import { checkpointsOf, saveCheckpoint } from "#db/checkpoints";
import { noteBroughtIn, renewEpoch } from "#db/installation";
import { type Store, writing } from "#db/open";
import { allEntries, headOf, insertEntry } from "#db/record";
import { saveText, textVersions } from "#db/reports";
import { headerHash } from "#deliberation/canonical";
import type { SeenEntry } from "#deliberation/entry";
import { stateAt } from "#deliberation/fold";
import type { ReportId } from "#deliberation/ids";
import { type Verdict, verify } from "#deliberation/verify";
import { publicForm } from "#deliberation/view";
import type { RecordFile } from "#formats/record-file";
import type { Checkpoints } from "./checkpoints.ts";

/**
 * @param holds what the right of whoever asks allows: `public` for all who may read the record; `whole`, with sealed
 *   words and the ids of persons, for whoever holds the store.
 * @param at the last entry; all of them by default.
 */
export function takeOut(
  store: Store,
  checkpoints: Checkpoints,
  report: ReportId,
  { holds, at = Number.POSITIVE_INFINITY }: { holds: RecordFile["holds"]; at?: number },
): RecordFile {
  const entries: SeenEntry[] = [];
  for (const entry of allEntries(store, report)) {
    if (entry.header.seq > at) break;
    entries.push(holds === "whole" ? entry : publicForm(entry));
  }
  const last = entries.at(-1)?.header;
  if (last === undefined) throw new Error(`There is no record of ${report}.`);
  return {
    ...{ v: 1, report, holds, texts: textVersions(store, report), entries },
    checkpoints: checkpointsOf(store, report).filter(({ seq }) => seq < last.seq),
    head: checkpoints.ofPaper(report, { seq: last.seq, hash: headerHash(last), at: last.at }),
  };
}

/**
 * [R12] Whole or not at all, and only what verifies. The checkpoints that came with it stay: papers carry them, and they
 * are the word of the installation it comes from. In a new epoch, for browsers held another record.
 * @throws Error in plain words, with nothing kept.
 */
export function bringIn(store: Store, file: RecordFile): Verdict {
  const { report, texts, entries, checkpoints, head } = file;
  const verdict = verify(entries, head, checkpoints);
  if (verdict.fault !== null)
    throw new Error(`The record does not hold at entry ${verdict.fault.seq} (${verdict.fault.what}).`);
  const { text } = stateAt(entries);
  writing(store, () => {
    if (headOf(store, report).seq > 0) throw new Error(`There is a record of ${report} already.`);
    const hashes = texts.map((one) => saveText(store, report, one.version, one.text));
    if (text === null || !hashes.includes(text.hash))
      throw new Error("The text in the file is not the one its record names.");
    for (const entry of entries) insertEntry(store, report, entry);
    const kept = new Map([...checkpoints, head].map((one) => [`${one.epoch} ${one.seq}`, one]));
    for (const one of kept.values()) saveCheckpoint(store, one);
    noteBroughtIn(store, report, head.seq);
    renewEpoch(store);
  });
  return verdict;
}
