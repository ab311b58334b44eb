/** After a walk: everybody reads everything once more, papers are made, and salts and log are looked through. */
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { API } from "../desk.ts";
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
  provenance: string;
  bodySalt: string;
  provenanceSalt: string;
}

interface Spoken {
  kind: string;
  by: { delegation: string | null };
  heardBy?: string;
  said?: Spoken;
  salt?: string;
}

/** A salt makes a short sealed body guessable, so it goes with what it salts. */
export function saltsHold(world: World, canaries: Canaries): void {
  const rows = world.store.sqlite
    .prepare(
      "SELECT header, body, provenance, body_salt AS bodySalt, provenance_salt AS provenanceSalt FROM entries",
    )
    .all() as Row[];
  const entries = rows.map((row) => {
    const { seq, audience } = JSON.parse(row.header) as { seq: number; audience: Audience };
    const body = JSON.parse(row.body) as Spoken;
    const nobodys = body.kind.startsWith("unattributed.");
    const { author = null } = JSON.parse(row.provenance) as { author?: string };
    const own = nobodys ? author : body.by.delegation;
    // [J4] [G6] Whose sealed words are answered or admitted reads that too.
    return { ...row, seq, audience, body, nobodys, own, of: own ?? body.heardBy ?? body.said?.by.delegation };
  });
  const admitted = new Map(
    entries.flatMap(({ body, of, audience }) => (body.salt ? [[body.salt, { of, audience }]] : [])),
  );
  for (const { seq, audience, bodySalt, provenanceSalt, own, of, nobodys } of entries) {
    const later = admitted.get(bodySalt);
    for (const { reader, heard } of canaries.salts.values()) {
      const reads =
        readsBody(reader, of ?? null, audience) ||
        (later !== undefined && readsBody(reader, later.of ?? null, later.audience));
      if (heard.has(bodySalt) && !reads)
        canaries.violations.push(`${nameOf(reader)} heard the salt of sealed entry ${seq}`);
      // [Q2] Whose words without attribution are, their own delegation alone reads.
      const traces = nobodys ? reader.delegation === own : mayRead({ in: "provenance", of: own }, reader);
      if (heard.has(provenanceSalt) && !traces)
        canaries.violations.push(`${nameOf(reader)} heard the salt of the provenance of entry ${seq}`);
    }
  }
}

/** [Q1] [Q2] Nobody else is told whose the words are that bear nobody's name, wherever they stand. */
export async function authorsHold(world: World): Promise<void> {
  const { cast, nobodys, canaries } = world;
  if (nobodys.size === 0) return;
  const strangers = cast.heads.slice(-2);
  const places = [...world.stage.ideas, "report"].map((place) => `places/${place}`);
  for (const one of [cast.facilitator, cast.administrator, cast.reviewer, ...strangers]) {
    const desk = world.deskOf(one);
    const found: string[] = [];
    const look = (from: unknown) =>
      naming(from, [], nobodys, (secret, author) => author !== one.delegation && found.push(secret));
    look((await desk.record()).entries);
    for (const where of ["state", "compilation.json", ...places])
      look((await desk.ask("GET", `${API}/${where}`)).body);
    if (found.length > 0) canaries.violations.push(`${nameOf(one)} is told whose ${found[0]} is`);
  }
}

/** Calls `told` with every such secret that stands among the fields of its author, or under its name. */
function naming(
  at: unknown,
  under: readonly string[],
  nobodys: ReadonlyMap<string, string>,
  told: (secret: string, author: string) => void,
): void {
  if (typeof at !== "object" || at === null) return;
  for (const value of Object.values(at)) {
    const author = typeof value === "string" ? nobodys.get(value) : undefined;
    if (author === undefined) continue;
    const beside = Object.values(at).some((one) => JSON.stringify(one ?? null).includes(`"${author}"`));
    if (beside || under.includes(author)) told(String(value), author);
  }
  for (const [key, value] of Object.entries(at)) naming(value, [...under, key], nobodys, told);
}

function readsBody(reader: Seated, author: string | null, audience: Audience): boolean {
  if (author === null) return audience === "everyone" || reader.as === "administrator";
  return mayRead({ in: "entry", of: author, audience }, reader);
}
