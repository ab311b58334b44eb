import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockDataDir } from "./lock.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), "lock-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test("a second server on one data folder is refused, until the first gives it free", () => {
  const free = lockDataDir(dir);
  expect(() => lockDataDir(dir)).toThrow(`Another server already serves ${dir}`);
  free();
  lockDataDir(dir)();
});

test("the lock of another process holds while it lives, and ends with it, however it ends", async () => {
  const words = `import { lockDataDir } from "./server/lock.ts"; lockDataDir(${JSON.stringify(dir)}); console.log("held"); setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ["--input-type=module", "-e", words], {
    cwd: path.join(import.meta.dirname, ".."),
  });
  await once(other.stdout, "data");
  expect(() => lockDataDir(dir)).toThrow(/Another server/);
  other.kill("SIGKILL");
  await once(other, "exit");
  lockDataDir(dir)();
});
