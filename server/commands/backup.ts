/** Backup while the server runs; restore while it does not. */
import { renewEpoch } from "#db/installation";
import { backUp } from "../backup.ts";
import { lockDataDir } from "../lock.ts";
import { restore } from "../restore.ts";
import { type Command, dataDir, onStore, print, required } from "./command.ts";

export const backup = onStore((store, values) => {
  const to = required(values.to, "--to");
  const { reports } = backUp(store, to);
  for (const { report, seq, hash } of reports) print(`${report}: ${seq} entries, head ${hash}\n`);
  return print(`Verified and kept in ${to}. Whoever holds it can read every draft.\n`);
});

export const restoreBackup: Command = (values) => {
  const folder = dataDir();
  const unlock = lockDataDir(folder);
  try {
    const { manifest, replaced, peopleFrom } = restore(folder, required(values.from, "--from"));
    for (const { report, seq, hash } of manifest.reports) print(`${report}: ${seq} entries, head ${hash}\n`);
    print(`Restored as of ${manifest.at}, in a new epoch: browsers start clean.\n`);
    if (replaced !== null) print(`What was there before is kept in ${replaced}.\n`);
    return print(
      peopleFrom === "replaced"
        ? "Persons, seats, rights and sign-ins are as they were before the restore.\n"
        : "Everybody signs in again.\n",
    );
  } finally {
    unlock();
  }
};

export const newEpoch = onStore((store) => print(`The store's epoch is ${renewEpoch(store)}\n`));
