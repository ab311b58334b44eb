/** Rooms of several: a group's, in which its members write together, and the facilitators' podium. */
import { v7 } from "uuid";
import { DRAFTS_ROOT, textRoot } from "#deliberation/draft";
import { DraftId } from "#deliberation/ids";
import { REPORT } from "../stage.ts";
import type { Reach } from "./oracle.ts";
import { delegationOf, type Step, type World } from "./world.ts";

export const GROUP = "grove";
const MEMBERS = 4;
const LONG_AGO = "2020-01-01T00:00:00.000Z";
const FAR = "2999-01-01T00:00:00.000Z";

/** Before the walk: some delegations form a group, and a wording is put under silence. */
export async function begins(world: World): Promise<void> {
  const { cast } = world;
  const members = cast.heads.slice(0, MEMBERS).map(delegationOf);
  const secretariat = world.desk(cast.administrator);
  const [group, speaker] = [GROUP, members[0]];
  const asked: object[] = [
    { kind: "group.formed", group, names: { en: "Grove" } },
    ...members.map((delegation) => ({
      ...{ kind: "group.membership.changed", group, delegation, change: "joined" },
    })),
    { kind: "speaking.granted", group, delegation: speaker, from: LONG_AGO, until: null },
    { kind: "silence.started", wording: "A wording.", ideas: ["17-1"], lang: "en", closesAt: FAR },
  ];
  for (const one of asked) {
    const { status, body } = await secretariat.submits({ id: v7(), ...one });
    if (status !== 201) throw new Error(`the walk could not begin: ${JSON.stringify(body)}`);
    world.underSilence = (body as { entry: { header: { seq: number } } }).entry.header.seq;
  }
  world.members = members;
}

/** By heads and drafters of its members, in the draft of what the group may state. */
export const draftsTogether: Step = (world) => {
  const { random, cast, stage } = world;
  const ours = [...cast.heads, ...cast.drafters].filter(({ delegation }) => inGroup(world, delegation));
  const draft = `position.${random.of(stage.ideas)}.${GROUP}`;
  const reach: Reach = { in: "group", members: world.members };
  return writes(world, random.of(ours), `drafts/${REPORT}/${GROUP}`, draft, reach, "group");
};

/** What a facilitator prepares as the answer to a comment. */
export const prepares: Step = (world) => {
  const { random, cast } = world;
  const draft = `disposition.${world.said.at(-1)?.seq ?? random.between(1, 90)}`;
  return writes(world, cast.facilitator, `podium/${REPORT}`, draft, { in: "podium" }, "podium");
};

function writes(
  world: World,
  one: Parameters<World["desk"]>[0],
  room: string,
  draft: string,
  reach: Reach,
  owner: string,
): () => Promise<void> {
  const [words, reason] = [world.canaries.fresh(owner), world.canaries.fresh(owner)];
  for (const secret of [words, reason]) world.canaries.add(secret, reach);
  return async () => {
    const { doc } = await world.writer(one, room);
    doc.getText(textRoot("words", DraftId.parse(draft))).insert(0, `${words}\n`);
    doc.getMap(DRAFTS_ROOT).set(`${draft}/where`, reason);
    world.counted(`drafted in the ${owner} room`);
  };
}

function inGroup(world: World, delegation: string | null): boolean {
  return delegation !== null && world.members.includes(delegation);
}
