/** SIGKILL at any moment, under twenty writers: what was answered 201 or called saved is there afterwards. */
import { readDraftRoom } from "./aftermath.ts";
import { Desk } from "./desk.ts";
import { DraftWriter } from "./draft-writer.ts";
import type { Fault, Outcome, Round } from "./fault.ts";
import { ServerProcess } from "./process.ts";
import { dropFolder, REPORT, type Stage, stageOf } from "./stage.ts";

const WRITERS = 10;
/** It is killed after so many acknowledgements at most, wherever it then is; fifty on the average, however fast the machine. */
const MOST_ACKNOWLEDGED = 105;
const MOST_MS = 6_000;

export const kills: Fault = {
  name: "kills",
  invariant: "no acknowledged submission or saved draft is lost",
  unit: "kills",
  counts: { short: 25, hour: 200, full: 1_000 },
  twins: ["acknowledge-before-commit"],
  twinCount: 5,
  run,
};

async function run({ count, random, twin }: Round): Promise<Outcome> {
  const stage = await stageOf(WRITERS);
  const server = await ServerProcess.started({ dataDir: stage.dataDir, twin });
  const epoch = await epochAt(stage, server.origin);
  /** Entry's number by the words of it that were answered 201. */
  const recorded = new Map<string, number>();
  const saved = new Map<string, Set<string>>();
  const violations: string[] = [];
  let done = 0;
  try {
    for (; done < count && violations.length === 0; done += 1) {
      const going = { on: true };
      const writers = stage.drafters.map((one) => new DraftWriter(new Desk(one, server.origin), epoch));
      const work = [
        ...stage.heads.map((head, n) =>
          submitting(new Desk(head, server.origin), going, recorded, `${done}.${n}`, stage),
        ),
        ...writers.map((writer, n) => drafting(writer, going, `${done}.${n}`, stage)),
      ];
      const heard = () => recorded.size + writers.reduce((sum, { saved }) => sum + saved.size, 0);
      const [enough, latest] = [recorded.size + random.below(MOST_ACKNOWLEDGED), performance.now() + MOST_MS];
      while (heard() < enough && performance.now() < latest) await pause(2);
      await pause(random.below(25));
      await server.kill();
      going.on = false;
      await Promise.all(work);
      writers.forEach((writer, n) => {
        const delegation = stage.drafters[n]?.delegation ?? "";
        const known = saved.get(delegation) ?? new Set();
        for (const words of writer.saved) known.add(words);
        saved.set(delegation, known);
        writer.leave();
      });
      await server.start();
      violations.push(...(await lost(stage, server.origin, recorded, saved)));
    }
  } finally {
    await server.kill();
    dropFolder(stage.dataDir);
  }
  const drafts = [...saved.values()].reduce((sum, one) => sum + one.size, 0);
  return {
    done,
    violations,
    figures: { acknowledgements: recorded.size + drafts, entries: recorded.size, drafts },
  };
}

async function submitting(
  desk: Desk,
  going: { on: boolean },
  recorded: Map<string, number>,
  name: string,
  stage: Stage,
): Promise<void> {
  for (let n = 0; going.on; n += 1) {
    const words = `said ${name}.${n}`;
    try {
      const { status, body } = await desk.states(stage.ideas[n % stage.ideas.length] ?? "17-1", words);
      if (status !== 201) continue;
      recorded.set(words, (body as { entry: { header: { seq: number } } }).entry.header.seq);
    } catch {
      // The server is gone: what was asked and not answered may be there or not.
      return;
    }
  }
}

async function drafting(
  writer: DraftWriter,
  going: { on: boolean },
  name: string,
  stage: Stage,
): Promise<void> {
  await writer.join();
  for (let n = 0; going.on && writer.closedWith === null; n += 1) {
    writer.write(`position.${stage.ideas[n % stage.ideas.length]}`, `drafted ${name}.${n}`);
    await pause(25);
  }
}

async function lost(
  stage: Stage,
  origin: string,
  recorded: Map<string, number>,
  saved: Map<string, Set<string>>,
): Promise<string[]> {
  const { entries } = await new Desk(stage.reviewer, origin).record();
  const at = new Map(entries.map(({ header, body }) => [header.seq, body?.words]));
  const missing = [...recorded].filter(([words, seq]) => at.get(seq) !== words);
  const found = missing.map(([words, seq]) => `entry ${seq}, answered 201 with "${words}", is not there`);
  for (const [delegation, words] of saved) {
    const room = readDraftRoom(stage.dataDir, `${REPORT}/${delegation}`);
    for (const one of words)
      if (!room.includes(`${one}\n`)) found.push(`"${one}" of ${delegation} was saved and is gone`);
  }
  return found;
}

async function epochAt(stage: Stage, origin: string): Promise<string> {
  const { body } = await new Desk(stage.reviewer, origin).ask(
    "GET",
    `/api/v1/reports/${REPORT}/record?limit=1`,
  );
  return (body as { epoch: string }).epoch;
}

function pause(ms: number): Promise<void> {
  return new Promise((over) => setTimeout(over, ms));
}
