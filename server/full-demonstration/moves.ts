/** What delegations do in a round and after it: each move asks one thing of the record, or nothing where nothing fits. */
import { CommentKind, type Stance, type Target } from "#deliberation/entry";
import type { Lang } from "#deliberation/ids";
import { paragraphsOf, type Report } from "#deliberation/report";
import { runningText, selectedWords } from "#deliberation/selected-words";
import { placeOf } from "#deliberation/state";
import type { Dice } from "./dice.ts";
import type { Floor, Stated } from "./floor.ts";
import { sentence, wordingFor, wordsFor } from "./phrases.ts";
import { stanceOf, type Voice } from "./voices.ts";

const TEXT_VERSION = 1;
const TRIES = 40;
/** Rights of reply a delegation has in a round. */
const MOST_REPLIES = 2;

export interface Idea {
  quote: string;
  gloss: string;
  heat: number;
}

export class Moves {
  /** The round that new words are said in. */
  round = "1";
  readonly #floor: Floor;
  readonly #dice: Dice;
  readonly #voices: readonly Voice[];
  readonly #ideas: ReadonlyMap<string, Idea>;
  readonly #paragraphs: { key: string; text: string }[];
  readonly #repliesUsed = new Map<string, number>();

  constructor(
    floor: Floor,
    dice: Dice,
    { voices, ideas, text }: { voices: readonly Voice[]; ideas: ReadonlyMap<string, Idea>; text: Report },
  ) {
    this.#floor = floor;
    this.#dice = dice;
    this.#voices = voices;
    this.#ideas = ideas;
    this.#paragraphs = paragraphsOf(text).map((one) => ({ key: one.key, text: runningText(one) }));
  }

  state(voice: Voice, idea: string, group?: string): void {
    this.#stated(voice, idea, stanceOf(this.#dice, voice.temper, this.#idea(idea).heat), group);
  }

  /** A newer position in place of one that stands; who had reserved it now has instructions. */
  revise(position: Stated): void {
    const voice = this.#voiceOf(position.by);
    if (!position.stands) return;
    const { heat } = this.#idea(position.idea);
    const eased: Stance = position.stance === "does-not-support" ? "reservation" : "support";
    const stance = this.#dice.chance(0.5) ? eased : stanceOf(this.#dice, voice.temper, heat / 2);
    const group = position.author === position.by ? undefined : position.author;
    this.#stated(voice, position.idea, stance, group);
  }

