/** Records of every shape for property tests: what an assembly asks at random, and of that what was admitted. */
import fc from "fast-check";
import { allHeld } from "../by-seq.ts";
import { type Audience, OUTCOMES, STANCES } from "../entry.ts";
import { movedDeadline, outcomeOf } from "../silence.ts";
import { settledStatement } from "../state.ts";
import { facilitator, MEMBERS, secretariat, World } from "./world.ts";

const WITHDRAWAL: Record<string, Parameters<World["withdraws"]>[1]> = {
  "comment.made": "comment.withdrawn",
  "reply.exercised": "comment.withdrawn",
  "alignment.declared": "declaration.withdrawn",
  "wording.associated": "declaration.withdrawn",
  "dissociation.declared": "declaration.withdrawn",
  "statement.made": "statement.withdrawn",
  "unattributed.commented": "comment.withdrawn",
};
const FAR = "2027-11-27T23:00:00.000Z";
const LATER = "2028-11-27T23:00:00.000Z";
const IDEAS = ["17-1", "17-3", "28-1"];

/** Something the assembly does; what the rules forbid is refused and leaves no trace. */
export type Act = (world: World) => unknown;

const who = fc.constantFrom(...MEMBERS, "willow");
const idea = fc.constantFrom(...IDEAS);
/** Numbers of entries, some of them of no entry that can be answered. */
const entry = fc.integer({ min: 12, max: 50 });
const audience = fc.constantFrom<Audience>("everyone", "facilitators", "secretariat");
const words = fc.oneof(
  fc.constantFrom("We agree.", "保护责任", "الحماية", '=1+1,"x"\r\ny'),
  fc.string({ unit: "binary", maxLength: 12 }).map((any) => `«${any}»`),
);

const stating = fc.record({ who, idea, words, stance: fc.constantFrom(...STANCES) }).map(
  ({ who, idea, stance, words }): Act =>
    (world) =>
      world.states(who, idea, stance, { words, ...roundOf(world) }),
);
const commenting = fc
  .record({ who, audience, words, idea, replyTo: fc.option(entry, { nil: undefined }) })
  .map(({ who, idea, ...said }): Act => {
    const target = { on: "idea", idea };
    return (world) => world.comments(who, { ...said, target, ...roundOf(world) });
  });
const correcting = fc.record({ who, nth: fc.nat(), words }).map(
  ({ who, nth, words }): Act =>
    (world) =>
      world.corrects(who, ownEntry(world, who, nth).seq, words),
);
const withdrawing = fc.record({ who, nth: fc.nat() }).map(
  ({ who, nth }): Act =>
    (world) => {
      const { seq, kind } = ownEntry(world, who, nth);
      return world.withdraws(who, WITHDRAWAL[kind] ?? "position.withdrawn", seq);
    },
);
const declaring = fc
  .record({ who, idea, words, kind: fc.constantFrom("align", "associate", "dissociate", "reply") })
  .map(
    ({ who, idea, words, kind }): Act =>
      (world) => {
        const stands = Object.values(world.state.positions[idea] ?? {}).flatMap(
          (all) => all.at(-1)?.seq ?? [],
        );
        const [entry = 1] = stands.slice(words.length % Math.max(1, stands.length));
        if (kind === "align") return world.aligns(who, entry, { words });
        if (kind === "associate") return world.associates(who, entry);
        if (kind === "dissociate") {
          // From the passage, or from somebody's position on it.
          const named = words.length % 2 === 0 ? undefined : entry;
          return world.dissociates(who, { on: "idea", idea }, words, named);
        }
        return world.replies(who, entry, { target: { on: "idea", idea }, words, ...roundOf(world) });
      },
  );
const speaking = fc.record({ who, idea, stance: fc.constantFrom(...STANCES) }).map(
  ({ who, idea, stance }): Act =>
    (world) => {
      world.joins(who);
      world.lets(who, "grove");
      if (idea === "28-1") world.binds();
      const content = world.position(idea, stance, { onBehalfOf: "grove", ...roundOf(world) });
      return world.says(who, content, `position.${idea}.grove`);
    },
);
const attribution = fc.constantFrom("attributed", "unattributed");
const opening = fc.record({ audience, attribution, totals: fc.boolean() }).map(
  (modalities): Act =>
    (world) => {
      const last = Number(roundOf(world).round);
      world.enters({ kind: "round.closed", round: `${last}` }, facilitator);
      world.opens(`${last + 1}`, FAR, modalities);
    },
);
const running = fc.constantFrom("extend", "close", "reopen", "plan", "drop").map(
  (what): Act =>
    (world) => {
      const { round } = roundOf(world);
      if (what === "close") return world.enters({ kind: "round.closed", round }, facilitator);
      const next = `${Number(round) + 1}`;
      if (what === "plan") return world.plans(next, FAR, LATER);
      if (what === "drop") {
        world.plans(next, FAR, LATER);
        const withdrawal = { kind: "plan.withdrawn", round: next, reason: "Too early.", lang: "en" };
        return world.enters(withdrawal, facilitator);
      }
      // Later by the number of entries: each extension lies behind the one before.
      const closesAt = new Date(Date.parse(FAR) + world.entries.length * 60_000).toISOString();
      return what === "extend" ? world.extends(round, closesAt) : world.reopens(round, closesAt);
    },
);
const DECIDED = { since: "2026-11-01", citation: "Note 12" };

