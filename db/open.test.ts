import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "./open.ts";

test("a folder is made wherever one stands, and however it is named: the default is ./var", () => {
  const top = mkdtempSync(path.join(tmpdir(), "folders-"));
  for (const folder of ["var", "a/b/c", "a/b/d"]) {
    const relative = path.relative(process.cwd(), path.join(top, folder));
    expect(path.isAbsolute(relative)).toBe(false);
    makeFolder(relative);
    makeFolder(relative);
    expect(existsSync(path.join(top, folder))).toBe(true);
  }
  rmSync(top, { recursive: true });
});
