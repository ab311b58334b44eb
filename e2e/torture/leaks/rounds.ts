/** Rounds that end and begin, and what is said between two: words that come late, sealed until they are admitted. */
import { v7 } from "uuid";
import type { Seated } from "../stage.ts";
import { type Audience, narrowest } from "./oracle.ts";
import { placed, submitted } from "./saying.ts";
import { delegationOf, type Step, type World } from "./world.ts";

const FAR = "2999-01-01T00:00:00.000Z";

/** The round is closed and another opened, in which everything is heard by so many only, or bears nobody's name. */
export const opensRound: Step = (world) => {
  const { random, cast } = world;
  const audience = random.of<Audience>(["everyone", "everyone", "facilitators", "secretariat"]);
  const attribution = random.of(["attributed", "attributed", "unattributed"]);
  const one: Seated = random.of([cast.facilitator, cast.administrator]);
  const late = random.shuffled(cast.heads).slice(0, 3);
  const words = late.map((head) => saysLate(world, head));
  return async () => {
    const desk = world.desk(one);
    const id = String(Number(world.round.id) + 1);
    await desk.submits({ id: v7(), kind: "round.closed", round: world.round.id });
    for (const say of words) await say();
    const modalities = {
      ...{ attribution, audience, totals: true },
      languages: ["ar", "zh", "en", "fr", "ru", "es"],
    };
    const asked = { id: v7(), kind: "round.opened", round: id, session: 81, closesAt: FAR, modalities };
    const opened = await desk.submits(asked);
    if (opened.status !== 201) throw new Error(`no round could be opened: ${JSON.stringify(opened.body)}`);
    world.round = { id, audience, named: attribution === "attributed" };
    world.counted("rounds");
  };
};

/** [G2] [G6] For the facilitators alone; once admitted, for all who hear the round. */
function saysLate(world: World, head: Seated): () => Promise<void> {
  const { random, cast, canaries } = world;
  const of = delegationOf(head);
  const words = canaries.fresh(of);
  const idea = random.of(world.stage.ideas);
  const content = { kind: "position.stated", idea, stance: "support", words, ...placed(world), late: true };
  const admitter = random.of([cast.facilitator, cast.administrator, null]);
  return async () => {
    const desk = world.desk(head);
    const draft = `position.${idea}`;
    canaries.admit([words], { in: "drafts", of });
    if ((await desk.clears({ draft, content })).status !== 201) return world.counted("not late");
    const { audience } = world.round;
    const asked = { id: v7(), kind: "position.stated", draft, content };
    const sealed = { in: "entry", of, audience: narrowest("facilitators", audience) } as const;
    const entry = await submitted(world, desk, asked, [words], sealed);
    if (entry === null || admitter === null) return;
    const admission = { id: v7(), kind: "late.admitted", entry };
    const admitted = await submitted(world, world.desk(admitter), admission, [words], {
      ...{ in: "entry", of, audience },
    });
    world.counted(admitted === null ? "late" : "late and admitted");
  };
}
