/** One point: a server that cannot serve its folder says why in words and ends, and disturbs nobody. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { freePort } from "../../server.ts";
import { Desk } from "../desk.ts";
import { ServerProcess } from "../process.ts";
import type { Random } from "../random.ts";
import { dropFolder, newFolder, stageOf } from "../stage.ts";
import { disk, type FailingDisk, mayMount, small } from "./ways.ts";
import { pause } from "./work.ts";

const ROOT = path.join(import.meta.dirname, "../../..");
const ENDS_WITHIN_MS = 20_000;
const STACK = /^\s+at .+:\d+:\d+/m;

/** @returns what did not hold. */
export async function starting(random: Random): Promise<string[]> {
  const full = () => (mayMount() ? small(0) : null);
  const readOnly = () => {
    const { disk: frozen, by } = disk("read-only", random);
    if (by === "read-only") return frozen;
    frozen.drop();
    return null;
  };
  const tries = random.shuffled([
    () => onDisk("a full folder", full(), { staged: true }),
    () => onDisk("a full and empty folder", full(), { staged: false }),
    () => onDisk("a read-only folder", readOnly(), { staged: true }),
    () => onDisk("a read-only and empty folder", readOnly(), { staged: false }),
  ]);
  const found = await besideAnother();
  for (const one of tries.slice(0, 2)) found.push(...(await one()));
  return found;
}

async function besideAnother(): Promise<string[]> {
  const folder = newFolder();
  let server: ServerProcess | null = null;
  try {
    const stage = await stageOf(1, folder);
    server = await ServerProcess.started({ dataDir: folder });
    const found = refusedIn(await second(folder), "a served folder", "Another server");
    const [head] = stage.heads;
    if (head === undefined) return found;
    const { status } = await new Desk(head, server.origin).states("17-1", "after a second server came");
    return status === 201 ? found : [...found, `beside a second server the first one answers ${status}`];
  } finally {
    await server?.kill();
    dropFolder(folder);
  }
}

async function onDisk(
  what: string,
  failing: FailingDisk | null,
  { staged }: { staged: boolean },
): Promise<string[]> {
  // This machine does not allow it; the other ways stand for it.
  if (failing === null) return [];
  try {
    if (staged) await stageOf(1, failing.folder);
    await failing.fail(0);
    return refusedIn(await second(failing.folder), what, failing.folder);
  } finally {
    await failing.mend(0);
    failing.drop();
  }
}

interface Ended {
  code: number | null;
  said: string;
}

async function second(dataDir: string): Promise<Ended> {
  const port = String(await freePort());
  const child = spawn(process.execPath, ["server/main.ts"], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dataDir, PORT: port, HOST: "localhost", LOG_LEVEL: "warn" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (words: Buffer) => {
    said += words.toString();
  });
  const ended = once(child, "close").then(([code]) => code as number | null);
  const code = await Promise.race([ended, pause(ENDS_WITHIN_MS).then(() => -1)]);
  if (code === -1) child.kill("SIGKILL");
  return { code, said };
}

/** @param named what the message has to name, for the person who reads it to know what to do. */
function refusedIn({ code, said }: Ended, what: string, named: string): string[] {
  const told = JSON.stringify(said.slice(0, 300));
  if (code === -1) return [`a start on ${what} did not end; it said ${told}`];
  if (code !== 1) return [`a start on ${what} ended with ${code}; it said ${told}`];
  if (STACK.test(said)) return [`a start on ${what} printed a stack: ${told}`];
  return said.includes(named) ? [] : [`a start on ${what} did not name ${named}; it said ${told}`];
}
