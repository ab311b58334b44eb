/** Steps that write drafts and say things on the record, each with secrets in every place words can stand. */
import { randomUUID } from "node:crypto";
import { v7 } from "uuid";
import { DRAFTS_ROOT, textRoot } from "#deliberation/draft";
import { DraftId } from "#deliberation/ids";
import type { Seated } from "../stage.ts";
import { type Audience, narrowest, type Reach } from "./oracle.ts";
import type { TappedDesk } from "./tap.ts";
import { delegationOf, type Said, type Step, type World } from "./world.ts";

const LANGS = ["ar", "zh", "en", "fr", "ru", "es"] as const;
export const AUDIENCES: readonly Audience[] = ["everyone", "facilitators", "secretariat"];
const STANCES = ["support", "support-with-wording", "reservation", "position-reserved"] as const;
/** Of drafts with an id of their own; a note never leaves its room. */
const KINDS = [
  ...(["comment", "correction", "note", "statement", "reply", "alignment"] as const),
  ...(["dissociation", "objection", "explanation", "answer"] as const),
];
type DraftKind = (typeof KINDS)[number];
const FIELDS = ["stance", "onBehalfOf", "target", "reason", "commentKind", "entry"] as const;

interface ToSay {
  head: Seated;
  /** Null: nothing is said of it later. */
  kind: Said["kind"] | null;
  draft: string;
  content: object;
  secrets: string[];
  audience: Audience;
}

/** In a draft room: words at once or piece by piece, fields, presence, and erased again. */
export const drafts: Step = (world) => {
  const { random, cast, canaries } = world;
  const one = random.of([...cast.heads, ...cast.drafters]);
  const delegation = delegationOf(one);
  const draft = draftOf(world, delegation);
  const reach: Reach = { in: "drafts", of: delegation };
  const [secret, other] = [canaries.fresh(delegation), canaries.fresh(delegation)];
  for (const each of [secret, other]) canaries.add(each, reach);
  const [root, field] = [random.of(["words", "wording"] as const), random.of(FIELDS)];
  const [cut, erases] = [random.between(1, secret.length), random.chance(0.2)];
  return async () => {
    const { doc } = await world.writer(one);
    const text = doc.getText(textRoot(root, DraftId.parse(draft)));
    text.insert(0, secret.slice(0, cut));
    text.insert(cut, `${secret.slice(cut)}\n`);
    doc.getMap(DRAFTS_ROOT).set(`${draft}/${field}`, other);
    if (erases) text.delete(0, secret.length + 1);
    world.counted("drafted");
  };
};

export const position: Step = (world) => {
  const { random, cast, stage, canaries, round } = world;
  const head = random.of(cast.heads);
  const idea = random.of(stage.ideas);
  const secrets = [canaries.fresh(delegationOf(head)), canaries.fresh(delegationOf(head))];
  const [words, wording] = secrets;
  const stance = random.of(STANCES);
  const content = {
    ...{ kind: "position.stated", idea, stance, words },
    ...(stance === "support-with-wording" ? { wording } : {}),
    ...placed(world),
  };
  const said: ToSay = {
    ...{ head, kind: "position", draft: `position.${idea}`, content, secrets, audience: round.audience },
  };
  return () => say(world, said);
};

export const comment: Step = (world) => {
  const { random, cast, canaries, round } = world;
  const head = random.of(cast.heads);
  const delegation = delegationOf(head);
  const secrets = [canaries.fresh(delegation), canaries.fresh(delegation)];
  const [words, quote] = secrets;
  const audience = random.of(AUDIENCES);
  // [M3] What its author may read: said to everyone, or by itself.
  const answerable = world.said.filter((one) => one.audience === "everyone" || one.delegation === delegation);
  const answered = answerable.length > 0 && random.chance(0.4) ? random.of(answerable) : null;
  const target = random.of([
    { on: "report" },
    { on: "idea", idea: random.of(world.stage.ideas) },
    { on: "words", paragraph: "17", exact: quote, prefix: "", suffix: "", start: 0 },
  ]);
  const content = {
    ...{ kind: "comment.made", audience, target, commentKind: "general", words },
    ...(answered === null ? {} : { replyTo: answered.seq }),
    ...placed(world),
  };
  const heard = narrowest(audience, round.audience, answered?.audience ?? "everyone");
  const draft = draftOf(world, delegation, "comment");
  return () => say(world, { head, kind: "comment", draft, content, secrets, audience: heard });
};

