/** What a reader of the record receives of an entry. Sealed means: the header alone, and the chain still verifies. */
import type { Body, SeenEntry } from "./entry.ts";
import type { DelegationKey } from "./ids.ts";
import type { Seat } from "./seat.ts";
import { isUnattributed } from "./unattributed.ts";

/** The readers the record tells apart; everybody of one delegation sees the same. */
export type Viewer =
  | { as: "delegation"; delegation: DelegationKey }
  | { as: "facilitator" }
  | { as: "administrator" }
  | { as: "reviewer" };

export function viewerOf(seat: Seat): Viewer {
  return seat.as === "delegation" ? { as: "delegation", delegation: seat.delegation } : { as: seat.as };
}

/** [S4] [T7] Sealed words are read by their author, by those named in the audience, and by nobody else. */
export function readsBody(entry: Pick<SeenEntry, "header" | "body" | "provenance">, viewer: Viewer): boolean {
  if (entry.body === undefined) return false;
  if (entry.header.audience === "everyone") return true;
  if (viewer.as === "delegation")
    return (
      isAuthor(entry, viewer.delegation) ||
      isEnteredFor(entry.body, viewer.delegation) ||
      isAddressed(entry.body, viewer.delegation)
    );
  if (entry.header.audience === "facilitators")
    return viewer.as === "facilitator" || viewer.as === "administrator";
  return viewer.as === "administrator";
}

/** [S5] Provenance is read by the own delegation and by administrators; [Q2] of words that name nobody by the former. */
export function readsProvenance(entry: Pick<SeenEntry, "body" | "provenance">, viewer: Viewer): boolean {
  if (viewer.as === "administrator") return entry.body !== undefined && !isUnattributed(entry.body);
  return viewer.as === "delegation" && isAuthor(entry, viewer.delegation);
}

/** @param entry as the store holds it: in a record that was brought in sealed, that may be the header alone. */
export function seenBy(entry: SeenEntry, viewer: Viewer): SeenEntry {
  if (entry.body === undefined || !readsBody(entry, viewer)) return { header: entry.header };
  const seen = { header: entry.header, body: entry.body, bodySalt: entry.bodySalt };
  if (entry.provenance === undefined || !readsProvenance(entry, viewer)) return seen;
  return { ...seen, provenance: entry.provenance, provenanceSalt: entry.provenanceSalt };
}

/** What a record room holds: a function of the entry alone, the same for every reader. */
export function publicForm(entry: SeenEntry): SeenEntry {
  return entry.header.audience === "everyone"
    ? { header: entry.header, body: entry.body, bodySalt: entry.bodySalt }
    : { header: entry.header };
}

/** What was entered for a delegation is shown to it: else it could not confirm it. */
function isEnteredFor(body: Body, delegation: DelegationKey): boolean {
  return body.kind === "statement.received" && body.delegation === delegation;
}

/** [J4] [G6] The answer to sealed words, or their admission to no more readers, is read by whose words they are, and its provenance is not. */
function isAddressed(body: Body, delegation: DelegationKey): boolean {
  if (body.kind === "late.admitted") return isAuthor({ body: body.said }, delegation);
  return body.kind === "disposition.given" && body.heardBy === delegation;
}

function isAuthor({ body, provenance }: Pick<SeenEntry, "body" | "provenance">, delegation: DelegationKey) {
  if (body === undefined) return false;
  return isUnattributed(body) ? provenance?.author === delegation : body.by.delegation === delegation;
}
