/**
 * A backup: a folder with one copy of the store, taken as of one moment while the server may run, the key of its
 * checkpoints, and a manifest. It is read back and verified before it gets its name.
 */
import { createHash } from "node:crypto";
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { z } from "zod";
import { epochOf } from "#db/installation";
import { closeStore, openCopy, STORE_FILE, type Store } from "#db/open";
import { headOf } from "#db/record";
import { reportList } from "#db/reports";
import { Hash, Instant, ReportId, Seq } from "#deliberation/ids";
import { checkBeforeServing } from "./check.ts";
import { serverTime } from "./keeper.ts";
import { CheckpointKey, KEY_FILE } from "./signing.ts";

export const MANIFEST_FILE = "backup.json";

export const Manifest = z.object({
  v: z.literal(1),
  at: Instant,
  epoch: z.string(),
  /** SHA-256 of the copy. */
  store: Hash,
  /** Names the key of the checkpoints. */
  key: Hash,
  reports: z.array(z.object({ report: ReportId, seq: Seq, hash: Hash })),
});
export type Manifest = z.infer<typeof Manifest>;

/** @param to a folder that does not exist yet. @throws Error when the copy does not hold; then it is taken away. */
export function backUp(store: Store, to: string): Manifest {
  if (existsSync(to)) throw new Error(`${to} is there already.`);
  const unfinished = `${path.resolve(to)}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  try {
    const copy = path.join(unfinished, STORE_FILE);
    // One read transaction: a writer goes on meanwhile, and pages of erased drafts are not copied.
    store.sqlite.prepare("VACUUM INTO ?").run(copy);
    const key = new CheckpointKey(store.dataDir);
    copyFileSync(path.join(store.dataDir, KEY_FILE), path.join(unfinished, KEY_FILE));
    const manifest = { ...manifestOf(unfinished, key.id), store: hashOfFile(copy) };
    writeFileSync(path.join(unfinished, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`, {
      mode: 0o600,
    });
    for (const file of [STORE_FILE, KEY_FILE, MANIFEST_FILE]) keepOnDisk(path.join(unfinished, file));
    keepOnDisk(unfinished);
    renameSync(unfinished, to);
    keepOnDisk(path.dirname(path.resolve(to)));
    return manifest;
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
}

function manifestOf(folder: string, key: Hash): Omit<Manifest, "store"> {
  const copy = openCopy(folder);
  try {
    checkCopy(copy);
    const reports = reportList(copy).map((report) => ({ report, ...headOf(copy, report) }));
    return { v: 1, at: serverTime(), epoch: epochOf(copy), key, reports };
  } finally {
    closeStore(copy);
  }
}

/** @throws Error when the file, a record or a text in it does not hold. */
export function checkCopy(copy: Store): void {
  const found = copy.sqlite.pragma("integrity_check", { simple: true });
  if (found !== "ok") throw new Error(`The copy of the store is damaged: ${found}`);
  checkBeforeServing(copy);
}

export function hashOfFile(file: string): Hash {
  return Hash.parse(createHash("sha256").update(readFileSync(file)).digest("hex"));
}

/** Waits until a file's bytes, or a folder's names, are on disk. */
export function keepOnDisk(file: string): void {
  const handle = openSync(file, "r");
  fsyncSync(handle);
  closeSync(handle);
}
