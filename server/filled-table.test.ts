import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrateStore } from "#db/migrate";
import { closeStore, openStore, type Store } from "#db/open";
import { allEntries } from "#db/record";
import type { FilledTable } from "#deliberation/brought-answers";
import { ReportId } from "#deliberation/ids";
import { isRefusal } from "#deliberation/refusal";
import { readBroughtTables } from "#formats/brought-tables";
import { seatDemonstration } from "./demonstration.ts";
import { type FilledAsked, filledTableOf } from "./filled-table.ts";
import { RecordKeeper } from "./keeper.ts";
import { paperOfStore } from "./paper-of-store.ts";
import { StoreThread } from "./store-thread.ts";

const report = ReportId.parse("A-63-677");
const folder = mkdtempSync(path.join(tmpdir(), "filled-"));
let store: Store;

beforeAll(async () => {
  store = openStore(folder);
  migrateStore(store);
  await seatDemonstration(store, new RecordKeeper(store), { password: "a-password-for-tests" });
});
afterAll(() => {
  closeStore(store);
  rmSync(folder, { recursive: true });
});

async function tableAsOf(seq: number) {
  return readBroughtTables(await paperOfStore(store, { report, seq, format: "iso", lang: "fr", choice: {} }));
}

test("[J10] [J11] a table as of an earlier entry is held against the record as it is now, beside the event loop", async () => {
  const last = [...allEntries(store, report)].length;
  const brought = await tableAsOf(last - 1);
  const row = brought.tables[0]?.rows.findLast(({ cells }) => (cells[6] ?? "") !== "");
  row?.cells.splice(7, 1, "Accepté en principe : voir L.1");
  const asked = { report, brought };
  const thread = new StoreThread<FilledAsked, FilledTable>(folder, "./filled-table-worker.ts");
  const read = await thread.make(asked);
  if (isRefusal(read)) throw new Error(read.refused);
  expect(read).toEqual(filledTableOf(store, asked));
  expect(read.asOf).toBe(last - 1);
  const answer = { outcome: "reflected-in-part", where: null, reason: "voir L.1", lang: "fr" };
  expect(read.answers.filter(({ verdict }) => verdict !== "unchanged")[0]).toMatchObject({
    ...{ verdict: "new", cell: `Comments!H${row?.number}`, answer, lacks: null },
  });
  expect([...allEntries(store, report)]).toHaveLength(last);
});

test("[J11] a table of another record, or of entries that are not here, is refused", async () => {
  const last = [...allEntries(store, report)].length;
  for (const said of [`entrée ${last + 5}`, "inscription 3"]) {
    const brought = await tableAsOf(last);
    const line = brought.tables[0]?.rows.find(({ cells }) => /[0-9a-f]{64}/.test(cells[1] ?? ""));
    if (line === undefined) throw new Error("no line of the entry");
    line.cells[1] = line.cells[1]?.replace(/inscription \d+/, said) ?? "";
    expect(filledTableOf(store, { report, brought })).toMatchObject({ what: "as-of" });
  }
});
