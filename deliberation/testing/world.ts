/** A small assembly for tests: delegations speak in the field's words, on a clock that the test sets. */
import { admit, answerRepeat } from "../admit.ts";
import { contentHash } from "../canonical.ts";
import { dispositionOf, settledBy } from "../disposition.ts";
import type { Entry, Outcome, Stance } from "../entry.ts";
import { fold } from "../fold.ts";
import { DraftId, type Hash, type Instant, PersonId, SubmissionId } from "../ids.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import type { TextOf } from "../rules-of-kinds.ts";
import { type Actor, Seat } from "../seat.ts";
import { emptyState, type State, wordsAt } from "../state.ts";
import { type Clearance, Content, Submission } from "../submission.ts";

export const PARAGRAPHS = ["16", "17", "28", "A1"];
export const MEMBERS = ["alder", "birch", "cedar"];

const LANGUAGES = ["ar", "zh", "en", "fr", "ru", "es"];

/** What the paragraphs of the small assembly say: enough for a word to be selected, and for ideas to be found. */
function textOf(paragraph: string): string {
  const ideas = Array.from({ length: 9 }, (_, n) => `构想 ${paragraph}-${n + 1}。`).join("");
  return `${paragraph === "17" ? "词" : "字"}是一个词。${ideas}`;
}

const STATEMENT = {
  manner: "delivered",
  date: "2026-11-19",
  words: "We support this. We would go further.",
  lang: "en",
  passages: [{ start: 0, end: 16, target: { on: "idea", idea: "17-1" } }],
  textVersion: 1,
  round: "1",
};

/** A head of delegation, who holds both rights. */
export function head(delegation: string): Seat {
  return seat({ as: "delegation", delegation, function: "head", rights: [] });
}

export function seat(fields: object): Seat {
  return Seat.parse({ person: person(1), ...fields });
}

export function person(number: number): PersonId {
  return PersonId.parse(`00000000-0000-4000-8000-${String(number).padStart(12, "0")}`);
}

export const secretariat = seat({ as: "administrator" });
export const facilitator = seat({ as: "facilitator" });

export class World {
  readonly entries: Entry[] = [];
  state: State = emptyState();
  now = "2026-11-20T10:00:00.000Z" as Instant;
  readonly #textOf: TextOf;
  #made = 0;

  /** @param text what the paragraphs say; a few words each by default. */
  constructor(text: TextOf = textOf) {
    this.#textOf = text;
  }

  /** The item, a text of four paragraphs, ideas 17-1 17-3 28-1, three members, an observer, a group, round 1. */
  static opened({ totals = true, closesAt = "2026-11-27T23:00:00.000Z", languages = LANGUAGES } = {}): World {
    const world = new World();
    world.enters({
      kind: "item.opened",
      session: 63,
      agendaItem: 44,
      title: { en: "Item" },
      demonstration: true,
    });
    world.publishes(1);
    for (const idea of ["17-1", "17-3", "28-1"]) world.identifies(idea);
    for (const delegation of MEMBERS) world.admits(delegation, "member");
    world.admits("willow", "observer");
    world.enters({ kind: "group.formed", group: "grove", names: { en: "Grove" } });
    world.opens("1", closesAt, { totals, languages });
    return world;
  }

  publishes(version: number, paragraphs = PARAGRAPHS) {
    const fields = {
      symbol: "A/63/677",
      lang: "zh",
      title: "履行保护责任",
      text: "a".repeat(64),
      paragraphs,
    };
    return this.enters({ kind: "text.published", version, ...fields });
  }

  identifies(idea: string) {
    return this.enters({
      kind: "idea.identified",
      idea,
      item: null,
      quote: `构想 ${idea}`,
      provisional: true,
    });
  }

  admits(delegation: string, delegationKind: string) {
    return this.enters({
      kind: "delegation.admitted",
      delegation,
      delegationKind,
      names: { en: delegation },
    });
  }

  opens(round: string, closesAt: string, modalities: object = {}) {
    return this.enters(
      {
        kind: "round.opened",
        round,
        session: 81,
        closesAt,
        modalities: {
          attribution: "attributed",
          audience: "everyone",
          totals: true,
          languages: LANGUAGES,
          ...modalities,
        },
      },
      facilitator,
    );
  }

  plans(round: string, opensAt: string, closesAt: string, actor: Actor = facilitator) {
    return this.enters({ kind: "round.planned", round, session: 81, opensAt, closesAt }, actor);
  }

  extends(round: string, closesAt: string, actor: Actor = facilitator) {
    return this.enters({ kind: "round.extended", round, closesAt, reason: "More time.", lang: "en" }, actor);
  }

  reopens(round: string, closesAt: string, actor: Actor = facilitator) {
    return this.enters({ kind: "round.reopened", round, closesAt, reason: "By error.", lang: "en" }, actor);
  }

