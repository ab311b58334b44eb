/** strace for the power cuts: the machine's own, else Debian's is installed; and whether tracing is allowed here. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** As a grandchild (`-D`), so that signals reach the traced process itself; `-f` for its threads. */
const FOLLOWING = ["-D", "-f", "--seccomp-bpf"];

/** @param calls their names, with commas. @returns the words to put before a command. @throws Error saying why nothing can be traced here. */
export function straceTo(file: string, calls: string): string[] {
  const strace = onMachine() ?? installed();
  const refusal = refusalOf(strace);
  if (refusal !== null) throw new Error(`Tracing (ptrace) is refused on this machine: ${refusal}`);
  const what = ["-xx", "-s", "16777216", "-e", `trace=${calls}`, "-e", "signal=kill"];
  return [strace, ...FOLLOWING, ...what, "-o", file];
}

function onMachine(): string | null {
  const { status, stdout } = spawnSync("which", ["strace"], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : null;
}

function installed(): string {
  if (process.getuid?.() !== 0 || spawnSync("which", ["apt-get"]).status !== 0) {
    throw new Error("No strace on this machine, and power cuts are replayed from its log. Install strace.");
  }
  const apt = (...words: string[]) =>
    execFileSync("apt-get", words, {
      stdio: "inherit",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  apt("update", "-q");
  apt("install", "-y", "-q", "--no-install-recommends", "strace");
  const found = onMachine();
  if (found === null) throw new Error("strace was installed and cannot be found.");
  return found;
}

/** Asked by trying: containers refuse ptrace in more ways than can be looked up. */
function refusalOf(strace: string): string | null {
  const folder = mkdtempSync(path.join(tmpdir(), "torture-"));
  const file = path.join(folder, "log");
  try {
    const tried = spawnSync(strace, [...FOLLOWING, "-o", file, "-e", "trace=execve", "true"], {
      encoding: "utf8",
    });
    if (tried.error !== undefined) return tried.error.message;
    if (tried.status === 0 && traced(file)) return null;
    return tried.stderr.trim() || `strace ended with ${tried.status ?? tried.signal} and traced nothing`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function traced(file: string): boolean {
  try {
    return readFileSync(file, "utf8").includes("execve(");
  } catch {
    return false;
  }
}
