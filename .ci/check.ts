/** Everything, in order, the first failure ending it: what a newcomer runs, and what guards the main branch. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const results = mkdtempSync(path.join(tmpdir(), "check-"));
const [unit, torture, browser] = ["unit", "torture", "browser"].map((name) =>
  path.join(results, `${name}.json`),
) as [string, string, string];
const steps: [name: string, command: string[], env?: Record<string, string>][] = [
  ["format and lint", ["biome", "check", "--error-on-warnings", "."]],
  ["routes' types", ["next", "typegen"]],
  ["types", ["tsc", "--noEmit"]],
  ["rules against tests", ["node", ".ci/rules.ts"]],
  ["unit", ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${unit}`]],
  ["short torture", ["node", "e2e/torture/run.ts", "--short", "--json", torture]],
  ["build", ["next", "build"]],
  ["end to end", ["node", "e2e/run.ts"], { PLAYWRIGHT_JSON_OUTPUT_NAME: browser }],
];

let failed = 0;
for (const [name, [command = "", ...words], env] of steps) {
  const began = Date.now();
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, words, {
    stdio: "inherit",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
  });
  console.log(
    `== ${name}: ${status === 0 ? "done" : "FAILED"} in ${Math.round((Date.now() - began) / 1000)} s`,
  );
  if (status !== 0) {
    failed = 1;
    break;
  }
}
const [passedUnit, failedUnit] = counted(unit, (report) => [report.numPassedTests, report.numFailedTests]);
const [passedTorture, failedTorture] = counted(torture, ({ passed, failed }) => [passed, failed]);
const [passedBrowser, failedBrowser] = counted(browser, ({ stats }) => [
  stats.expected + stats.flaky,
  stats.unexpected,
]);
rmSync(results, { recursive: true, force: true });
const failures = Math.max(failedUnit + failedTorture + failedBrowser, failed);
console.log(`\n${passedUnit + passedTorture + passedBrowser} passed, ${failures} failed`);
process.exitCode = failures === 0 ? 0 : 1;

interface Reported {
  numPassedTests: number;
  numFailedTests: number;
  passed: number;
  failed: number;
  stats: { expected: number; flaky: number; unexpected: number };
}

function counted(file: string, count: (report: Reported) => [number, number]): [number, number] {
  try {
    return count(JSON.parse(readFileSync(file, "utf8")) as Reported);
  } catch {
    // The step before it failed, so this one wrote nothing.
    return [0, 0];
  }
}
