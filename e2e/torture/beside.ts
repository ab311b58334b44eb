/** Faults run beside each other, each a process of its own: most of their time they wait for a server to stop or start. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Fault } from "./fault.ts";

/**
 * @param words options of the command, for each process.
 * @param say is given all a fault said when it is over.
 * @returns how many passed and failed.
 */
export async function besideEachOther(
  faults: readonly Fault[],
  atOnce: number,
  words: string[],
  say: (line: string) => void,
): Promise<[passed: number, failed: number]> {
  const folder = mkdtempSync(path.join(tmpdir(), "torture-"));
  const sum: [number, number] = [0, 0];
  const run = async ({ name }: Fault) => {
    const file = path.join(folder, name);
    say((await output(name, [...words, "--json", file])).replace(/\n\n\d+ passed.*\n$/, ""));
    const { passed, failed } = counted(file);
    sum[0] += passed;
    sum[1] += failed;
  };
  const waiting = faults.filter(({ timed }) => timed !== true);
  const lanes = Array.from({ length: atOnce }, async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await run(next);
  });
  await Promise.all(lanes);
  for (const fault of faults) if (fault.timed === true) await run(fault);
  rmSync(folder, { recursive: true, force: true });
  return sum;
}

function output(fault: string, words: string[]): Promise<string> {
  const command = [path.join(import.meta.dirname, "run.ts"), fault, ...words];
  return new Promise((done) => {
    execFile(process.execPath, command, { maxBuffer: 2 ** 26 }, (_, out, err) => done(out + err));
  });
}

/** A fault that told no count broke down. */
function counted(file: string): { passed: number; failed: number } {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as { passed: number; failed: number };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
