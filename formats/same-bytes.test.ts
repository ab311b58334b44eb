import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

/** Every paper of a lively record in every language, hashed; run in a process of its own. */
const HASHES = `
const { createHash } = await import("node:crypto");
const { compile } = await import("./deliberation/compile.ts");
const { livelyRecord } = await import("./deliberation/testing/world.ts");
const { REPORT } = await import("./deliberation/testing/report.ts");
const { PAPER_LANGS } = await import("./formats/paper-words.ts");
const { PAPER_FORMATS, paperOf } = await import("./server/papers.ts");
const source = { compilation: compile(livelyRecord().state), report: REPORT };
for (const lang of PAPER_LANGS) for (const { name } of PAPER_FORMATS) {
  if (name === "record") continue;
  const bytes = await paperOf({ source, format: name, lang, choice: {} });
  console.log(lang, name, createHash("sha256").update(bytes).digest("hex"));
}`;

test("[K6] every paper is the same on machines with other clocks, time zones and languages", async () => {
  const places = [
    { TZ: "Pacific/Kiritimati", LANG: "ar_EG.UTF-8", LC_ALL: "ar_EG.UTF-8" },
    { TZ: "America/St_Johns", LANG: "zh_CN.UTF-8", LC_ALL: "C" },
  ];
  const [one, other] = await Promise.all(
    places.map(async (place) => {
      const run = promisify(execFile)(process.execPath, ["--input-type=module", "-e", HASHES], {
        cwd: new URL("..", import.meta.url),
        env: { ...process.env, ...place },
      });
      return (await run).stdout;
    }),
  );
  expect(one?.trim().split("\n").length).toBeGreaterThan(20);
  expect(one).toBe(other);
}, 60_000);
