/** After a walk: everybody reads everything once more, papers are made, and salts and log are looked through. */
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { REPORT, type Seated } from "../stage.ts";
import type { Canaries } from "./canaries.ts";
import { nameOf } from "./canaries.ts";
import { type Audience, mayRead } from "./oracle.ts";
import { readsAll } from "./reading.ts";
import type { World } from "./world.ts";

const ROOT = path.join(import.meta.dirname, "../../..");
const run = promisify(execFile);
/** Whoever a paper reaches: a reviewer, who belongs to no delegation, sees what everybody sees. */
const PAPERS = ["compile --format csv", "compile --format json --lang zh", "verify"] as const;

export async function everybodyReads(world: World): Promise<void> {
  const { cast, random } = world;
  const some = random.shuffled(cast.all).slice(0, 12);
  const each = [
    cast.facilitator,
    cast.administrator,
    cast.reviewer,
    cast.readers[0],
    cast.capitals[0],
    ...some,
  ];
  for (const one of each) if (one !== undefined) await readsAll(world, one);
}

/** What the command line hands out. */
export async function papersHold(world: World): Promise<void> {
  const env = { ...process.env, DATA_DIR: world.stage.dataDir, NODE_OPTIONS: "" };
  await Promise.all(
    PAPERS.map(async (command) => {
      const words = [
        "server/cli.ts",
        ...command.split(" "),
        ...(command === "verify" ? [] : ["--report", REPORT]),
      ];
      const { stdout, stderr } = await run(process.execPath, words, { cwd: ROOT, env, maxBuffer: 2 ** 28 });
      world.canaries.heard(world.cast.reviewer, `the paper of "${command}"`, stdout + stderr);
    }),
  );
}

interface Row {
  header: string;
  body: string;
  bodySalt: string;
  provenanceSalt: string;
}

/** A salt makes a short sealed body guessable, so it goes with what it salts. */
export function saltsHold(world: World, canaries: Canaries): void {
  const rows = world.store.sqlite
    .prepare("SELECT header, body, body_salt AS bodySalt, provenance_salt AS provenanceSalt FROM entries")
    .all() as Row[];
  for (const row of rows) {
    const { seq, audience } = JSON.parse(row.header) as { seq: number; audience: Audience };
    const author = (JSON.parse(row.body) as { by: { delegation: string | null } }).by.delegation;
    for (const { reader, heard } of canaries.salts.values()) {
      if (heard.has(row.bodySalt) && !readsBody(reader, author, audience))
        canaries.violations.push(`${nameOf(reader)} heard the salt of sealed entry ${seq}`);
      if (heard.has(row.provenanceSalt) && !mayRead({ in: "provenance", of: author }, reader))
        canaries.violations.push(`${nameOf(reader)} heard the salt of the provenance of entry ${seq}`);
    }
  }
}

function readsBody(reader: Seated, author: string | null, audience: Audience): boolean {
  if (author === null) return audience === "everyone" || reader.as === "administrator";
  return mayRead({ in: "entry", of: author, audience }, reader);
}
