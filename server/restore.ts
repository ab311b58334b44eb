/**
 * Puts a backup in the store's place. The server must be stopped; what was there is moved aside, never deleted. Who
 * may sign in is taken from the replaced store where it can be read: a right taken away since the backup stays taken.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { renewEpoch } from "#db/installation";
import { migrateStore } from "#db/migrate";
import { takeNoticesFrom } from "#db/notices";
import { closeStore, openCopy, RESTORE_MARK, STORE_FILE, type Store } from "#db/open";
import { endAllSignIns, takePeopleFrom } from "#db/people";
import { headOf } from "#db/record";
import { checkCopy, hashOfFile, keepOnDisk, MANIFEST_FILE, Manifest } from "./backup.ts";
import { serverTime } from "./keeper.ts";
import { KEY_FILE } from "./signing.ts";

const PARTS = [STORE_FILE, `${STORE_FILE}-wal`, `${STORE_FILE}-shm`];

export interface Restored {
  manifest: Manifest;
  /** Folder of what was there before; null when nothing was. */
  replaced: string | null;
  peopleFrom: "replaced" | "backup";
}

/** @throws Error, with everything left as it was, when the backup is not whole. */
export function restore(dataDir: string, from: string): Restored {
  const manifest = readManifest(from);
  const incoming = path.join(dataDir, "incoming");
  rmSync(incoming, { recursive: true, force: true });
  mkdirSync(incoming, { recursive: true, mode: 0o700 });
  copyFileSync(path.join(from, STORE_FILE), path.join(incoming, STORE_FILE));
  copyFileSync(path.join(from, KEY_FILE), path.join(incoming, KEY_FILE));
  if (hashOfFile(path.join(incoming, STORE_FILE)) !== manifest.store)
    throw new Error(`${from} is not the backup its manifest tells of.`);
  const peopleFrom = prepare(incoming, manifest, path.join(dataDir, STORE_FILE));
  return { manifest, replaced: putInPlace(dataDir, incoming), peopleFrom };
}

function readManifest(from: string): Manifest {
  const file = path.join(from, MANIFEST_FILE);
  if (!existsSync(file)) throw new Error(`${from} is no backup: there is no ${MANIFEST_FILE} in it.`);
  return Manifest.parse(JSON.parse(readFileSync(file, "utf8")));
}

function prepare(incoming: string, manifest: Manifest, current: string): Restored["peopleFrom"] {
  const copy = openCopy(incoming);
  try {
    checkCopy(copy);
    for (const { report, seq, hash } of manifest.reports) {
      const head = headOf(copy, report);
      if (head.seq !== seq || head.hash !== hash)
        throw new Error(`The record of ${report} is not the one backed up.`);
    }
    migrateStore(copy);
    const taken = existsSync(current) && tryTaking(copy, current);
    if (!taken) endAllSignIns(copy, serverTime());
    renewEpoch(copy);
    return taken ? "replaced" : "backup";
  } finally {
    closeStore(copy);
  }
}

function tryTaking(copy: Store, current: string): boolean {
  try {
    takePeopleFrom(copy, current);
    takeNoticesFrom(copy, current);
    return true;
  } catch {
    // The store to be replaced cannot be read, which may be why it is replaced.
    return false;
  }
}

/** While the mark stands, nothing opens the store: between the moves there is none, and an empty one would be made. */
function putInPlace(dataDir: string, incoming: string): string | null {
  const mark = path.join(dataDir, RESTORE_MARK);
  writeFileSync(mark, "", { mode: 0o600 });
  keepOnDisk(path.join(incoming, STORE_FILE));
  keepOnDisk(dataDir);
  const there = PARTS.filter((part) => existsSync(path.join(dataDir, part)));
  const replaced = path.join(dataDir, `replaced-${serverTime().replaceAll(":", "-")}`);
  if (there.length > 0) mkdirSync(replaced, { mode: 0o700 });
  for (const part of there) renameSync(path.join(dataDir, part), path.join(replaced, part));
  renameSync(path.join(incoming, STORE_FILE), path.join(dataDir, STORE_FILE));
  if (!existsSync(path.join(dataDir, KEY_FILE)))
    renameSync(path.join(incoming, KEY_FILE), path.join(dataDir, KEY_FILE));
  keepOnDisk(dataDir);
  rmSync(mark);
  rmSync(incoming, { recursive: true, force: true });
  return there.length > 0 ? replaced : null;
}
