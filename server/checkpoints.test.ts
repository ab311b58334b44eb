import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkpointsOf } from "#db/checkpoints";
import { publicStateFor } from "#db/follow";
import { migrateStore } from "#db/migrate";
import { closeStore, openStore, type Store } from "#db/open";
import { headOf } from "#db/record";
import { CHECKPOINT_EVERY, Checkpoint } from "#deliberation/checkpoint";
import { compile } from "#deliberation/compile";
import { type Hash, ReportId, type Seq } from "#deliberation/ids";
import { Seat } from "#deliberation/seat";
import { REPORT } from "../deliberation/testing/report.ts";
import { checkBeforeServing, checkRecord } from "./check.ts";
import { Checkpoints } from "./checkpoints.ts";
import { seatDemonstration } from "./demonstration.ts";
import { RecordKeeper } from "./keeper.ts";
import { paperOf } from "./papers.ts";
import { enter } from "./publish.ts";
import { CheckpointKey, isSignedBy } from "./signing.ts";

const report = ReportId.parse("A-63-677");
const secretariat = Seat.parse({ as: "administrator", person: "00000000-0000-4000-8000-000000000001" });
let dataDir: string;
let store: Store;

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), "checkpoints-"));
  store = openStore(dataDir);
  migrateStore(store);
  await seatDemonstration(store, new RecordKeeper(store), { password: "a-password-for-tests" });
});
afterEach(() => {
  closeStore(store);
  rmSync(dataDir, { recursive: true, force: true });
});

async function growTo(seq: number): Promise<void> {
  const keeper = new RecordKeeper(store);
  for (let n: number = headOf(store, report).seq; n < seq; n += 1) {
    const names = { en: `Tree ${n}` };
    await enter(keeper, report, secretariat, {
      kind: "delegation.admitted",
      delegation: `tree-${n}`,
      delegationKind: "member",
      names,
    });
  }
}

test("[R10] every hundredth entry has a checkpoint, kept with it in one transaction, signed and holding", async () => {
  await growTo(2 * CHECKPOINT_EVERY + 3);
  const kept = checkpointsOf(store, report);
  expect(kept.map(({ seq }) => seq)).toEqual([100, 200]);
  const { publicPem } = new CheckpointKey(dataDir);
  expect(kept.every((one) => isSignedBy(one, publicPem))).toBe(true);
  expect(checkRecord(store, report)).toMatchObject({
    intact: true,
    provenTo: 203,
    checkpoints: { own: 2, foreign: 0 },
  });
  expect(() => store.sqlite.exec("DELETE FROM checkpoints")).toThrow(/never changes/);
  expect(() => store.sqlite.exec("UPDATE checkpoints SET json = ''")).toThrow(/never changes/);
});

test("[R10] a store whose checkpoint was altered is not served, nor one rewritten below it", async () => {
  await growTo(CHECKPOINT_EVERY);
  checkBeforeServing(store);
  store.sqlite.exec("DROP TRIGGER checkpoints_no_update");
  const [kept] = checkpointsOf(store, report);
  const put = (changed: object) =>
    store.sqlite.prepare("UPDATE checkpoints SET json = ?").run(JSON.stringify({ ...kept, ...changed }));
  put({ hash: "a".repeat(64) });
  expect(() => checkBeforeServing(store)).toThrow(/entry 100 \(not-as-checkpointed\)/);
  put({ epoch: "another" });
  expect(() => checkBeforeServing(store)).toThrow(/A checkpoint of A-63-677 at entry 100 was altered/);
  put({});
  checkBeforeServing(store);
});

test("a signature holds for these words and this key alone, and is the same each time", () => {
  const key = new CheckpointKey(dataDir);
  expect(new CheckpointKey(dataDir).publicPem).toBe(key.publicPem);
  expect(statSync(path.join(dataDir, "checkpoint-key.pem")).mode & 0o777).toBe(0o600);
  const words = { report, epoch: "e", seq: 7 as Seq, hash: "b".repeat(64) as Hash, at: null };
  const signed = Checkpoint.parse(key.sign(words));
  expect(key.sign(words)).toEqual(signed);
  expect(isSignedBy(signed, key.publicPem)).toBe(true);
  for (const change of [
    { seq: 8 as Seq },
    { hash: "c".repeat(64) as Hash },
    { epoch: "f" },
    { report: ReportId.parse("B-1") },
  ]) {
    expect(isSignedBy({ ...signed, ...change }, key.publicPem), JSON.stringify(change)).toBe(false);
  }
  const elsewhere = mkdtempSync(path.join(tmpdir(), "checkpoints-"));
  expect(isSignedBy(signed, new CheckpointKey(elsewhere).publicPem)).toBe(false);
  rmSync(elsewhere, { recursive: true });
});

test("every paper carries the signed checkpoint of the entry it is as of, and stays the same bytes", async () => {
  const { seq } = headOf(store, report);
  const paper = async (format: "csv" | "json") => {
    const compilation = compile(publicStateFor(store, report, seq - 3));
    const source = {
      compilation,
      report: REPORT,
      checkpoint: new Checkpoints(store).of(report, compilation.asOf),
    };
    return Buffer.from(await paperOf({ source, format, lang: "zh", choice: {} })).toString();
  };
  const { checkpoint, compilation } = JSON.parse(await paper("json"));
  expect(checkpoint).toMatchObject({ seq: seq - 3, hash: compilation.asOf.hash });
  expect(isSignedBy(Checkpoint.parse(checkpoint), new CheckpointKey(dataDir).publicPem)).toBe(true);
  expect(await paper("csv")).toContain(checkpoint.signature);
  expect([await paper("csv"), await paper("json")]).toEqual([await paper("csv"), await paper("json")]);
});
