/**
 * A deliberation told in the words of the field, for tests: a clock that is set by hand, ids and salts that come
 * out the same on every run. Every verb answers as the record would: with the entry, or with a refusal.
 */
import { admit, answerRepeat } from "../admit.ts";
import { contentHash, hashOf } from "../canonical.ts";
import type { Audience, Entry, Stance, Target } from "../entry.ts";
import { fold } from "../fold.ts";
import { type DelegationKey, type Instant, PersonId, type Seq } from "../ids.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { type Actor, Seat, type SeatFunction, type SeatRight } from "../seat.ts";
import { emptyState, openRound, type State } from "../state.ts";
import { Clearance, type Content, Submission } from "../submission.ts";

export type Answer = Entry | Refusal;

/** What a test may say differently; the rest is what a delegation that does everything right would send. */
export interface Otherwise {
  id?: string;
  /** Who submits; by default the head of the delegation. */
  seat?: Seat;
  /** What the store holds for the draft; null for nothing. By default the head cleared exactly these words. */
  clearance?: ((right: Clearance) => Clearance) | null;
  lang?: string;
  round?: string;
  textVersion?: number;
}

export interface PositionWords extends Otherwise {
  words?: string;
  wording?: string;
  onBehalfOf?: string;
}

export interface CommentWords extends Otherwise {
  audience?: Audience;
  replyTo?: number | Answer;
}

export const PARAGRAPHS = ["S", "1", "17", "18", "45", "A1"];

export class World {
  readonly entries: Entry[] = [];
  state: State = emptyState();
  #now = "2026-10-05T10:00:00.000Z" as Instant;
  #made = 0;
  readonly #name: string;

  constructor(name = "world") {
    this.#name = name;
  }

  get now(): Instant {
    return this.#now;
  }