const arranging = fc
  .constantFrom(
    { kind: "group.membership.changed", group: "grove", delegation: "alder", change: "joined" },
    { kind: "group.membership.changed", group: "grove", delegation: "alder", change: "left" },
    { kind: "delegation.admitted", delegation: "aspen", delegationKind: "member", names: { en: "Aspen" } },
    { kind: "delegation.renamed", delegation: "birch", names: { en: "White Birch" } },
    { kind: "idea.withdrawn", idea: "28-1", reason: "Not bold." },
    { kind: "delegation.standing.changed", delegation: "cedar", standing: "observer", ...DECIDED },
    { kind: "delegation.standing.changed", delegation: "cedar", standing: "former", ...DECIDED },
    { kind: "delegation.standing.changed", delegation: "cedar", standing: "member", ...DECIDED },
    {
      kind: "delegation.succeeded",
      delegation: "willow",
      successor: "birch",
      manner: "continued",
      ...DECIDED,
    },
  )
  .map(
    (asked): Act =>
      (world) =>
        world.enters(asked),
  );

const summarizing = fc.record({ words, idea: fc.option(idea), lang: fc.constantFrom("en", "zh") }).map(
  ({ words, idea, lang }): Act =>
    (world) => {
      const target = idea === null ? { on: "report" } : { on: "idea", idea };
      const { round } = roundOf(world);
      return world.enters(
        { kind: "summary.issued", target, words, lang, textVersion: 1, round },
        facilitator,
      );
    },
);

const silencing = fc
  .record({
    who,
    words,
    idea,
    says: fc.constantFrom("silence.objected", "silence.explained", "silence.entered"),
    ends: fc.constantFrom("concluded", "moved", "cancelled"),
    objectors: fc.constantFrom("members", "members-and-groups"),
    others: fc.constantFrom("continue", "stop"),
  })
  .map(({ who, words, idea, says, ends, objectors, others }): Act => {
    return (world) => {
      const receivedAt = world.now;
      const closesAt = new Date(Date.parse(world.now) + 60_000).toISOString();
      const said = { wording: words, ideas: [...new Set([idea, "17-1"])], lang: "zh", closesAt };
      const fixed = { objectors, others, reason: "The session ends." };
      const started = world.enters({ kind: "silence.started", ...said, ...fixed }, facilitator);
      if (!("header" in started)) return;
      const entry = started.header.seq;
      const answer = { kind: says, entry, words, lang: "en" };
      const object = says === "silence.objected" ? { ideas: [idea] } : {};
      if (says === "silence.entered")
        world.enters({ ...answer, delegation: who, receivedAt, means: "note" }, secretariat);
      else
        world.declares(
          who,
          { ...answer, ...object },
          says === "silence.objected" ? "objection" : "explanation",
        );
      if (says === "silence.entered" && ends === "moved") world.annuls(world.state.head.seq);
      if (ends === "cancelled") {
        world.enters({ kind: "silence.cancelled", entry, reason: words, lang: "en" }, facilitator);
      }
      world.now = closesAt as World["now"];
      const silence = world.state.silences[entry];
      if (silence === undefined) return;
      const down = { from: receivedAt, until: world.now };
      const moved = movedDeadline(silence, down);
      if (ends === "moved")
        return world.enters({ kind: "silence.moved", entry, closesAt: moved, down }, "clock");
      world.enters({ kind: "silence.concluded", entry, outcome: outcomeOf(silence) }, "clock");
      return world.enters({ kind: "silence.announced", entry, outcome: "agreed-ad-referendum" }, facilitator);
    };
  });