export const correction: Step = (world) => {
  if (world.said.length === 0) return position(world);
  const corrected = world.random.of(world.said);
  const { delegation, audience, seq } = corrected;
  const secrets = [world.canaries.fresh(delegation), world.canaries.fresh(delegation)];
  const [words, reason] = secrets;
  const content = { kind: "entry.corrected", entry: seq, words, reason, lang: world.random.of(LANGS) };
  const draft = draftOf(world, delegation, "correction");
  const head = world.headOf(delegation);
  return () => say(world, { head, kind: null, draft, content, secrets, audience });
};

export const withdrawal: Step = (world) => {
  if (world.said.length === 0) return position(world);
  const { delegation, audience, seq, kind } = world.random.of(world.said);
  const reason = world.canaries.fresh(delegation);
  const desk = world.desk(world.headOf(delegation));
  return async () => {
    const submission = { id: v7(), kind: `${kind}.withdrawn`, entry: seq, reason };
    await submitted(world, desk, submission, [reason], { in: "entry", of: delegation, audience });
  };
};

/** Clears and submits; between the two a colleague may go on writing in the draft. */
export async function say(
  world: World,
  { head, kind, draft, content, secrets, audience }: ToSay,
): Promise<void> {
  const delegation = delegationOf(head);
  const desk = world.desk(head);
  world.canaries.admit(secrets, { in: "drafts", of: delegation });
  const cleared = await desk.clears({ draft, content });
  if (cleared.status !== 201) return world.counted(`clearing ${cleared.status}`);
  const submission = { id: v7(), kind: (content as { kind: string }).kind, draft, content };
  const seq = await submitted(world, desk, submission, secrets, { in: "entry", of: delegation, audience });
  if (seq === null) return;
  // [Q3] Declarations are by name also then.
  const nobodys = !world.round.named && (kind === "position" || kind === "comment");
  if (nobodys) for (const secret of secrets) world.nobodys.set(secret, delegation);
  if (kind !== null) world.said.push({ seq, delegation, audience, kind, submission });
}

/** @returns the number of the entry it became. */
export async function submitted(
  world: World,
  desk: TappedDesk,
  submission: object,
  secrets: string[],
  reach: Reach,
): Promise<number | null> {
  world.canaries.admit(secrets, { in: "request", person: desk.seated.person });
  world.canaries.ask(secrets, reach);
  const { status, body } = await desk.submits(submission);
  world.counted(status === 201 ? "said" : "not admitted");
  if (status !== 201) return null;
  world.canaries.admit(secrets, reach);
  return (body as { entry: { header: { seq: number } } }).entry.header.seq;
}

/** @returns a draft's id; that of any but a position is itself a secret of the delegation. */
export function draftOf(world: World, delegation: string, kind?: DraftKind): string {
  const { random, canaries, stage } = world;
  const known = world.drafts.get(delegation) ?? [];
  world.drafts.set(delegation, known);
  if (kind === undefined && random.chance(0.5)) return `position.${random.of(stage.ideas)}`;
  if (kind === undefined && known.length > 0 && random.chance(0.7)) return random.of(known);
  const id = randomUUID();
  canaries.add(id, { in: "drafts", of: delegation });
  const draft = `${kind ?? random.of(KINDS)}.${id}`;
  known.push(draft);
  return draft;
}

export function placed(world: World) {
  return { lang: world.random.of(LANGS), textVersion: 1, round: world.round.id };
}
