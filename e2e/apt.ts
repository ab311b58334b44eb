/** Debian's packages for the tests: only as root, on a machine that has `apt-get`. */
import { execFileSync, spawnSync } from "node:child_process";

export function onMachine(names: readonly string[]): string | null {
  for (const name of names) {
    const { status, stdout } = spawnSync("which", [name], { encoding: "utf8" });
    if (status === 0) return stdout.trim();
  }
  return null;
}

export function mayInstall(): boolean {
  return process.getuid?.() === 0 && spawnSync("which", ["apt-get"]).status === 0;
}

/** @throws Error when they cannot be had. */
export function install(...packages: string[]): void {
  const apt = (...words: string[]) =>
    execFileSync("apt-get", words, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  apt("update", "-q");
  apt("install", "-y", "-q", "--no-install-recommends", ...packages);
}
