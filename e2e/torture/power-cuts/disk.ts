/**
 * A disk whose cache is lost with the power, and what it may hold afterwards.
 *
 * - What was written to a file before its last completed fsync is there. Of what was written since, anything may
 *   be: nothing, everything, some writes and not others, later ones without earlier ones, parts of a page in
 *   sectors of 512 bytes. A lost sector of what a file grew by reads as zeros, or as what was on the disk before.
 * - A name that was given, changed or taken away counts only after an fsync of the folder. Before, each change is
 *   there or not, as it pleases. This is all that POSIX promises: Linux keeps the name of a new file that was
 *   itself synced, but that is a kindness of its file systems, and SQLite does not rely on it.
 * - The disk does not lie about fsync, and does not spoil what was at rest.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Random } from "../random.ts";
import type { Happening } from "./happening.ts";
import { afterCut, type Change, changed, type Whim } from "./sectors.ts";

type NameChange = Extract<Happening, { kind: "create" | "unlink" | "rename" }>;

interface DiskFile {
  durable: Buffer;
  pending: Change[];
}

export class Disk {
  readonly #files: DiskFile[];
  readonly #names: Map<string, number>;
  #pendingNames: NameChange[] = [];

  /** @param standing what stood there, long synced: file 0 and on, in this order. */
  constructor(standing: ReadonlyMap<string, Buffer>) {
    this.#files = [...standing.values()].map((durable) => ({ durable, pending: [] }));
    this.#names = new Map([...standing.keys()].map((name, file) => [name, file]));
  }

  take(happening: Happening): void {
    switch (happening.kind) {
      case "create":
        // A second name of a file that is there leaves it as it is.
        this.#files[happening.file] ??= { durable: Buffer.alloc(0), pending: [] };
        this.#pendingNames.push(happening);
        return;
      case "unlink":
      case "rename":
        this.#pendingNames.push(happening);
        return;
      case "write":
        this.#at(happening.file).pending.push(happening);
        return;
      case "cut":
        this.#at(happening.file).pending.push(happening);
        return;
      case "sync": {
        const file = this.#at(happening.file);
        file.durable = changed(file.durable, file.pending);
        file.pending = [];
        return;
      }
      case "sync-folder":
        for (const change of this.#pendingNames) rename(this.#names, change);
        this.#pendingNames = [];
        return;
      case "sent":
        return;
    }
  }

  /** The power goes now. Puts what is left into a folder. */
  leave(folder: string, whim: Whim, random: Random): void {
    const names = new Map(this.#names);
    for (const change of this.#pendingNames) {
      if (whim === "everything" || (whim !== "nothing" && random.chance(0.5))) rename(names, change);
    }
    for (const [name, number] of names) {
      const { durable, pending } = this.#at(number);
      writeFileSync(path.join(folder, name), afterCut(durable, pending, whim, random));
    }
  }

  /** How many writes would be lost, were the power to go now and the disk at its worst. */
  get unsynced(): number {
    return this.#files.reduce((sum, { pending }) => sum + pending.length, this.#pendingNames.length);
  }

  #at(number: number): DiskFile {
    const file = this.#files[number];
    if (file === undefined) throw new Error(`file ${number} was never made`);
    return file;
  }
}

function rename(names: Map<string, number>, change: NameChange): void {
  if (change.kind === "create") return void names.set(change.name, change.file);
  const gone = change.kind === "unlink" ? change.name : change.from;
  const file = names.get(gone);
  names.delete(gone);
  if (change.kind === "rename" && file !== undefined) names.set(change.to, file);
}
