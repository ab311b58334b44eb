/** Clearing, rightly or not: what was not cleared by one with the right must not be admitted. */
import { v7 } from "uuid";
import { API } from "../desk.ts";
import type { Seated } from "../stage.ts";
import { type Asked, shown } from "./ask.ts";
import type { Home } from "./cast.ts";
import { fromElsewhere, nobodysCookie, signedAsAnother } from "./disguises.ts";
import type { ForgeWorld } from "./world.ts";

interface Cleared {
  by: Seated | null;
  wrong: number[][];
}

const UNCLEARED: Cleared = { by: null, wrong: [[409]] };

/** @returns who cleared exactly this, if anybody rightly did. */
export async function cleared(
  world: ForgeWorld,
  home: Home,
  draft: string,
  content: object,
): Promise<Cleared> {
  const { random } = world;
  if (random.chance(0.6)) return rightly(world, home, draft, content);
  const { drafter, submitter, wavering, capital, reader, formerSubmitter } = home;
  const { facilitator, administrator, reviewer } = world.cast;
  const other = world.otherHome(home);
  const expect = async (asked: Asked, ...statuses: number[]) => {
    const { status } = await world.ask(asked);
    if (!statuses.includes(status))
      world.ledger.violations.push(
        `a clearing was answered ${status} instead of ${statuses}: ${shown(asked)}`,
      );
  };
  const act = random.of<() => Promise<unknown>>([
    async () => null,
    () => expect(world.clearing(home.head, draft, { ...content, lang: "fr" }), 201),
    () => expect(world.clearing(home.clearer, elsewhere(world, draft), content), 201),
    // Another delegation's clearance of the same words in a draft of the same name.
    () => expect(world.clearing(other.head, draft, content), 201),
    () =>
      expect(
        world.clearing(
          random.of([
            drafter,
            submitter,
            wavering,
            capital,
            reader,
            formerSubmitter,
            facilitator,
            administrator,
            reviewer,
          ]),
          draft,
          content,
        ),
        403,
      ),
    async () =>
      expect(
        (await nobodysCookie(world.clearing(home.head, draft, content), random, home, home.head)).asked,
        401,
      ),
    () => expect(fromElsewhereAlways(world, world.clearing(home.head, draft, content)), 403),
    () => {
      const asked = world.clearing(other.head, draft, content);
      const { body } = signedAsAnother({ content }, random, home.head);
      // With nothing but what it may hold; else refused. Either way it is the other delegation's.
      return expect({ ...asked, body }, 400, 201);
    },
    () => spent(world, home, draft, content),
  ]);
  await act();
  return UNCLEARED;
}

async function rightly(world: ForgeWorld, home: Home, draft: string, content: object): Promise<Cleared> {
  const by = world.random.of([home.head, home.clearer]);
  const { status } = await world.ask(world.clearing(by, draft, content));
  if (status !== 201) world.ledger.violations.push(`a rightful clearing was refused with ${status}`);
  return { by, wrong: [] };
}

/** [C6] Cleared, and used up by a submission that was rightly admitted. */
async function spent(world: ForgeWorld, home: Home, draft: string, content: object): Promise<void> {
  const { by } = await rightly(world, home, draft, content);
  const submission = { id: v7(), kind: String((content as { kind: string }).kind), draft, content };
  const { status, body } = await world.ask(world.request(home.head, `${API}/submissions`, submission));
  if (status !== 201) return;
  const { seq } = (body as { entry: { header: { seq: number } } }).entry.header;
  world.ledger.entries.set(submission.id, {
    ...{
      seq,
      delegation: home.delegation,
      capacity: "national",
      submitted: home.head,
      cleared: by,
      submission,
    },
    drafted: world.ledger.drafters(home.delegation, draft),
  });
}

function elsewhere(world: ForgeWorld, draft: string): string {
  return draft.startsWith("correction") ? world.draft("correction") : world.draft("comment");
}

function fromElsewhereAlways(world: ForgeWorld, asked: Asked): Asked {
  for (;;) {
    const disguise = fromElsewhere(asked, world.random, world.origin);
    if (!disguise.refusedWith.includes(201)) return disguise.asked;
  }
}
