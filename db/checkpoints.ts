/** Signed checkpoints as stored: insert only, kept apart by epoch. */
import { asc, eq } from "drizzle-orm";
import { Checkpoint } from "#deliberation/checkpoint";
import type { ReportId } from "#deliberation/ids";
import type { Store } from "./open.ts";
import { checkpoints } from "./schema.ts";

/** To be called in the transaction that appends the entry it is of. */
export function saveCheckpoint(store: Store, checkpoint: Checkpoint): void {
  const { report, epoch, seq } = checkpoint;
  store.db
    .insert(checkpoints)
    .values({ report, epoch, seq, json: JSON.stringify(checkpoint) })
    .run();
}

/** In the order of their entries. @throws Error when one is not of the form of a checkpoint. */
export function checkpointsOf(store: Store, report: ReportId): Checkpoint[] {
  const rows = store.db
    .select()
    .from(checkpoints)
    .where(eq(checkpoints.report, report))
    .orderBy(asc(checkpoints.seq))
    .all();
  return rows.map((row) => Checkpoint.parse(JSON.parse(row.json)));
}