  /** @param time `10:30` on the present day, or `2026-10-06 10:30`; the server's clock may also be set back. */
  at(time: string): this {
    const [day, minute] = time.includes(" ") ? time.split(" ") : [this.#now.slice(0, 10), time];
    this.#now = `${day}T${minute}:00.000Z` as Instant;
    return this;
  }

  /** The next of the ids a browser would make. */
  nextId(): string {
    this.#made += 1;
    return `01900000-0000-7000-8000-${this.#made.toString(16).padStart(12, "0")}`;
  }

  /** Asks as anybody might: whatever the actor, whatever the body. */
  asks(actor: Actor, asked: object, clearance: Clearance | null = null): Answer {
    const submission = Submission.parse({ id: this.nextId(), ...asked });
    const existing = this.entries.find(({ body }) => body.id === submission.id);
    if (existing !== undefined) return answerRepeat(this.state, existing, submission, actor);
    const salt = (part: string) => hashOf([this.#name, part, this.#made]).slice(0, 32);
    const salts = { body: salt("body"), provenance: salt("provenance") };
    const answer = admit(this.state, submission, actor, this.#now, salts, clearance);
    if (!isRefusal(answer)) {
      this.entries.push(answer);
      this.state = fold(this.state, answer);
    }
    return answer;
  }

  opensItem(actor: Actor = SECRETARIAT): Answer {
    const title = { en: "Implementing the responsibility to protect" };
    return this.asks(actor, {
      kind: "item.opened",
      session: 81,
      agendaItem: 130,
      title,
      demonstration: true,
    });
  }

  publishes(version = 1, actor: Actor = SECRETARIAT): Answer {
    const text = hashOf(`text ${version}`);
    const rest = { symbol: "A/63/677", lang: "zh", title: "履行保护责任", paragraphs: PARAGRAPHS };
    return this.asks(actor, { kind: "text.published", version, text, ...rest });
  }

  admits(delegation: string, delegationKind = "member", actor: Actor = SECRETARIAT): Answer {
    return this.asks(actor, {
      kind: "delegation.admitted",
      delegation,
      delegationKind,
      names: named(delegation),
    });
  }

  formsGroup(group: string, actor: Actor = SECRETARIAT): Answer {
    return this.asks(actor, { kind: "group.formed", group, names: named(group) });
  }

  moves(delegation: string, change: "joined" | "left", group: string, actor: Actor = SECRETARIAT): Answer {
    return this.asks(actor, { kind: "group.membership.changed", group, delegation, change });
  }

  identifies(idea: string, actor: Actor = SECRETARIAT): Answer {
    return this.asks(actor, {
      kind: "idea.identified",
      idea,
      item: null,
      quote: `文字 ${idea}`,
      provisional: true,
    });
  }

  withdrawsIdea(idea: string, actor: Actor = SECRETARIAT): Answer {
    return this.asks(actor, { kind: "idea.withdrawn", idea, reason: "Identified by mistake." });
  }

  opens(
    round: string,
    { closes = "2026-10-05 18:00", actor = FACILITATOR as Actor, ...modalities }: Opening = {},
  ): Answer {
    const fixed = { attribution: "attributed", audience: "everyone", totals: true, languages: ["en", "zh"] };
    const closesAt = `${closes.replace(" ", "T")}:00.000Z`;
    return this.asks(actor, {
      kind: "round.opened",
      round,
      session: 81,
      closesAt,
      modalities: { ...fixed, ...modalities },
    });
  }

  closes(round: string, actor: Actor = FACILITATOR): Answer {
    return this.asks(actor, { kind: "round.closed", round });
  }

  states(delegation: string, idea: string, stance: Stance, said: PositionWords = {}): Answer {
    const { words, wording, onBehalfOf } = said;
    const content = { kind: "position.stated", idea, stance, words, wording, onBehalfOf };
    return this.#submits(delegation, `position.${idea}`, { ...content, ...this.#place(said) }, said);
  }

  /** @param on an idea's number, or any other target. */
  comments(delegation: string, on: string | Target, words: string, said: CommentWords = {}): Answer {
    const { audience = "everyone", replyTo } = said;
    const target = typeof on === "string" ? { on: "idea", idea: on } : on;
    const content = { kind: "comment.made", target, commentKind: "general", words, audience };
    const reply = replyTo === undefined ? {} : { replyTo: seqOf(replyTo) };
    return this.#submits(delegation, "comment", { ...content, ...reply, ...this.#place(said) }, said);
  }

  corrects(delegation: string, entry: number | Answer, words: string, said: Otherwise = {}): Answer {
    const content = { kind: "entry.corrected", entry: seqOf(entry), words, reason: "A slip." };
    return this.#submits(delegation, "correction", { ...content, lang: said.lang ?? "en" }, said);
  }

  /** Withdraws a position or a comment, whichever the entry is. */
  withdraws(delegation: string, entry: number | Answer, said: Otherwise = {}): Answer {
    const seq = seqOf(entry);
    const kind = seq in this.state.comments ? "comment.withdrawn" : "position.withdrawn";
    return this.asks(said.seat ?? seat(delegation), { kind, entry: seq, ...withId(said) });
  }

  #place({ lang = "en", round, textVersion }: Otherwise) {
    const open = openRound(this.state, this.#now) ?? Object.values(this.state.rounds).at(-1);
    return {
      lang,
      round: round ?? open?.id ?? "1",
      textVersion: textVersion ?? this.state.text?.version ?? 1,
    };
  }

  #submits(delegation: string, draftKind: string, content: object, said: Otherwise): Answer {
    const { seat: actor = seat(delegation), clearance = (right) => right } = said;
    const draft = draftKind.includes(".") ? draftKind : `${draftKind}.${uuid(this.nextId())}`;
    const kind = (content as Content).kind;
    const submission = Submission.parse({ id: said.id ?? this.nextId(), kind, draft, content });
    const cleared = clearance?.(
      Clearance.parse({
        draft,
        delegation,
        hash: contentHash((submission as { content: Content }).content),
        person: person(`${delegation}.head`),
        at: this.#now,
        drafted: [person(`${delegation}.drafter`)],
      }),
    );
    return this.asks(actor, submission, cleared ?? null);
  }
}

interface Opening {
  closes?: string;
  actor?: Actor;
  audience?: Audience;
  totals?: boolean;
  languages?: string[];
}

export function person(name: string): PersonId {
  return PersonId.parse(uuid(hashOf(name)));
}

export function seat(
  delegation: string,
  sitsAs: SeatFunction = "head",
  rights: readonly SeatRight[] = [],
): Seat & { as: "delegation" } {
  return {
    as: "delegation",
    person: person(`${delegation}.${sitsAs}`),
    delegation: delegation as DelegationKey,
    function: sitsAs,
    rights: [...rights],
  };
}

export const SECRETARIAT = Seat.parse({ as: "administrator", person: person("administrator") });
export const FACILITATOR = Seat.parse({ as: "facilitator", person: person("facilitator") });
export const REVIEWER = Seat.parse({ as: "reviewer", person: person("reviewer") });

/** Five Member States' worth of a small assembly, with a round open: where most scenarios begin. */
export function assembly(opening: Opening = {}, name?: string): World {
  const w = new World(name);
  w.opensItem();
  w.publishes();
  for (const member of ["cedar", "alder", "birch"]) w.admits(member);
  w.admits("willow", "observer");
  w.formsGroup("northern-grove");
  for (const idea of ["18-1", "17-10", "17-2"]) w.identifies(idea);
  w.opens("1", opening);
  return w;
}

/** The entry that was admitted. @throws Error when it was refused. */
export function admitted(answer: Answer): Entry {
  if (isRefusal(answer)) throw new Error(`Refused: ${answer.refused} ${answer.detail ?? ""}`);
  return answer;
}

/** The refusal's code, or what was admitted instead. */
export function refusal(answer: Answer): string {
  return isRefusal(answer) ? answer.refused : `admitted as entry ${answer.header.seq}`;
}

export function seqOf(entry: number | Answer): Seq {
  return typeof entry === "number" ? (entry as Seq) : admitted(entry).header.seq;
}

function withId({ id }: Otherwise): { id?: string } {
  return id === undefined ? {} : { id };
}

function named(key: string): { en: string } {
  return { en: key.charAt(0).toUpperCase() + key.slice(1) };
}

function uuid(from: string): string {
  const digits = from.replaceAll("-", "").slice(0, 32);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`;
}
