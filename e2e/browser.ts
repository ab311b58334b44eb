/** A browser for the tests: the bundled one, else one of the machine, else Debian's is installed. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright";

const NAMES = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];
const PACKAGE = "chromium-headless-shell";

/** @returns the path of a Chromium. @throws Error when there is none and none can be installed. */
export function findBrowser(): string {
  const bundled = chromium.executablePath();
  if (bundled !== "" && existsSync(bundled)) return bundled;
  return onMachine() ?? installed();
}

function onMachine(): string | null {
  for (const name of NAMES) {
    const { status, stdout } = spawnSync("which", [name], { encoding: "utf8" });
    if (status === 0) return stdout.trim();
  }
  return null;
}

function installed(): string {
  if (process.getuid?.() !== 0 || spawnSync("which", ["apt-get"]).status !== 0) {
    throw new Error("No browser on this machine. Install chromium, or run: npx playwright install chromium");
  }
  const apt = (...words: string[]) =>
    execFileSync("apt-get", words, {
      stdio: "inherit",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  apt("update", "-q");
  try {
    apt("install", "-y", "-q", "--no-install-recommends", PACKAGE);
  } catch {
    // Older Debians have the whole browser only.
    apt("install", "-y", "-q", "--no-install-recommends", "chromium");
  }
  const found = onMachine();
  if (found === null) throw new Error("The browser was installed and cannot be found.");
  return found;
}
