/**
 * Signed checkpoints: an installation's word that entry `seq` of a record had this hash. One that was handed out
 * cannot be taken back: against it a cut or rewritten record is found, whoever holds the store.
 */
import { z } from "zod";
import { canonicalJson } from "./canonical.ts";
import { Hash, Instant, ReportId, Seq } from "./ids.ts";

const statement = {
  v: z.literal(1),
  report: ReportId,
  /** Epoch of the store it was made in: another one says that a backup was restored in between. */
  epoch: z.string(),
  seq: Seq,
  /** Of the header of entry `seq`. */
  hash: Hash,
  /** The entry's own time: the same record gives the same checkpoint. */
  at: Instant.nullable(),
  /** SHA-256 of the public key (raw, 32 bytes) that verifies it. */
  key: Hash,
};

export const Checkpoint = z.strictObject({
  ...statement,
  /** Ed25519 over `checkpointWords`, base64url. */
  signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
});

export type Checkpoint = z.infer<typeof Checkpoint>;
export type CheckpointStatement = Omit<Checkpoint, "signature">;

/** Every that many entries one is made and kept. */
export const CHECKPOINT_EVERY = 100;

/** What is signed: a word of its own before it, so that no signature of something else is mistaken for one. */
export function checkpointWords({ v, report, epoch, seq, hash, at, key }: CheckpointStatement): string {
  return `continued-consideration checkpoint\n${canonicalJson({ v, report, epoch, seq, hash, at, key })}`;
}
