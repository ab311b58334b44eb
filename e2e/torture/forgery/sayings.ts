/** What somebody might ask of the record, rightly or not, with the statuses it may be refused with. */
import { v7 } from "uuid";
import type { Home } from "./cast.ts";
import { cleared } from "./clearing.ts";
import { mayNot, type Saying, speaker } from "./saying.ts";
import type { ForgeWorld } from "./world.ts";

const FAR = "2999-01-01T00:00:00.000Z";
const MODALITIES = { attribution: "attributed", audience: "everyone", totals: true, languages: ["en"] };

export async function newWords(world: ForgeWorld, home: Home): Promise<Saying> {
  const { random, stage } = world;
  world.made += 1;
  const actor = speaker(world, home);
  const place = { lang: "en", textVersion: 1, round: "2" };
  const isPosition = random.chance(0.25);
  const words = `said in trial ${world.made}`;
  const forGroup = isPosition && random.chance(0.2);
  // Few, so that a delegation comes back to what it said before.
  const idea = random.of(stage.ideas.slice(0, 3));
  const content = isPosition
    ? {
        kind: "position.stated",
        idea,
        stance: "support",
        words,
        ...place,
        ...(forGroup ? { onBehalfOf: "grove-1" } : {}),
      }
    : {
        kind: "comment.made",
        audience: "everyone",
        target: { on: "report" },
        commentKind: "general",
        words,
        ...place,
      };
  const draft = isPosition ? `position.${idea}` : world.draft("comment");
  if (random.chance(0.3)) await world.writes(random.of([home.head, home.drafter]), draft);
  const clearance = await cleared(world, home, draft, content);
  return {
    actor,
    submission: { id: v7(), kind: content.kind, draft, content },
    wrong: [...mayNot(world, actor, "speak"), ...(forGroup ? [[403]] : []), ...clearance.wrong],
    ok: 201,
    author: { delegation: home.delegation, capacity: "national" },
    cleared: clearance.by,
    stands: isPosition ? "position" : "comment",
  };
}

/** Of an entry of its own, or of another's. */
export async function ofAnEntry(world: ForgeWorld, home: Home): Promise<Saying> {
  const { random } = world;
  if (world.standing.length === 0) return newWords(world, home);
  const own = world.standing.filter((one) => one.delegation === home.delegation && one.kind === "comment");
  const entry = own.length > 0 && random.chance(0.5) ? random.of(own) : random.of(world.standing);
  if (entry.delegation === home.delegation && entry.kind === "position") return newWords(world, home);
  const actor = speaker(world, home);
  const others = entry.delegation === home.delegation ? [] : [[422]];
  const saying = {
    ...({ actor, ok: 201, stands: null } as const),
    author: { delegation: home.delegation, capacity: "national" },
  };
  if (random.chance(0.5)) {
    const after = () => {
      world.standing = world.standing.filter((one) => one !== entry);
    };
    const submission = { id: v7(), kind: `${entry.kind}.withdrawn`, entry: entry.seq };
    return {
      ...saying,
      submission,
      wrong: [...mayNot(world, actor, "speak"), ...others],
      cleared: null,
      after,
    };
  }
  const draft = world.draft("correction");
  const content = {
    kind: "entry.corrected",
    entry: entry.seq,
    words: "better words",
    lang: "en",
    reason: "a slip",
  };
  const clearance = await cleared(world, home, draft, content);
  const wrong = [...mayNot(world, actor, "speak"), ...others, ...clearance.wrong];
  return {
    ...saying,
    submission: { id: v7(), kind: content.kind, draft, content },
    wrong,
    cleared: clearance.by,
  };
}

/** What belongs to facilitators or the secretariat. */
export async function ofOffice(world: ForgeWorld, home: Home): Promise<Saying> {
  const { random } = world;
  const actor = random.chance(0.3) ? world.cast.administrator : speaker(world, home);
  const [id, done] = [v7(), [[409]]];
  world.made += 1;
  const rounds = () => mayNot(world, actor, "run rounds");
  const keep = () => mayNot(world, actor, "keep");
  const names = { en: "Grove" };
  const [submission, wrong] = random.of<() => [Saying["submission"], number[][]]>([
    () => [
      { id, kind: "round.opened", round: "7", session: 81, closesAt: FAR, modalities: MODALITIES },
      [...rounds(), ...done],
    ],
    () => [{ id, kind: "round.closed", round: "77" }, [...rounds(), ...done]],
    () => [
      { id, kind: "round.extended", round: "77", closesAt: FAR, reason: "none", lang: "en" },
      [...rounds(), ...done],
    ],
    () => [
      { id, kind: "round.reopened", round: "77", closesAt: FAR, reason: "none", lang: "en" },
      [...rounds(), ...done],
    ],
    () => [{ id, kind: "plan.withdrawn", round: "77", reason: "none", lang: "en" }, [...rounds(), ...done]],
    () => [{ id, kind: "group.formed", group: `grove-${world.made + 10}`, names }, keep()],
    () => [
      { id, kind: "delegation.admitted", delegation: home.delegation, delegationKind: "member", names },
      [...keep(), ...done],
    ],
    () => [{ id, kind: "idea.withdrawn", idea: "99-9", reason: "none" }, [...keep(), [422]]],
  ])();
  const author = { delegation: null, capacity: "secretariat" };
  return { actor, submission, wrong, ok: 201, author, cleared: null, stands: null };
}

/** What was admitted before, under the same id: by whom it was, by another, or with other words. */
export async function again(world: ForgeWorld, home: Home): Promise<Saying> {
  const { random, ledger } = world;
  const before = [...ledger.entries.values()].filter(({ submission }) => "content" in submission);
  if (before.length === 0) return newWords(world, home);
  const own = before.filter((one) => one.delegation === home.delegation);
  // An answer that was lost may be asked for again when the same draft has been submitted anew.
  const overtaken = own.filter((one) =>
    own.some((other) => other.seq > one.seq && other.submission.draft === one.submission.draft),
  );
  const { submission, delegation } = random.of(
    random.of([overtaken, own, before].filter(({ length }) => length > 0)),
  );
  const actor = speaker(world, home);
  const changed = random.chance(0.3);
  const content = submission.content as object;
  const reworded = { ...submission, content: { ...content, words: "words put in its place" } };
  const taken = changed || delegation !== home.delegation ? [[409]] : [];
  return {
    actor,
    submission: (changed ? reworded : submission) as Saying["submission"],
    wrong: [...mayNot(world, actor, "speak"), ...taken],
    ok: 200,
    author: { delegation, capacity: "national" },
    cleared: null,
    stands: null,
  };
}
