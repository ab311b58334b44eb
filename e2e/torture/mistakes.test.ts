import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { MISTAKES } from "./mistakes.ts";

test("every mistake has its one place in the server's text: one whose place is gone would prove nothing", () => {
  const root = path.join(import.meta.dirname, "../..");
  const places = Object.entries(MISTAKES).flatMap(([name, all]) =>
    all.map(({ file, says }) => [
      name,
      file,
      readFileSync(path.join(root, file), "utf8").split(says).length - 1,
    ]),
  );
  expect(places.length).toBeGreaterThan(15);
  expect(places.filter(([, , times]) => times !== 1)).toEqual([]);
});
