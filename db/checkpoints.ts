/** Signed checkpoints as stored: insert only, kept apart by epoch. */
import { and, asc, eq } from "drizzle-orm";
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

/** Those kept of one entry: of this installation's epochs, or of the one the record was brought in from. */
export function checkpointsAt(store: Store, report: ReportId, seq: number): Checkpoint[] {
  const where = and(eq(checkpoints.report, report), eq(checkpoints.seq, seq));
  const rows = store.db.select().from(checkpoints).where(where).orderBy(asc(checkpoints.epoch)).all();
  return rows.map((row) => Checkpoint.parse(JSON.parse(row.json)));
}
