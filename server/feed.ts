/**
 * What another process wrote, noticed by SQLite's own counter of foreign commits: the command line appends through
 * the same keeper, and takes rights away in the same tables.
 */
import { rightsVersion } from "#db/installation";
import type { Store } from "#db/open";
import { headOf } from "#db/record";
import { reportList } from "#db/reports";
import type { RecordKeeper } from "./keeper.ts";

const EVERY_MS = 500;

/**
 * @param rightsChanged called when a seat, a right or a sign-in was changed, also by this process.
 * @returns a function that stops following.
 */
export function followOtherWriters(
  store: Store,
  keeper: RecordKeeper,
  rightsChanged: () => void,
): () => void {
  const foreign = () => store.sqlite.pragma("data_version", { simple: true });
  const heads = new Map(reportList(store).map((report) => [report, headOf(store, report).seq]));
  let [version, rights] = [foreign(), rightsVersion(store)];
  const timer = setInterval(() => {
    const rightsNow = rightsVersion(store);
    if (rightsNow !== rights) {
      rights = rightsNow;
      rightsChanged();
    }
    const now = foreign();
    if (now === version) return;
    version = now;
    for (const report of reportList(store)) {
      const { seq } = headOf(store, report);
      if (heads.get(report) === seq) continue;
      heads.set(report, seq);
      keeper.tell(report);
    }
  }, EVERY_MS);
  return () => clearInterval(timer);
}
