/** What an office answered in a table of ISO and IEC, as the podium would read it. Prepares and publishes nothing. */
import { readFileSync } from "node:fs";
import { isRefusal, REFUSALS } from "#deliberation/refusal";
import { BroughtReader } from "../brought-reader.ts";
import { filledTableOf } from "../filled-table.ts";
import { onStore, print, reportNamed, required } from "./command.ts";

export const readTable = onStore(async (store, values) => {
  const report = reportNamed(store, values.report);
  const brought = await new BroughtReader().read("tables", readFileSync(required(values.from, "--from")));
  if (isRefusal(brought)) throw new Error(REFUSALS[brought.refused][1]);
  const table = filledTableOf(store, { report, brought });
  if ("expected" in table) {
    const expected = table.expected === "" ? "" : ` “${table.expected}” was expected there.`;
    throw new Error(`${REFUSALS["table-changed"][1]} ${table.cell} (${table.what}):${expected}`);
  }
  if (values.json) return print(`${JSON.stringify(table, null, 2)}\n`);
  const lines = table.answers
    .filter(({ verdict }) => verdict !== "unchanged")
    .map(({ cell, entry, verdict, answer, said, lacks }) => {
      const read =
        answer === null ? said : [answer.outcome, answer.where, answer.reason].filter(Boolean).join(" · ");
      return [
        cell,
        entry,
        lacks === null ? verdict : `${verdict} (${lacks})`,
        read.replaceAll(/\s+/g, " "),
      ].join("\t");
    });
  const unchanged = table.answers.length - lines.length;
  return print(
    `${[`as of entry ${table.asOf}, ${table.rows} rows, ${unchanged} answers unchanged`, ...lines].join("\n")}\n`,
  );
});
