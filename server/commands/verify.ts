/**
 * Checks records: those of the store, or one that was handed out as a file, against whatever is known from outside.
 * The second needs neither store nor server: it is what a delegation runs on its own machine.
 */
import { readFileSync } from "node:fs";
import { publicStateFor } from "#db/follow";
import { reportList } from "#db/reports";
import { Checkpoint } from "#deliberation/checkpoint";
import type { SeenEntry } from "#deliberation/entry";
import { type Verdict, verify } from "#deliberation/verify";
import { checkRecord } from "../check.ts";
import { Checkpoints } from "../checkpoints.ts";
import { isSignedBy } from "../signing.ts";
import { type Command, onStore, print, reportNamed, required, Unusable, type Values } from "./command.ts";

export const verifyRecords: Command = (values, words) =>
  values.record === undefined ? verifyStore(values, words) : verifyFiles(values.record, values);

export const publicKey = onStore((store) => print(new Checkpoints(store).key.publicPem));

export const signCheckpoint = onStore((store, values) => {
  const report = reportNamed(store, values.report);
  if (!checkRecord(store, report).intact)
    throw new Error(`The record of ${report} does not hold; no checkpoint is signed on it.`);
  const { head } = publicStateFor(store, report);
  return print(`${JSON.stringify(new Checkpoints(store).of(report, head))}\n`);
});

const verifyStore = onStore((store, values) => {
  const given = givenCheckpoints(values);
  const verdicts = reportList(store).map((report) => {
    const outside = given.filter((one) => one.report === report);
    const verdict = checkRecord(store, report, undefined, outside);
    tell(report, verdict);
    const { own, foreign, forged } = verdict.checkpoints;
    if (own > 0) print(`${report}: ${own} checkpoints kept with it, ${forged.length} of them altered\n`);
    if (foreign > 0)
      print(`${report}: ${foreign} checkpoints of another installation's key were not judged\n`);
    return verdict.intact;
  });
  if (verdicts.length === 0) print("There is no record yet.\n");
  return verdicts.includes(false) ? 1 : 0;
});

function verifyFiles(files: string[], values: Values): number {
  return tell(files.join(" + "), verify(files.flatMap(entriesIn), null, givenCheckpoints(values)));
}

function tell(name: string, { fault, entries, head, endProven, provenTo }: Verdict): number {
  if (fault !== null) {
    print(`${name}: does not hold at entry ${fault.seq} (${fault.what})\n`);
    return 1;
  }
  print(`${name}: ${entries} entries, chain unbroken, head ${head}\n`);
  if (!endProven) {
    print(
      `${name}: ${provenTo === 0 ? "nothing from outside proves it" : `proven from outside up to entry ${provenTo}`}; the end is not proven\n`,
    );
  }
  return 0;
}

/** One answer of `GET …/record`, a list of entries, or an entry a line. */
function entriesIn(file: string): SeenEntry[] {
  const text = readFileSync(file, "utf8").trim();
  return jsonIn(text).flatMap(
    (value) => (Object(value) as { entries?: SeenEntry[] }).entries ?? [value as SeenEntry],
  );
}

function jsonIn(text: string): unknown[] {
  try {
    return [JSON.parse(text)].flat();
  } catch {
    return text.split("\n").map((line) => JSON.parse(line));
  }
}

/** From `--checkpoint` (a checkpoint, a list of them, or a paper as JSON), each with its signature checked by `--key`. */
function givenCheckpoints(values: Values): Checkpoint[] {
  if (values.checkpoint === undefined) return [];
  const pem = readFileSync(required(values.key, "--key"), "utf8");
  const read: unknown = JSON.parse(readFileSync(values.checkpoint, "utf8"));
  const { checkpoint, checkpoints, head } = Object(read) as Record<string, unknown>;
  const found = Array.isArray(read)
    ? read
    : [...(Array.isArray(checkpoints) ? checkpoints : []), ...(checkpoints === undefined ? [] : [head])];
  const all = found.length > 0 ? found : [checkpoint ?? read];
  return all.map((one) => {
    const parsed = Checkpoint.safeParse(one);
    if (!parsed.success) throw new Unusable(`${values.checkpoint} holds no checkpoint.`);
    if (!isSignedBy(parsed.data, pem))
      throw new Error(`The checkpoint at entry ${parsed.data.seq} is not signed by this key.`);
    return parsed.data;
  });
}
