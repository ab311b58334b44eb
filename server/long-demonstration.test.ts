import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { publicStateFor } from "#db/follow";
import { migrateStore } from "#db/migrate";
import { closeStore, openStore } from "#db/open";
import { ReportId } from "#deliberation/ids";
import { commentsOn } from "#deliberation/state";
import { seatDemonstration } from "./demonstration.ts";
import { RecordKeeper } from "./keeper.ts";

test("a demonstration is as long as asked, and one paragraph is talked about by everybody", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "long-"));
  const store = openStore(folder);
  try {
    migrateStore(store);
    await seatDemonstration(store, new RecordKeeper(store), {
      password: "a-password-for-tests",
      entries: 1_300,
    });
    const state = publicStateFor(store, ReportId.parse("A-63-677"));
    expect(state.head.seq).toBe(1_300);
    expect(commentsOn(state, "17")).toHaveLength(1_000);
    expect(Object.values(state.threads).flat().length).toBeGreaterThan(1_000);
  } finally {
    closeStore(store);
    rmSync(folder, { recursive: true });
  }
}, 60_000);
