import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { PersonId, ReportId } from "#deliberation/ids";
import { migrateStore } from "./migrate.ts";
import { closeStore, openStore } from "./open.ts";
import { dropView, keepView, savedViewsOf } from "./saved-views.ts";

const REPORT = ReportId.parse("A-63-677");
const [ann, bo] = [1, 2].map((n) => PersonId.parse(`00000000-0000-4000-8000-00000000000${n}`)) as [
  PersonId,
  PersonId,
];

test("a view is its person's alone, a name holds one, and there is an end to them", () => {
  const store = openStore(mkdtempSync(path.join(tmpdir(), "views-")));
  onTestFinished(() => {
    closeStore(store);
    rmSync(store.dataDir, { recursive: true });
  });
  migrateStore(store);
  expect(keepView(store, ann, REPORT, { name: "contested", query: "filter=contested" })).toBe(true);
  expect(keepView(store, ann, REPORT, { name: "contested", query: "filter=opposed" })).toBe(true);
  expect(savedViewsOf(store, ann, REPORT)).toEqual([{ name: "contested", query: "filter=opposed" }]);
  expect(savedViewsOf(store, bo, REPORT)).toEqual([]);
  for (let n = 1; n < 50; n += 1)
    expect(keepView(store, ann, REPORT, { name: `${n}`, query: "" })).toBe(true);
  expect(keepView(store, ann, REPORT, { name: "one more", query: "" })).toBe(false);
  dropView(store, bo, REPORT, "contested");
  dropView(store, ann, REPORT, "7");
  expect(savedViewsOf(store, ann, REPORT)).toHaveLength(49);
});
