/** Who works while the power may go: heads submit, drafters write, until they are told to stop. */
import { DraftWriter } from "../draft-writer.ts";
import type { Random } from "../random.ts";
import type { Stage } from "../stage.ts";
import { TracedDesk, type WrittenFrames } from "./traced-desk.ts";

interface Writing {
  /** Tells these words from those of an earlier work on the same store. */
  name: string;
  origin: string;
  ms: number;
  random: Random;
}

export interface Written {
  epoch: string;
  frames: Map<string, WrittenFrames>;
}

export async function writeFor(stage: Stage, { name, origin, ms, random }: Writing): Promise<Written> {
  const { epoch } = await new TracedDesk(stage.reviewer, origin).record();
  const going = { on: true };
  const [heads, drafters] = [stage.heads, stage.drafters].map((all) =>
    all.map((one) => new TracedDesk(one, origin)),
  ) as [TracedDesk[], TracedDesk[]];
  const all = [
    ...heads.map((desk) => submitting(desk, name, going, stage.ideas, random)),
    ...drafters.map((desk) => drafting(desk, name, going, stage.ideas, epoch, random)),
  ];
  // Who fails ends the work; the others write until the time is over.
  const working = Promise.all(all);
  await Promise.race([working, new Promise((over) => setTimeout(over, ms))]);
  going.on = false;
  await working;
  return { epoch, frames: new Map(drafters.flatMap((desk) => [...desk.written])) };
}

async function submitting(
  desk: TracedDesk,
  name: string,
  going: { on: boolean },
  ideas: string[],
  random: Random,
) {
  for (let n = 0; going.on; n += 1) {
    const words = `said ${name}.${desk.seated.delegation}.${n} ${"on and on ".repeat(random.below(60))}`;
    const { status } = await desk.states(random.of(ideas), words.trim());
    if (status !== 201) throw new Error(`a submission was answered ${status}`);
  }
}

/** Comes and goes: a room that its last writer leaves is compacted and begins anew from the store. */
async function drafting(
  desk: TracedDesk,
  name: string,
  going: { on: boolean },
  ideas: string[],
  epoch: string,
  random: Random,
) {
  let writer = new DraftWriter(desk, epoch);
  await writer.join();
  for (let n = 0; going.on; n += 1) {
    if (writer.closedWith !== null) throw new Error(`a draft room was closed with ${writer.closedWith}`);
    writer.write(`position.${random.of(ideas)}`, `drafted ${name}.${desk.seated.delegation}.${n}`);
    await new Promise((over) => setTimeout(over, random.between(20, 60)));
    if (!random.chance(0.03)) continue;
    writer.leave();
    writer = new DraftWriter(desk, epoch);
    await writer.join();
  }
  writer.leave();
}
