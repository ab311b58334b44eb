import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockDataDir } from "./lock.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), "lock-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test("a second server on one data folder is refused, naming the first", () => {
  writeFileSync(path.join(dir, "server.lock"), String(process.ppid));
  expect(() => lockDataDir(dir)).toThrow(`process ${process.ppid}`);
});

test("the lock of a server that was killed is taken over, and given free at the end", () => {
  writeFileSync(path.join(dir, "server.lock"), "4194304");
  const free = lockDataDir(dir);
  expect(existsSync(path.join(dir, "server.lock"))).toBe(true);
  free();
  expect(existsSync(path.join(dir, "server.lock"))).toBe(false);
});
