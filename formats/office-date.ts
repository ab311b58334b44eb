/** Word files and workbooks are dated by the entry they were made from, not by the moment of writing. */
import type { Parts } from "./zipped.ts";

const CORE = "docProps/core.xml";

/** @param at the time of the entry. */
export function dated(parts: Parts, at: string | null): Parts {
  const core = parts.get(CORE);
  if (core === undefined) return parts;
  const date = at ?? "1970-01-01T00:00:00.000Z";
  return new Map(parts).set(
    CORE,
    core.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}`),
  );
}
