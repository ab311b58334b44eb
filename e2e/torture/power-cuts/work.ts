/** A server at work under strace: what it did to its folder, and what it acknowledged. */
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type ProcessOptions, ServerProcess } from "../process.ts";
import type { Random } from "../random.ts";
import { dropFolder, newFolder, type Stage } from "../stage.ts";
import { type Acknowledgement, acknowledgementsIn } from "./acknowledgements.ts";
import type { Happening } from "./happening.ts";
import { straceTo } from "./strace-install.ts";
import { TRACED, Trace } from "./trace.ts";
import { writeFor } from "./writers.ts";

export const DELEGATIONS = 8;
const LOG_WITHIN_MS = 20_000;
const SECRETS = ["session-secret", "checkpoint-key.pem"];

/** What a work begins on. */
export interface Ground {
  folder: string;
  /** Null when the folder is empty: then the first start is traced as well. */
  stage: Stage | null;
  /** What was acknowledged on this store before. */
  carried: readonly Acknowledgement[];
}

export interface Work {
  stage: Stage;
  /** What stood on the disk before, by name. */
  standing: Map<string, Buffer>;
  happenings: Happening[];
  /** In the order in which they left; those carried from before first, at -1. */
  acknowledgements: Acknowledgement[];
  /** When the first byte left: from then on, epoch and secrets are known to others. */
  told: number;
  epoch: string;
  secrets: Map<string, Buffer>;
  /** The happenings with which the write-ahead log was brought into the store. */
  checkpointing: number[];
}

export interface Working {
  name: string;
  /** How long the writers work. */
  ms: number;
  twin: string | null;
  random: Random;
}

export async function tracedWork(ground: Ground, { twin, ...writing }: Working): Promise<Work> {
  const { folder } = ground;
  const beside = mkdtempSync(path.join(tmpdir(), "torture-"));
  const [log, stageFile] = [path.join(beside, "log"), path.join(beside, "stage")];
  try {
    const standing = filesIn(folder);
    const first = [process.execPath, "e2e/torture/power-cuts/first-start.ts"];
    const options: ProcessOptions = {
      dataDir: folder,
      twin,
      under: [...straceTo(log, TRACED), ...(ground.stage === null ? first : [])],
      // Calls made through a ring in memory would be seen by nobody.
      env: { UV_USE_IO_URING: "0", STAGE_FILE: stageFile, DELEGATIONS: String(DELEGATIONS) },
    };
    const server = await ServerProcess.started(options);
    try {
      const stage = ground.stage ?? (JSON.parse(readFileSync(stageFile, "utf8")) as Stage);
      const { epoch, frames } = await writeFor(stage, { ...writing, origin: server.origin });
      // A server that is stopped tidies up, and the power may go then as well.
      await (writing.random.chance(0.7) ? server.stop() : server.kill());
      const happenings = new Trace(folder, [...standing.keys()]).read(await ended(log));
      return {
        ...{ stage, standing, happenings, epoch },
        acknowledgements: [...ground.carried, ...acknowledgementsIn(happenings, frames)],
        told: happenings.findIndex(({ kind }) => kind === "sent"),
        secrets: new Map(SECRETS.map((name) => [name, readFileSync(path.join(folder, name))])),
        checkpointing: checkpointingIn(happenings, [...standing.keys()]),
      };
    } finally {
      await server.kill();
    }
  } finally {
    dropFolder(beside);
  }
}

export function emptyGround(): Ground {
  return { folder: newFolder(), stage: null, carried: [] };
}

/** In WAL mode the store itself is written and synced only when the log is brought into it. */
function checkpointingIn(happenings: readonly Happening[], standing: readonly string[]): number[] {
  const made = happenings.find((one) => one.kind === "create" && one.name === "store.sqlite");
  const store = made?.kind === "create" ? made.file : standing.indexOf("store.sqlite");
  return happenings.flatMap((one, at) => ("file" in one && one.file === store ? [at] : []));
}

function filesIn(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder).filter((name) => !name.endsWith("-shm"));
  return new Map(names.map((name) => [name, readFileSync(path.join(folder, name))]));
}

/** The tracer ends after what it traced: the log is whole when the process's own last line is there. */
async function ended(log: string): Promise<string> {
  const until = performance.now() + LOG_WITHIN_MS;
  for (;;) {
    const text = readFileSync(log, "latin1");
    const main = /^\d+/.exec(text)?.[0] ?? "";
    if (new RegExp(`^${main} +\\+\\+\\+ `, "m").test(text.slice(-20_000))) return text;
    if (performance.now() > until) throw new Error("strace did not end its log");
    await new Promise((over) => setTimeout(over, 50));
  }
}
