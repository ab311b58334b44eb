/** A browser for the tests: the bundled one, else one of the machine, else Debian's is installed. */
import { existsSync } from "node:fs";
import { chromium } from "playwright";
import { install, mayInstall, onMachine } from "./apt.ts";

const NAMES = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];
const PACKAGE = "chromium-headless-shell";

/** @returns the path of a Chromium. @throws Error when there is none and none can be installed. */
export function findBrowser(): string {
  const bundled = chromium.executablePath();
  if (bundled !== "" && existsSync(bundled)) return bundled;
  return onMachine(NAMES) ?? installed();
}

function installed(): string {
  if (!mayInstall()) {
    throw new Error("No browser on this machine. Install chromium, or run: npx playwright install chromium");
  }
  try {
    install(PACKAGE);
  } catch {
    // Older Debians have the whole browser only.
    install("chromium");
  }
  const found = onMachine(NAMES);
  if (found === null) throw new Error("The browser was installed and cannot be found.");
  return found;
}
