/**
 * The one writer of zipped papers (DOCX, XLSX): the same parts give the same bytes on any machine, in any time zone.
 * Part order, dates and compression are settled here; libraries put the moment of writing into them.
 */
import { unzipSync, zipSync } from "fflate";

/** First among parts, as readers of such files expect. */
const FIRST = "[Content_Types].xml";
/** Zips date by the wall clock: the same numbers on every machine. Noon exists on each day in each time zone. */
const DATED = new Date(1980, 0, 1, 12, 0, 0);

export type Parts = Map<string, string>;

/** @returns the text parts of a package; none of ours holds anything but text. */
export function partsOf(bytes: Uint8Array): Parts {
  const decoder = new TextDecoder();
  return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, decoder.decode(part)]));
}

export function zipped(parts: Parts): Uint8Array {
  const encoder = new TextEncoder();
  const names = [...parts.keys()].sort((a, b) =>
    a === FIRST ? -1 : b === FIRST ? 1 : a < b ? -1 : a > b ? 1 : 0,
  );
  const files = Object.fromEntries(names.map((name) => [name, encoder.encode(parts.get(name))]));
  // One below the usual level: a third less time, and a hundredth more bytes.
  return zipSync(files, { level: 5, mtime: DATED });
}
