/** A pack for capital, made from the store for one delegation: what it reads, and its own drafts. Nothing of it is kept. */
import { stateFor } from "#db/follow";
import type { Store } from "#db/open";
import { reportText } from "#db/reports";
import type { Choice } from "#deliberation/choice";
import { compile } from "#deliberation/compile";
import type { DelegationKey, ReportId } from "#deliberation/ids";
import { packDocx } from "#formats/pack/docx";
import { packRows } from "#formats/pack/rows";
import { paperFrom } from "#formats/paper";
import type { PaperLang } from "#formats/paper-words";
import { storedDrafts } from "./erasing.ts";

export interface PackAsked {
  report: ReportId;
  delegation: DelegationKey;
  lang: PaperLang;
  choice: Choice;
}

/** @throws Error when there is no such report, or its drafts are damaged. */
export async function packOf(
  store: Store,
  { report: id, delegation, lang, choice }: PackAsked,
): Promise<Uint8Array> {
  const report = reportText(store, id);
  const drafts = storedDrafts(store, `${id}/${delegation}`);
  if (report === null) throw new Error(`There is no report ${id}.`);
  if (drafts === null) throw new Error("Stored drafts are damaged.");
  const state = stateFor(store, id, { as: "delegation", delegation });
  const paper = paperFrom({ compilation: compile(state), report }, lang, choice);
  return packDocx(paper, packRows(paper, { state, delegation, drafts }));
}
