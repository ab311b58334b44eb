/** Runs the faults, each with its red twins; prints counts and seeds. `--help` tells the options. */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { besideEachOther } from "./beside.ts";
import type { Fault, Outcome } from "./fault.ts";
import { FAULTS } from "./faults.ts";
import { Random } from "./random.ts";

const HELP = `Usage: npm run torture -- [fault …] [--short | --full] [--count N] [--seed N] [--no-twins] [--beside N]

  ${FAULTS.map(({ name, invariant }) => `${name.padEnd(13)} ${invariant}`).join("\n  ")}

  --short      as npm test runs it; the default takes at most an hour; --full has no limit
  --count N    that many of each fault's unit
  --seed N     the seed of the random choices, as a run printed it
  --beside N   so many faults at once; those that hold what they hear to a clock always run alone
  --json FILE  how many passed and failed, for another program
  --no-twins   without the mistakes that each fault must find
`;

/** The others are looked for in the longer runs. */
const MOST_SHORT_TWINS = 3;

const { values, positionals } = parseArgs({
  options: {
    short: { type: "boolean" },
    full: { type: "boolean" },
    count: { type: "string" },
    seed: { type: "string" },
    "no-twins": { type: "boolean" },
    json: { type: "string" },
    beside: { type: "string" },
    help: { type: "boolean" },
  },
  allowPositionals: true,
});

const unknown = positionals.filter((name) => !FAULTS.some((fault) => fault.name === name));
if (values.help || unknown.length > 0) {
  process.stdout.write(unknown.length > 0 ? `There is no ${unknown.join(", ")}.\n\n${HELP}` : HELP);
  process.exit(unknown.length > 0 ? 2 : 0);
}

const length = values.short ? "short" : values.full ? "full" : "hour";
const anySeed = Math.floor(Math.random() * 0x7fff_ffff);
const seedOf = ({ shortSeed }: Fault): number =>
  Number(values.seed ?? (length === "short" ? shortSeed : undefined) ?? anySeed);
let [passed, failed] = [0, 0];
const asked = FAULTS.filter(({ name, counts }) =>
  positionals.length === 0 ? counts[length] > 0 : positionals.includes(name),
);
for (const fault of FAULTS) {
  if (positionals.length === 0 && !asked.includes(fault)) say(`${fault.name}: not in the ${length} run`);
}
if (values.beside === undefined) {
  for (const fault of asked) await withTwins(fault);
} else {
  [passed, failed] = await besideEachOther(asked, Number(values.beside), wordsForEach(), say);
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify({ passed, failed }));
process.exit(failed === 0 ? 0 : 1);

/** The same options for a process that runs one fault. */
function wordsForEach(): string[] {
  const flags = (["short", "full", "no-twins"] as const).filter((name) => values[name] === true);
  const given = (["count", "seed"] as const).flatMap((name) => {
    const value = values[name];
    return value === undefined ? [] : [`--${name}`, value];
  });
  return [...flags.map((name) => `--${name}`), ...given];
}

async function withTwins(fault: Fault): Promise<void> {
  tally(await asItIs(fault));
  const twins = values["no-twins"]
    ? []
    : length === "short"
      ? fault.twins.slice(0, MOST_SHORT_TWINS)
      : fault.twins;
  for (const twin of twins) tally(await withMistake(fault, twin));
}

async function asItIs(fault: Fault): Promise<boolean> {
  const count = values.count === undefined ? fault.counts[length] : Number(values.count);
  const [{ done, violations, figures }, seconds] = await timed(fault, count, null);
  const told = Object.entries({ seed: seedOf(fault), ...figures }).map(
    ([name, figure]) => `${name} ${figure}`,
  );
  const reduced = count < fault.counts.full ? ` of ${fault.counts.full} in full` : "";
  const verdict = violations.length === 0 && done >= count ? "holds" : "DOES NOT HOLD";
  say(`${fault.name}: ${done} ${fault.unit}${reduced}; ${told.join(", ")}; ${seconds} s: ${verdict}`);
  for (const one of violations.slice(0, 5)) say(`  ${one}`);
  return verdict === "holds";
}

async function withMistake(fault: Fault, twin: string): Promise<boolean> {
  const [{ done, violations }, seconds] = await timed(fault, fault.twinCount, twin);
  const found = violations.length > 0;
  say(`  red twin ${twin}: ${found ? `found after ${done}` : "NOT FOUND"}; ${seconds} s`);
  if (found) say(`    ${violations[0]}`);
  return found;
}

async function timed(fault: Fault, count: number, twin: string | null): Promise<[Outcome, number]> {
  const began = performance.now();
  let outcome = await tried(fault, count, twin);
  // A shared machine may stand still for seconds: what breaks down twice proves nothing, for the server or against it.
  outcome ??= await tried(fault, count, twin);
  outcome ??= { done: 0, violations: twin === null ? ["broke down"] : [], figures: {} };
  return [outcome, Math.round((performance.now() - began) / 1_000)];
}

async function tried(fault: Fault, count: number, twin: string | null): Promise<Outcome | null> {
  try {
    return await fault.run({ count, twin, random: new Random(seedOf(fault)) });
  } catch (error) {
    const { stack, cause } = error as Error;
    say(`${fault.name} broke down: ${stack}${cause instanceof Error ? `\n  because ${cause.stack}` : ""}`);
    return null;
  }
}

function tally(ok: boolean): void {
  if (ok) passed += 1;
  else failed += 1;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
