/** A reader of Word files and workbooks that is not ours: LibreOffice of the machine, else Debian's is installed. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { install, mayInstall, onMachine } from "./apt.ts";

const NAMES = ["soffice", "libreoffice"];
/** Without a screen, Java and help: a minute and a half where there is nothing of it. */
const PACKAGES = ["libreoffice-writer-nogui", "libreoffice-calc-nogui"];

/** @returns the path of an office. @throws Error when there is none and none can be installed. */
export function findOffice(): string {
  const there = onMachine(NAMES);
  if (there !== null) return there;
  if (!mayInstall()) throw new Error("No LibreOffice on this machine. Install its writer and calc.");
  install(...PACKAGES);
  const found = onMachine(NAMES);
  if (found === null) throw new Error("LibreOffice was installed and cannot be found.");
  return found;
}

/** Opens all of them in one run. @returns what it holds of each, as one flat file of its own format. */
export function openedBy(office: string, files: Record<string, Uint8Array>): string[] {
  return converted(office, files, () => "xml").map((file) => file.toString("utf8"));
}

/** @returns each file as it saves it: nothing in it is ours but the words. */
export function rewrittenBy(office: string, files: Record<string, Uint8Array>): Uint8Array[] {
  return converted(office, files, (name) => path.extname(name).slice(1));
}

function converted(
  office: string,
  files: Record<string, Uint8Array>,
  to: (name: string) => string,
): Buffer[] {
  const desk = mkdtempSync(path.join(tmpdir(), "office-"));
  try {
    const names = Object.keys(files);
    for (const name of names) writeFileSync(path.join(desk, name), files[name] ?? "");
    for (const form of new Set(names.map(to))) {
      const words = [`-env:UserInstallation=file://${desk}/profile`, "--headless", "--convert-to", form];
      const those = names.filter((name) => to(name) === form).map((name) => path.join(desk, name));
      execFileSync(office, [...words, "--outdir", path.join(desk, "out"), ...those], {
        stdio: "ignore",
        timeout: 120_000,
      });
    }
    return names.map((name) => readFileSync(path.join(desk, "out", `${path.parse(name).name}.${to(name)}`)));
  } finally {
    rmSync(desk, { recursive: true, force: true });
  }
}