  /** Something of the secretariat's, or of whoever is named. */
  enters(asked: object, actor: Actor = secretariat): Entry | Refusal {
    return this.submits(Submission.parse({ id: this.newId(), ...asked }), actor, null);
  }

  /** States a position as it is usual: cleared by the head, submitted by the head. */
  states(delegation: string, idea: string, stance: Stance, more: object = {}) {
    return this.says(delegation, this.position(idea, stance, more), `position.${idea}`);
  }

  comments(delegation: string, more: object = {}) {
    return this.says(delegation, this.comment(more), `comment.${this.newId()}`);
  }

  corrects(delegation: string, entry: number, words: string) {
    const content = Content.parse({ kind: "entry.corrected", entry, words, lang: "en", reason: "a slip" });
    return this.says(delegation, content, `correction.${this.newId()}`);
  }

  aligns(delegation: string, entry: number, more: object = {}) {
    return this.declares(delegation, { kind: "alignment.declared", entry, lang: "en", ...more }, "alignment");
  }

  associates(delegation: string, entry: number) {
    return this.declares(delegation, { kind: "wording.associated", entry }, "association");
  }

  dissociates(delegation: string, target: object, words = "We dissociate ourselves.", entry?: number) {
    const content = { kind: "dissociation.declared", target, words, lang: "en", textVersion: 1, entry };
    return this.declares(delegation, content, "dissociation");
  }

  replies(delegation: string, entry: number, more: object = {}) {
    const target = { on: "idea", idea: "17-1" };
    const place = { target, lang: "en", textVersion: 1, round: "1" };
    const content = { kind: "reply.exercised", entry, words: "In reply.", ...place, ...more };
    return this.declares(delegation, content, "reply");
  }

  /** What became of words, as they stand now. */
  disposes(entries: number[], outcome: Outcome, more: { heardBy?: string; [field: string]: unknown } = {}) {
    const { heardBy, actor = facilitator, ...said } = more as typeof more & { actor?: Actor };
    const to = entries.map((entry) => {
      const words = wordsAt(this.state, entry);
      return { entry, as: words === undefined ? entry : settledBy(words) };
    });
    const answers = [{ to, outcome, lang: "en", ...said }];
    return this.enters({ kind: "disposition.given", answers, ...(heardBy ? { heardBy } : {}) }, actor);
  }

  answers(delegation: string, entry: number, says: "agrees" | "contests", more: object = {}) {
    const disposition = dispositionOf(this.state, entry)?.seq ?? 1;
    const content = { kind: "disposition.answered", entry, disposition, says, lang: "en", ...more };
    return this.declares(delegation, content, "answer");
  }

  declares(delegation: string, content: object, draft: string) {
    return this.says(delegation, Content.parse(content), `${draft}.${this.newId()}`);
  }

  /** That it does not take part, or that it takes part again. */
  takesPart(delegation: string, takesPart: boolean, words?: string) {
    const content = { kind: "participation.declared", takesPart, words, lang: "en" };
    return this.declares(delegation, content, "participation");
  }

  joins(delegation: string, group = "grove") {
    return this.enters({ kind: "group.membership.changed", group, delegation, change: "joined" });
  }

  leaves(delegation: string, group = "grove") {
    return this.enters({ kind: "group.membership.changed", group, delegation, change: "left" });
  }

  binds(group = "grove", from: string = this.now, until: string | null = null) {
    return this.enters({ kind: "group.rule.registered", group, from, until });
  }

  /** @param from from when the delegation speaks for the group; at once by default. */
  lets(delegation: string, group: string, from: string = this.now, until: string | null = null) {
    return this.enters({ kind: "speaking.granted", group, delegation, from, until });
  }

  withdraws(
    delegation: string,
    kind: "position.withdrawn" | "comment.withdrawn" | "declaration.withdrawn" | "statement.withdrawn",
    entry: number,
  ) {
    return this.enters({ kind, entry }, head(delegation));
  }

  /** Brings a statement: "We support this. We would go further.", its first sentence linked to an idea. */
  brings(delegation: string, more: object = {}) {
    return this.says(delegation, this.statement(more), `statement.${this.newId()}`);
  }

  /** @param more `as` where the statement was corrected. */
  alignsWithStatement(delegation: string, entry: number, more: object = {}) {
    return this.aligns(delegation, entry, { as: entry, ...more });
  }

  dissociatesFromStatement(delegation: string, entry: number, more: object = {}) {
    return this.dissociates(delegation, { on: "statement", entry, as: entry, ...more });
  }

  statement(more: object = {}): Content {
    return Content.parse({ kind: "statement.made", audience: "everyone", ...STATEMENT, ...more });
  }

