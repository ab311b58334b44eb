/** Steps that say something of what others said, or as a statement: each heard no wider than what it is about. */
import { v7 } from "uuid";
import { narrowest } from "./oracle.ts";
import { AUDIENCES, draftOf, placed, position, say, submitted } from "./saying.ts";
import { delegationOf, type Said, type Step } from "./world.ts";

/** One text with its passages. */
export const statement: Step = (world) => {
  const { random, cast, canaries, round } = world;
  const head = random.of(cast.heads);
  const delegation = delegationOf(head);
  const words = canaries.fresh(delegation);
  const audience = random.of(AUDIENCES);
  const passage = { start: 0, end: words.length, target: { on: "idea", idea: random.of(world.stage.ideas) } };
  const content = {
    ...{ kind: "statement.made", audience, manner: "written", date: "2026-11-20", words },
    ...{ passages: random.chance(0.5) ? [passage] : [] },
    ...placed(world),
  };
  const draft = draftOf(world, delegation, "statement");
  const heard = narrowest(audience, round.audience);
  return () => say(world, { head, kind: "statement", draft, content, secrets: [words], audience: heard });
};

/** Aligned with, dissociated from, or answered by right of reply: by whoever reads it. */
export const declaration: Step = (world) => {
  const { random, cast, canaries, round } = world;
  const open = world.said.filter(({ audience }) => audience === "everyone");
  if (open.length === 0) return position(world);
  const head = random.of(cast.heads);
  const delegation = delegationOf(head);
  const words = canaries.fresh(delegation);
  const { seq: entry } = random.of(open);
  const idea = random.of(world.stage.ideas);
  const { lang, textVersion, round: id } = placed(world);
  const [draft, content, audience] = random.of([
    ["alignment", { kind: "alignment.declared", entry, words, lang }, "everyone"],
    [
      "dissociation",
      { kind: "dissociation.declared", target: { on: "idea", idea }, words, lang, textVersion },
      round.audience,
    ],
    [
      "reply",
      { kind: "reply.exercised", entry, target: { on: "idea", idea }, words, lang, textVersion, round: id },
      round.audience,
    ],
  ] as const);
  const own = draftOf(world, delegation, draft);
  return () => say(world, { head, kind: null, draft: own, content, secrets: [words], audience });
};

/** What became of a comment, said by a facilitator to those who hear the comment; and what its author says of that. */
export const disposition: Step = (world) => {
  const { random, cast, canaries } = world;
  const heard = world.said.filter(({ kind, audience }) => kind === "comment" && audience !== "secretariat");
  if (heard.length === 0) return position(world);
  const of: Said = random.of(heard);
  const { seq: entry, delegation, audience } = of;
  const [reason, answered] = [canaries.fresh("podium"), canaries.fresh(delegation)];
  const lang = "en";
  const answers = [{ to: [{ entry, as: entry }], outcome: "not-reflected", reason, lang }];
  const given = { id: v7(), kind: "disposition.given", answers };
  const reach = { in: "entry", of: delegation, audience } as const;
  const draft = draftOf(world, delegation, "answer");
  return async () => {
    const submission = { ...given, ...(audience === "everyone" ? {} : { heardBy: delegation }) };
    const seq = await submitted(world, world.desk(cast.facilitator), submission, [reason], reach);
    if (seq === null) return;
    world.counted("dispositions");
    const content = {
      ...{ kind: "disposition.answered", entry, disposition: seq, says: "contests", words: answered, lang },
    };
    const head = world.headOf(delegation);
    await say(world, { head, kind: null, draft, content, secrets: [answered], audience });
  };
};

/** To the wording that stands under silence: an objection or an explanation, in cleared words. */
export const silence: Step = (world) => {
  const { random, cast, canaries } = world;
  const head = random.of(cast.heads);
  const words = canaries.fresh(delegationOf(head));
  const kind = random.of(["objection", "explanation"] as const);
  const of = { objection: "silence.objected", explanation: "silence.explained" }[kind];
  const draft = draftOf(world, delegationOf(head), kind);
  const content = { kind: of, entry: world.underSilence, words, lang: "en" };
  return () => say(world, { head, kind: null, draft, content, secrets: [words], audience: "everyone" });
};
