/** When checkpoints are made: every hundred entries in the transaction that appends, and for every paper. */
import { checkpointsAt, saveCheckpoint } from "#db/checkpoints";
import { epochOf } from "#db/installation";
import type { Store } from "#db/open";
import { headerHash } from "#deliberation/canonical";
import { CHECKPOINT_EVERY, type Checkpoint } from "#deliberation/checkpoint";
import type { Entry } from "#deliberation/entry";
import type { Hash, Instant, ReportId, Seq } from "#deliberation/ids";
import { CheckpointKey } from "./signing.ts";

export class Checkpoints {
  readonly key: CheckpointKey;
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
    this.key = new CheckpointKey(store.dataDir);
  }

  /** To be called in the transaction that appended `entry`. */
  appended(report: ReportId, { header }: Entry): void {
    if (header.seq % CHECKPOINT_EVERY !== 0) return;
    const asOf = { seq: header.seq, hash: headerHash(header), at: header.at };
    saveCheckpoint(this.#store, this.of(report, asOf));
  }

  /** The checkpoint of a record as of an entry; the same record and key give the same one. */
  of(report: ReportId, { seq, hash, at }: { seq: Seq; hash: Hash; at: Instant | null }): Checkpoint {
    return this.key.sign({ report, epoch: epochOf(this.#store), seq, hash, at });
  }

  /** What a paper carries: the checkpoint kept of its entry where there is one, else one signed for it. */
  ofPaper(report: ReportId, asOf: { seq: Seq; hash: Hash; at: Instant | null }): Checkpoint {
    const kept = checkpointsAt(this.#store, report, asOf.seq).find(({ hash }) => hash === asOf.hash);
    return kept ?? this.of(report, asOf);
  }
}