  /** On paper, by the secretariat. */
  receives(delegation: string, more: object = {}) {
    return this.enters({ kind: "statement.received", delegation, ...STATEMENT, ...more });
  }

  confirms(delegation: string, entry: number) {
    return this.declares(delegation, { kind: "statement.confirmed", entry }, "confirmation");
  }

  /** Puts late words on the record. */
  lateAdmitted(entry: number, actor: Actor = facilitator) {
    return this.enters({ kind: "late.admitted", entry }, actor);
  }

  annuls(entry: number, actor: Actor = secretariat) {
    return this.enters({ kind: "entry.annulled", entry, reason: "Entered twice.", lang: "en" }, actor);
  }

  position(idea: string, stance: Stance, more: object = {}): Content {
    const words = stance === "reservation" ? { words: "With a reservation." } : {};
    const wording = stance === "support-with-wording" ? { wording: "改后的措辞" } : {};
    const place = { lang: "en", textVersion: 1, round: "1" };
    return Content.parse({ kind: "position.stated", idea, stance, ...words, ...wording, ...place, ...more });
  }

  comment(more: object = {}): Content {
    const target = { on: "idea", idea: "17-1" };
    const place = { lang: "en", textVersion: 1, round: "1", commentKind: "general", audience: "everyone" };
    return Content.parse({ kind: "comment.made", target, words: "A comment.", ...place, ...more });
  }

  says(delegation: string, content: Content, draftId: string, actor: Actor = head(delegation)) {
    const draft = DraftId.parse(draftId);
    const submission = Submission.parse({ id: this.newId(), kind: content.kind, draft, content });
    return this.submits(submission, actor, this.clearance(delegation, draft, contentHash(content)));
  }

  clearance(delegation: string, draft: DraftId, hash: Hash): Clearance {
    const of = head(delegation);
    if (of.as !== "delegation") throw new Error("not a delegation");
    return { draft, delegation: of.delegation, hash, person: person(7), at: this.now, drafted: [person(8)] };
  }

  submits(submission: Submission, actor: Actor, clearance: Clearance | null): Entry | Refusal {
    const existing = this.entries.find(({ body }) => body.id === submission.id);
    if (existing !== undefined) return answerRepeat(this.state, existing, submission, actor);
    const result = admit(this.state, submission, actor, this.now, this.#salts(), clearance, this.#textOf);
    if (isRefusal(result)) return result;
    this.entries.push(result);
    this.state = fold(this.state, result);
    return result;
  }

  newId(): SubmissionId {
    this.#made += 1;
    return SubmissionId.parse(`00000000-0000-7000-8000-${this.#made.toString(16).padStart(12, "0")}`);
  }

  #salts() {
    this.#made += 1;
    return {
      body: this.#made.toString(16).padStart(32, "0"),
      provenance: this.#made.toString(16).padStart(32, "f"),
    };
  }
}

/** The number of an entry that must have been admitted. */
export function seqOf(result: Entry | Refusal): number {
  if (isRefusal(result)) throw new Error(`refused: ${result.refused} ${result.detail ?? ""}`);
  return result.header.seq;
}

/** A record with a bit of everything, for properties over any record. */
export function livelyRecord(): World {
  const world = World.opened();
  world.states("alder", "17-1", "support");
  world.states("birch", "17-1", "support-with-wording");
  world.states("willow", "17-1", "does-not-support");
  const first = seqOf(world.comments("cedar", { words: "Open words." }));
  world.comments("alder", { replyTo: first, words: "A reply." });
  const sealed = seqOf(world.comments("birch", { audience: "facilitators", words: "Sealed words." }));
  world.corrects("birch", sealed, "Sealed words, corrected.");
  world.states("alder", "17-1", "reservation");
  world.withdraws("cedar", "comment.withdrawn", first);
  world.enters({ kind: "group.membership.changed", group: "grove", delegation: "alder", change: "joined" });
  const stated = seqOf(world.states("cedar", "17-3", "support-with-wording"));
  world.aligns("birch", stated, { words: "With an addition." });
  world.associates("alder", stated);
  world.dissociates("willow", { on: "paragraph", paragraph: "17" });
  world.brings("alder");
  const brought = seqOf(world.brings("alder", { passages: [] }));
  world.corrects("alder", brought, "We support this. We would go much further.");
  world.alignsWithStatement("cedar", brought, { as: world.state.head.seq, words: "With an addition." });
  world.dissociatesFromStatement("birch", brought, { as: world.state.head.seq - 1 });
  world.takesPart("willow", false, "Willow does not take part.");
  world.confirms("cedar", seqOf(world.receives("cedar", { passages: [] })));
  world.enters({ kind: "idea.withdrawn", idea: "28-1", reason: "Not bold." });
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  return world;
}
