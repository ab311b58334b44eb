/** A table of a house that came back, against the record: each answer in it, and what it meets. Nothing is changed. */
import { publicStateFor, stateFor } from "#db/follow";
import type { Store } from "#db/open";
import { reportText } from "#db/reports";
import { type FilledAnswer, type FilledTable, judgeOf } from "#deliberation/brought-answers";
import { compile } from "#deliberation/compile";
import type { ReportId } from "#deliberation/ids";
import type { BroughtTables } from "#formats/brought-tables";
import { answerIn } from "#formats/house/answers";
import { type ChangedCell, filledRows, stampOf } from "#formats/house/filled";

export interface FilledAsked {
  report: ReportId;
  brought: BroughtTables;
}

/** [J10] [J11] [J12] @throws Error when there is no such report. */
export function filledTableOf(store: Store, { report: id, brought }: FilledAsked): FilledTable | ChangedCell {
  const report = reportText(store, id);
  if (report === null) throw new Error(`There is no report ${id}.`);
  const stamp = stampOf(brought, report.symbol);
  if ("expected" in stamp) return stamp;
  const { seq, hash, lang, cell } = stamp;
  const state = publicStateFor(store, id, seq);
  // Of another record, or of one that was rolled back since.
  if (state.head.seq !== seq || state.head.hash !== hash) return { cell, what: "as-of", expected: "" };
  const source = { compilation: compile(state), report };
  const rows = filledRows(brought, source, lang);
  if ("expected" in rows) return rows;
  const judge = judgeOf(stateFor(store, id, { as: "facilitator" }), seq);
  const answers = rows.flatMap(({ cell, entries, was, now }) => {
    if (was === "" && now === "") return [];
    const isUnchanged = was.replaceAll(/\s+/g, " ").trim() === now.replaceAll(/\s+/g, " ");
    const answer = answerIn(now, lang);
    return entries.map(
      (one): FilledAnswer => ({
        ...{ cell, entry: one, said: now, answer },
        ...judge({ entry: one, said: now, answer, isUnchanged }),
      }),
    );
  });
  return { asOf: seq, rows: rows.length, answers };
}