const bringing = fc
  .record({
    who,
    idea,
    words,
    audience,
    nth: fc.nat(),
    what: fc.constantFrom(
      "bring",
      "bring",
      "enter",
      "confirm",
      "annul",
      "align",
      "dissociate",
      "correct",
      "answer",
    ),
  })
  .map(
    ({ who, idea, words, audience, nth, what }): Act =>
      (world) => {
        const passages = [{ start: 0, end: words.trim().length, target: { on: "idea", idea } }].slice(
          nth % 2,
        );
        const said = { words, passages, ...roundOf(world) };
        if (what === "bring") return world.brings(who, { ...said, audience });
        if (what === "enter") return world.receives(who, said);
        const made = allHeld(world.state.statements);
        const of = made[nth % Math.max(made.length, 1)];
        if (of !== undefined && what !== "confirm" && what !== "annul") {
          const as = settledStatement(of);
          const some = of.passages.length > 0 && nth % 3 === 0;
          if (what === "align")
            return world.alignsWithStatement(who, of.seq, { as, words, ...(some ? { except: [0] } : {}) });
          if (what === "dissociate")
            return world.dissociatesFromStatement(who, of.seq, { as, ...(some ? { passage: 0 } : {}) });
          if (what === "correct") return world.corrects(of.by.delegation ?? who, of.seq, `${words}…`);
          const target = of.passages[0]?.target ?? { on: "report" };
          return world.comments(who, { target, replyTo: of.seq, words, ...roundOf(world) });
        }
        const entered = world.entries.filter(({ body }) => body.kind === "statement.received");
        const one = entered[nth % Math.max(entered.length, 1)];
        const seq = one?.header.seq ?? 1;
        // Often by the delegation it was entered for: only that one may.
        const whose = one?.body.kind === "statement.received" && nth % 3 !== 0 ? one.body.delegation : who;
        return what === "confirm" ? world.confirms(whose, seq) : world.annuls(seq);
      },
  );

const disposing = fc
  .record({ who, nth: fc.nat(), words, outcome: fc.constantFrom(...OUTCOMES), agrees: fc.boolean() })
  .map(
    ({ who, nth, words, outcome, agrees }): Act =>
      (world) => {
        const { seq, audience } = ownEntry(world, who, nth);
        const heardBy = audience === "everyone" ? {} : { heardBy: who };
        world.disposes([seq], outcome, { reason: words, where: "A/1", ...heardBy });
        world.answers(who, seq, agrees ? "agrees" : "contests", { words });
      },
  );

/** After a round was closed; often withdrawn or admitted, and a round opened or not before that. */
const comingLate = fc
  .record({
    who,
    idea,
    words,
    what: fc.constantFrom("position", "comment", "statement"),
    after: fc.constantFrom("wait", "withdraw", "admit", "reopen"),
  })
  .map(
    ({ who, idea, words, what, after }): Act =>
      (world) => {
        const { round } = roundOf(world);
        world.enters({ kind: "round.closed", round }, facilitator);
        const said = { words, round, late: true };
        const passages = [{ start: 0, end: words.trim().length, target: { on: "idea", idea } }];
        const late =
          what === "position"
            ? world.states(who, idea, "support", said)
            : what === "comment"
              ? world.comments(who, { ...said, target: { on: "idea", idea } })
              : world.brings(who, { ...said, passages });
        if (!("header" in late)) return;
        const { seq } = late.header;
        if (after === "withdraw")
          world.withdraws(who, what === "position" ? "position.withdrawn" : `${what}.withdrawn`, seq);
        if (after === "reopen") world.reopens(round, LATER);
        if (after !== "wait") world.lateAdmitted(seq);
      },
  );
const takingPart = fc.record({ who, takes: fc.boolean(), words: fc.option(words, { nil: undefined }) }).map(
  ({ who, takes, words }): Act =>
    (world) =>
      world.takesPart(who, takes, words),
);

const act = fc.oneof(
  { weight: 6, arbitrary: stating },
  { weight: 4, arbitrary: commenting },
  { weight: 2, arbitrary: correcting },
  { weight: 2, arbitrary: withdrawing },
  { weight: 3, arbitrary: declaring },
  { weight: 3, arbitrary: bringing },
  { weight: 1, arbitrary: speaking },
  { weight: 1, arbitrary: opening },
  { weight: 1, arbitrary: arranging },
  { weight: 2, arbitrary: running },
  { weight: 1, arbitrary: silencing },
  { weight: 3, arbitrary: disposing },
  { weight: 1, arbitrary: summarizing },
  { weight: 2, arbitrary: comingLate },
  { weight: 2, arbitrary: takingPart },
);

/** An assembly after anything may have happened in it. */
export const anyWorld: fc.Arbitrary<World> = fc
  .array(act, { minLength: 10, maxLength: 40, size: "max" })
  .map((acts) => {
    const world = World.opened({ closesAt: FAR });
    for (const one of acts) one(world);
    return world;
  });

/** The same cases on every run; a case that fails is kept as a test with a name. */
export const SEEDED = { seed: 63_677, numRuns: 60 } as const;

function roundOf(world: World): { round: string } {
  return { round: `${Object.keys(world.state.rounds).length}` };
}

/** One of the entries a delegation said its words in, be it withdrawn or superseded; entry 1 when it said nothing. */
function ownEntry({ entries }: World, who: string, nth: number) {
  const own = entries.filter(
    ({ body, provenance }) => body.by.delegation === who || provenance.author === who,
  );
  const one = own[nth % Math.max(own.length, 1)];
  const { seq, audience } = one?.header ?? { seq: 1, audience: "everyone" };
  return { seq: Number(seq), kind: one?.body.kind ?? "", audience };
}
