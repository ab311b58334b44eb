/** Everything, in order, the first failure ending it: what a newcomer runs, and what guards the main branch. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const results = mkdtempSync(path.join(tmpdir(), "check-"));
const [unit, torture, browser] = ["unit", "torture", "browser"].map((name) =>
  path.join(results, `${name}.json`),
) as [string, string, string];
interface Step {
  name: string;
  command: string[];
  env?: Record<string, string>;
}
/** In order; what stands in one list is run at the same time. */
const steps: Step[][] = [
  [{ name: "format and lint", command: ["biome", "check", "--error-on-warnings", "."] }],
  [{ name: "routes' types", command: ["next", "typegen"] }],
  [{ name: "types", command: ["tsc", "--noEmit"] }],
  [{ name: "rules against tests", command: ["node", ".ci/rules.ts"] }],
  [
    {
      name: "unit",
      command: ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${unit}`],
    },
  ],
  // The torture waits most of its time, for servers to stop and start.
  [
    {
      name: "short torture",
      command: ["node", "e2e/torture/run.ts", "--short", "--beside", "2", "--json", torture],
    },
    { name: "build", command: ["next", "build"] },
  ],
  [
    {
      name: "end to end",
      command: ["node", "e2e/run.ts"],
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: browser },
    },
  ],
];

let failed = 0;
for (const together of steps) {
  const done = await Promise.all(together.map(run));
  if (done.includes(false)) {
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

async function run({ name, command: [command = "", ...words], env }: Step): Promise<boolean> {
  const began = Date.now();
  console.log(`\n== ${name}`);
  const child = spawn(command, words, {
    stdio: "inherit",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
  });
  const status = await new Promise((ended) => {
    child.once("exit", ended);
    child.once("error", ended);
  });
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`== ${name}: ${status === 0 ? "done" : "FAILED"} in ${seconds} s`);
  return status === 0;
}

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
