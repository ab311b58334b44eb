/** Ways to make the disk under a running server refuse, and to mend it again; each reports where it is not allowed. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, rmSync, statfsSync, statSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Random } from "../random.ts";
import { dropFolder, newFolder } from "../stage.ts";

export interface FailingDisk {
  /** For the data folder. */
  readonly folder: string;
  fail(pid: number): Promise<void>;
  mend(pid: number): Promise<void>;
  /** To be called when no server uses it any more. */
  drop(): void;
}

export type Way = "full" | "limited" | "read-only" | "failing";

const PAGE = 4_096;
const DISK_BYTES = 6 * 1_048_576;

/** @returns the way itself, or the one that stands in for it where the machine forbids it. */
export function disk(way: Way, random: Random): { disk: FailingDisk; by: string } {
  if (way === "full" && mayMount()) return { disk: small(random.below(24) * PAGE), by: "full" };
  if (way === "read-only" && mayFreeze()) return { disk: frozen(), by: "read-only" };
  if (way === "failing" && mayTrace()) return { disk: faulty(random), by: "failing" };
  return { disk: limited(random), by: way === "limited" ? "limited" : `limited in place of ${way}` };
}

/** A disk of its own with little room, filled up to some pages by a file of nobody's. */
export function small(leftBytes: number): FailingDisk {
  const folder = newFolder();
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${DISK_BYTES}`, "tmpfs", folder]);
  const ballast = path.join(folder, "ballast");
  return {
    folder,
    fail: async () => {
      const { bavail, bsize } = statfsSync(folder);
      try {
        writeFileSync(ballast, Buffer.alloc(bavail * bsize, 1));
      } catch {
        // The server was writing too, and took some of it.
      }
      truncateSync(ballast, Math.max(0, statSync(ballast).size - leftBytes));
    },
    mend: async () => rmSync(ballast, { force: true }),
    drop: () => {
      spawnSync("umount", ["--lazy", folder]);
      dropFolder(folder);
    },
  };
}

/** No file may grow beyond a size: the end of the limit somewhere within what the store is about to write. */
function limited(random: Random): FailingDisk {
  const folder = newFolder();
  const most = random.between(1, 40) * PAGE;
  const limit = (pid: number, to: string) =>
    spawnSync("prlimit", ["--pid", String(pid), `--fsize=${to}:unlimited`]);
  return {
    folder,
    fail: async (pid) => void limit(pid, String(most)),
    // The process may be gone by now, and its limit with it.
    mend: async (pid) => void limit(pid, "unlimited"),
    drop: () => dropFolder(folder),
  };
}

/**
 * Every file and the folder itself made unchangeable, as a disk is that was mounted read-only after an error.
 * But for the index of the write-ahead log: it is mapped memory, and the system ends (SIGBUS) whoever touches a
 * page of it that it will not let be changed. No process survives that; it is a kill, and proven as one.
 */
function frozen(): FailingDisk {
  const folder = newFolder();
  const freeze = (sign: "+i" | "-i") => {
    const names = readdirSync(folder).filter((name) => !name.endsWith("-shm"));
    const files = names.map((name) => path.join(folder, name));
    spawnSync("chattr", sign === "+i" ? [sign, ...files, folder] : [sign, folder, ...files]);
  };
  return {
    folder,
    fail: async () => freeze("+i"),
    mend: async () => freeze("-i"),
    drop: () => {
      freeze("-i");
      dropFolder(folder);
    },
  };
}

/** The disk takes the bytes, or not even those, and then says that it failed. */
function faulty(random: Random): FailingDisk {
  const folder = newFolder();
  const calls = random.of(["fdatasync,fsync", "pwrite64", "pwrite64,fdatasync,fsync"]);
  let tracer: ChildProcess | null = null;
  return {
    folder,
    fail: async (pid) => {
      const what = ["-e", `trace=${calls}`, "-e", `inject=${calls}:error=EIO`, "-o", "/dev/null"];
      const tracing = spawn("strace", ["-f", "-p", String(pid), ...what], {
        stdio: ["ignore", "ignore", "pipe"],
      });
      tracer = tracing;
      // It says so when it has taken hold; what else it says is read away, or it would stand still with the server.
      await new Promise((held) => tracing.stderr.on("data", held));
    },
    mend: async () => {
      if (tracer === null || tracer.exitCode !== null || tracer.signalCode !== null) return;
      const ended = once(tracer, "exit");
      tracer.kill("SIGINT");
      await ended;
    },
    drop: () => {
      tracer?.kill("SIGKILL");
      dropFolder(folder);
    },
  };
}

export function mayMount(): boolean {
  const folder = newFolder();
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${PAGE}`, "tmpfs", folder]).status === 0;
  if (mounted) spawnSync("umount", [folder]);
  dropFolder(folder);
  return mounted;
}

function mayFreeze(): boolean {
  const folder = newFolder();
  spawnSync("chattr", ["+i", folder]);
  let frozen = false;
  try {
    writeFileSync(path.join(folder, "probe"), "");
  } catch {
    frozen = true;
  }
  spawnSync("chattr", ["-i", folder]);
  dropFolder(folder);
  return frozen;
}

function mayTrace(): boolean {
  if (!existsSync("/usr/bin/strace")) return false;
  return spawnSync("strace", ["-e", "inject=fsync:error=EIO", "true"]).status === 0;
}
