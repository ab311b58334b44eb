/**
 * "The record of a report has grown", also when another process wrote it: the command line appends through the
 * same keeper, and is seen here by SQLite's own counter of foreign commits.
 */
import type { Store } from "#db/open";
import { headOf } from "#db/record";
import { reportList } from "#db/reports";
import type { RecordKeeper } from "./keeper.ts";

const EVERY_MS = 500;

/** @returns a function that stops following. */
export function followOtherWriters(store: Store, keeper: RecordKeeper): () => void {
  const version = () => store.sqlite.pragma("data_version", { simple: true });
  const heads = new Map(reportList(store).map((report) => [report, headOf(store, report).seq]));
  let last = version();
  const timer = setInterval(() => {
    const now = version();
    if (now === last) return;
    last = now;
    for (const report of reportList(store)) {
      const { seq } = headOf(store, report);
      if (heads.get(report) === seq) continue;
      heads.set(report, seq);
      keeper.tell(report);
    }
  }, EVERY_MS);
  return () => clearInterval(timer);
}
