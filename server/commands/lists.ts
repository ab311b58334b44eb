/** Brings a list as CSV, as the screen does: checked by default, taken when it is said how. */
import { readFileSync } from "node:fs";
import { LISTS, type ListKind } from "#formats/lists/columns";
import { type RowFault, sentenceOf } from "#formats/lists/faults";
import { readList } from "#formats/lists/read";
import { templateOf } from "#formats/lists/template";
import { RecordKeeper, serverTime } from "../keeper.ts";
import { bringList, TAKES } from "../lists/bring.ts";
import { onStore, print, reportNamed, required, Unusable } from "./command.ts";

export const bringLists = onStore(async (store, values, [name]) => {
  const list = listNamed(name);
  if (values.from === undefined) return print(templateOf(list));
  const report = reportNamed(store, values.report);
  const take = TAKES.find((one) => one === (values.take ?? "check"));
  if (take === undefined) throw new Unusable(`--take ${values.take}: ${TAKES.join(", ")}`);
  const read = readList(list, readFileSync(required(values.from, "--from")));
  if ("faults" in read) {
    for (const fault of read.faults) print(`${said(fault)}\n`);
    return 1;
  }
  const parts = { store, keeper: new RecordKeeper(store), report, person: null, at: serverTime() };
  const answer = await bringList(parts, list, read.rows, take);
  for (const { row, subject, does, faults } of answer.rows)
    print(`row ${row}\t${subject}\t${faults.length === 0 ? does.join(", ") : faults.map(said).join(" ")}\n`);
  for (const { email, token } of answer.invited) print(`invited\t${email}\t/invitation/${token}\n`);
  const wrong = answer.rows.filter(({ faults }) => faults.length > 0).length;
  print(`${answer.rows.length} rows, ${wrong} wrong; ${answer.taken ? "taken" : "nothing was taken"}.\n`);
  return wrong === 0 ? 0 : 1;
});

function listNamed(name: string | undefined): ListKind {
  const list = LISTS.find((one) => one === name);
  if (list === undefined) throw new Unusable(`list ${LISTS.join(" | list ")}`);
  return list;
}

function said({ column, fault }: RowFault): string {
  return `${column === null ? "" : `${column}: `}${sentenceOf(fault)}`;
}
