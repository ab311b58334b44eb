/** Records alike in all but this: of what was said without attribution, two Member States are exchanged as authors. */
import fc from "fast-check";
import { STANCES } from "../entry.ts";
import { facilitator, World } from "./world.ts";

const FAR = "2027-11-27T23:00:00.000Z";
const EXCHANGED: Readonly<Record<string, string>> = { alder: "birch", birch: "alder" };

const act = fc.record({
  what: fc.constantFrom(
    "state",
    "state",
    "comment",
    "comment",
    "withdraw",
    "correct",
    "align",
    "cite",
    "dispose",
  ),
  who: fc.constantFrom("alder", "birch", "cedar", "elm"),
  idea: fc.constantFrom("17-1", "17-3"),
  stance: fc.constantFrom(...STANCES),
  words: fc.constantFrom("We agree.", "保护责任", "الحماية", "Nous sommes d'accord."),
  lang: fc.constantFrom("en", "zh", "ar", "fr"),
  audience: fc.constantFrom("everyone", "everyone", "facilitators", "secretariat"),
  nth: fc.nat(30),
});
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/**
 * A round by name, one without attribution, one by name again; then one more without.
 * @param by who does what was asked of `who` while names are kept back.
 */
function played(acts: readonly Act[], by: (who: string) => string): World {
  const world = World.opened({ closesAt: FAR });
  world.admits("elm", "member");
  acts.forEach((one, index) => {
    const round = Math.floor((4 * index) / acts.length) + 1;
    while (Object.keys(world.state.rounds).length < round) {
      const last = Object.keys(world.state.rounds).length;
      world.enters({ kind: "round.closed", round: `${last}` }, facilitator);
      world.opens(`${last + 1}`, FAR, { attribution: last % 2 === 1 ? "unattributed" : "attributed" });
    }
    done(world, { ...one, who: round % 2 === 0 ? by(one.who) : one.who }, `${round}`);
  });
  return world;
}

function done(world: World, act: Omit<Act, "who"> & { who: string }, round: string) {
  const { what, who, idea, stance, words, lang, audience, nth } = act;
  const target = { on: "idea", idea };
  const own = world.entries.filter(
    ({ body, provenance }) =>
      (body.by.delegation === who || provenance.author === who) && "round" in body && body.round === round,
  );
  const [mine] = own.slice(nth % Math.max(own.length, 1));
  const seq = mine?.header.seq ?? 1;
  const replyTo = nth % 3 === 0 ? nth + 12 : undefined;
  switch (what) {
    case "state":
      return world.states(who, idea, stance, { words, lang, round });
    case "comment":
      return world.comments(who, { target, words, lang, audience, replyTo, round });
    case "withdraw": {
      const isPosition = mine !== undefined && "stance" in mine.body;
      return world.withdraws(who, isPosition ? "position.withdrawn" : "comment.withdrawn", seq);
    }
    case "correct":
      return world.corrects(who, seq, words);
    case "align":
      // By name, also then: what is declared of what bears a name is no part of what is exchanged.
      return round === "1" || round === "3" ? world.aligns(who, nth + 12) : null;
    case "dispose":
      return world.disposes([nth + 12], "not-reflected", { reason: words });
    case "cite":
      return world.brings(who, { round, lang });
  }
}

/** The same deliberation twice: as it was, and with alder and birch exchanged where no name was told. */
export const exchangedPair: fc.Arbitrary<{ one: World; other: World }> = fc
  .array(act, { minLength: 12, maxLength: 40, size: "max" })
  .map((acts) => ({
    one: played(acts, (who) => who),
    other: played(acts, (who) => EXCHANGED[who] ?? who),
  }));

/** Whether something said without attribution had an author who was exchanged for another. */
export function tellsNothing({ entries }: World): boolean {
  return entries.every(
    ({ provenance }) => provenance.author === undefined || !(provenance.author in EXCHANGED),
  );
}
