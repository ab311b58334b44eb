/** Records of every shape for property tests: what an assembly asks at random, and of it what was admitted. */
import fc from "fast-check";
import { type Audience, type Entry, STANCES } from "../entry.ts";
import { assembly, type World } from "./world.ts";

/** The same cases on every run; a failing one is printed with its path and becomes a named test. */
export const SEEDED = { seed: 63_677, numRuns: 60 } as const;

const DELEGATIONS = ["alder", "birch", "cedar", "willow"] as const;
const IDEAS = ["17-2", "17-10", "18-1"] as const;
const AUDIENCES = ["everyone", "facilitators", "secretariat"] as const;

const said = fc.oneof(
  fc.constantFrom("We agree.", "保护责任", "\u0627\u0644\u062d\u0645\u0627\u064a\u0629", '=1+1,"x"\r\ny'),
  fc.string({ unit: "binary", minLength: 1, maxLength: 12 }).map((words) => `w${words}w`),
);
const delegation = fc.constantFrom(...DELEGATIONS);
const earlier = fc.nat({ max: 40 });

export type Act = (w: World) => unknown;

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .record({
        who: delegation,
        idea: fc.constantFrom(...IDEAS),
        stance: fc.constantFrom(...STANCES),
        words: said,
      })
      .map(({ who, idea, stance, words }) => (w: World) => {
        const wording = stance === "support-with-wording" ? { wording: `${words} instead` } : {};
        return w.states(who, idea, stance, { words, ...wording });
      }),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({ who: delegation, idea: fc.constantFrom(...IDEAS), words: said, audience: audiences() })
      .map(
        ({ who, idea, words, audience }) =>
          (w: World) =>
            w.comments(who, idea, words, { audience }),
      ),
  },
  fc.record({ who: delegation, replyTo: earlier, words: said, audience: audiences() }).map(
    ({ who, words, ...rest }) =>
      (w: World) =>
        w.comments(who, { on: "report" }, words, rest),
  ),
  fc.record({ who: delegation, entry: earlier }).map(
    ({ who, entry }) =>
      (w: World) =>
        w.withdraws(who, entry),
  ),
  fc.record({ who: delegation, entry: earlier, words: said }).map(
    ({ who, entry, words }) =>
      (w: World) =>
        w.corrects(who, entry, words),
  ),
  fc.record({ audience: audiences(), totals: fc.boolean() }).map((modalities) => (w: World) => {
    const last = Object.keys(w.state.rounds).length;
    w.closes(`${last}`);
    return w.opens(`${last + 1}`, { closes: "2027-01-01 18:00", ...modalities });
  }),
  fc
    .constantFrom("joined" as const, "left" as const)
    .map((change) => (w: World) => w.moves("alder", change, "northern-grove")),
  fc.constantFrom(...IDEAS).map((idea) => (w: World) => w.withdrawsIdea(idea)),
  fc.nat({ max: 59 }).map((minute) => (w: World) => w.at(`11:${String(minute).padStart(2, "0")}`)),
);

/** What the assembly does; played on a world it makes a record, always the same one. */
export const anyActs: fc.Arbitrary<Act[]> = fc.array(act, { maxLength: 25 });

export const anyRecord: fc.Arbitrary<Entry[]> = anyActs.map((acts) => {
  const w = assembly({ closes: "2027-01-01 18:00" });
  for (const one of acts) one(w);
  return w.entries;
});

function audiences(): fc.Arbitrary<Audience> {
  return fc.constantFrom(...AUDIENCES);
}
