/** Takes the moment of writing out of a workbook. */
import type { Parts } from "../zipped.ts";

const CORE = "docProps/core.xml";

/** @param at the time of the entry the paper was made from. */
export function settledSheets(parts: Parts, at: string | null): Parts {
  const core = parts.get(CORE);
  if (core === undefined) return parts;
  const date = at ?? "1970-01-01T00:00:00.000Z";
  return new Map(parts).set(
    CORE,
    core.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}`),
  );
}