  comment(): void {
    const voice = this.#dice.of(this.#voices);
    const target = this.#target();
    const narrow = this.#dice.chance(0.05);
    const commentKind = this.#dice.of(CommentKind.options);
    const purpose = narrow ? "facilitators" : commentKind;
    const audience = narrow ? (this.#dice.chance(0.8) ? "facilitators" : "secretariat") : "everyone";
    const words = wordsFor(this.#dice, purpose, voice.lang, placeOf(target));
    this.#say(voice, { target, commentKind, words, audience });
  }

  reply(): void {
    const voice = this.#dice.of(this.#voices);
    const answered = this.#answerable(voice);
    if (answered === null) return;
    const { target, seq } = answered;
    const words = wordsFor(this.#dice, "reply", voice.lang, placeOf(target));
    this.#say(voice, { target, commentKind: "general", words, audience: "everyone", replyTo: seq });
  }

  rightOfReply(): void {
    const voice = this.#dice.of(this.#voices);
    const used = `${voice.key} ${this.round}`;
    const answered = this.#answerable(voice);
    const before = this.#repliesUsed.get(used) ?? 0;
    if (answered === null || before === MOST_REPLIES) return;
    this.#repliesUsed.set(used, before + 1);
    const words = wordsFor(this.#dice, "answer", voice.lang, placeOf(answered.target));
    const { target, seq: entry } = answered;
    const said = { kind: "reply.exercised", entry, target, words, ...this.#context(voice.lang) };
    this.#floor.speak(voice.key, this.#floor.draft("reply"), said);
  }

  /** @param members group → its members, who align with its positions more often than others. */
  align(members: ReadonlyMap<string, readonly string[]>): void {
    const ofGroup = this.#dice.chance(0.7);
    const position = this.#standing((one) => ofGroup === members.has(one.author));
    if (position === null) return;
    const near = this.#dice.chance(0.9) ? members.get(position.author) : undefined;
    const voice = near === undefined ? this.#dice.of(this.#voices) : this.#voiceOf(this.#dice.of(near));
    if (voice.key === position.author) return;
    const words = this.#dice.chance(0.3)
      ? { words: wordsFor(this.#dice, "alignment", voice.lang, position.idea) }
      : {};
    const said = { kind: "alignment.declared", entry: position.seq, lang: voice.lang, ...words };
    this.#declared(voice, this.#floor.speak(voice.key, this.#floor.draft("alignment"), said));
  }

  associate(): void {
    const voice = this.#dice.of(this.#voices);
    const position = this.#standing((one) => one.stance === "support-with-wording");
    if (position === null || voice.key === position.author) return;
    const said = { kind: "wording.associated", entry: position.seq };
    this.#declared(voice, this.#floor.speak(voice.key, this.#floor.draft("association"), said));
  }

  dissociate(): void {
    const voice = this.#dice.of(this.#voices);
    const target = this.#dice.chance(0.5)
      ? { on: "idea", idea: this.#anyIdea() }
      : { on: "paragraph", paragraph: this.#dice.of(this.#paragraphs).key };
    const { lang } = voice;
    const words = wordsFor(this.#dice, "dissociation", lang, placeOf(target as Target));
    const said = { kind: "dissociation.declared", target, words, lang, textVersion: TEXT_VERSION };
    this.#declared(voice, this.#floor.speak(voice.key, this.#floor.draft("dissociation"), said));
  }

  /** A delegation puts right what itself said: a position's words or a comment. */
  correct(): void {
    const position = this.#standing((one) => one.words !== undefined && one.author === one.by);
    const comment = this.#found(this.#floor.comments, (one) => one.open);
    const said = this.#dice.chance(0.5) ? position : comment;
    if (said?.words === undefined) return;
    const { seq: entry, lang, by } = said;
    const words = `${said.words}${lang === "zh" ? "" : " "}${sentence(this.#dice, "reply", lang)}`;
    const reason = sentence(this.#dice, "correction", lang);
    const corrected = { kind: "entry.corrected", entry, words, lang, reason };
    said.as = this.#floor.speak(by, this.#floor.draft("correction"), corrected);
    said.words = words;
  }

  withdrawPosition(): void {
    const position = this.#standing((one) => one.author === one.by);
    if (position === null) return;
    position.stands = false;
    this.#floor.ask(position.by, {
      kind: "position.withdrawn",
      entry: position.seq,
      ...this.#why(position.lang),
    });
  }

  withdrawComment(): void {
    const comment = this.#found(this.#floor.comments, (one) => one.open);
    if (comment === null) return;
    comment.open = false;
    this.#floor.ask(comment.by, {
      kind: "comment.withdrawn",
      entry: comment.seq,
      ...this.#why(comment.lang),
    });
  }

  withdrawDeclaration(): void {
    const declaration = this.#found(this.#floor.declarations, (one) => one.stands);
    if (declaration === null) return;
    declaration.stands = false;
    this.#floor.ask(declaration.by, { kind: "declaration.withdrawn", entry: declaration.seq });
  }

  #stated(voice: Voice, idea: string, stance: Stance, group?: string): void {
    const dice = this.#dice;
    // Most wordings are in the language of the text; some delegations explain theirs in English.
    const wordingIn = stance === "support-with-wording" ? (dice.chance(0.88) ? "zh" : "en") : null;
    const lang = wordingIn ?? voice.lang;
    const wording = wordingIn === null ? undefined : wordingFor(dice, wordingIn, this.#idea(idea));
    const spoken = stance === "reservation" || dice.chance(stance === "position-reserved" ? 0.3 : 0.6);
    const words = spoken ? wordsFor(dice, stance, lang, idea) : undefined;
    const said = {
      ...{ kind: "position.stated", idea, stance, ...this.#context(lang) },
      ...(words === undefined ? {} : { words }),
      ...(wording === undefined ? {} : { wording }),
      ...(group === undefined ? {} : { onBehalfOf: group }),
    };
    const draft = group === undefined ? `position.${idea}` : `position.${idea}.${group}`;
    const seq = this.#floor.speak(voice.key, draft, said);
    this.#floor.stated({ seq, idea, author: group ?? voice.key, by: voice.key, stance, lang, words });
  }

  #say(
    voice: Voice,
    said: { target: Target; words: string; audience: string; commentKind: CommentKind; replyTo?: number },
  ): void {
    const content = { kind: "comment.made", ...said, ...this.#context(voice.lang) };
    const seq = this.#floor.speak(voice.key, this.#floor.draft("comment"), content);
    const { target, words, audience } = said;
    const open = audience === "everyone";
    this.#floor.comments.push({ seq, by: voice.key, target, lang: voice.lang, words, open });
  }

  #declared(voice: Voice, seq: number): void {
    this.#floor.declarations.push({ seq: seq as Stated["seq"], by: voice.key, stands: true });
  }

  /** Words of another that are heard by everyone. */
  #answerable(voice: Voice): { seq: number; target: Target } | null {
    if (this.#dice.chance(0.3)) {
      const position = this.#standing((one) => one.words !== undefined && one.by !== voice.key);
      return position && { seq: position.seq, target: { on: "idea", idea: position.idea } as Target };
    }
    return this.#found(this.#floor.comments, (one) => one.open && one.by !== voice.key);
  }

  #target(): Target {
    const on = this.#dice.weighted({ idea: 46, paragraph: 28, words: 22, report: 4 });
    if (on === "report") return { on };
    if (on === "idea") return { on, idea: this.#anyIdea() } as Target;
    const { key, text } = this.#dice.of(this.#paragraphs);
    return (on === "words" && this.#clause(key, text)) || ({ on: "paragraph", paragraph: key } as Target);
  }

  /** A clause of a paragraph, as a reader would select it. */
  #clause(key: string, text: string): Target | null {
    const clauses = [...text.matchAll(/[^，。；：、\n]{4,40}/g)];
    if (clauses.length === 0) return null;
    const { index, 0: words } = this.#dice.of(clauses);
    return selectedWords(key, text, index, index + words.length);
  }

  #anyIdea(): string {
    const drawn = () => this.#dice.of([...this.#ideas.keys()]);
    const [one, other] = [drawn(), drawn()];
    return this.#idea(one).heat >= this.#idea(other).heat ? one : other;
  }

  #standing(fits: (position: Stated) => boolean): Stated | null {
    return this.#found(this.#floor.positions, (one) => one.stands && fits(one));
  }

  /** One that fits, if there is one among those looked at. */
  #found<T>(all: readonly T[], fits: (one: T) => boolean): T | null {
    for (let tries = all.length === 0 ? TRIES : 0; tries < TRIES; tries++) {
      const one = this.#dice.of(all);
      if (fits(one)) return one;
    }
    return null;
  }

  #why(lang: Lang): { reason?: string } {
    return this.#dice.chance(0.6) ? { reason: sentence(this.#dice, "withdrawal", lang) } : {};
  }

  #context(lang: Lang) {
    return { lang, textVersion: TEXT_VERSION, round: this.round };
  }

  #idea(id: string): Idea {
    const idea = this.#ideas.get(id);
    if (idea === undefined) throw new Error(`There is no idea ${id}.`);
    return idea;
  }

  #voiceOf(key: string): Voice {
    const voice = this.#voices.find((one) => one.key === key);
    if (voice === undefined) throw new Error(`There is no delegation ${key}.`);
    return voice;
  }
}
