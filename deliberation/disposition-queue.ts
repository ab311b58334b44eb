/** What waits for a disposition, and which words are answered as one; what waits for the words' author. Rules J of SPEC.md. */
import { audienceOfEntry } from "./audience.ts";
import { allHeld, heldAt } from "./by-seq.ts";
import { dispositionOf, hasMoved, settledBy, takesDisposition } from "./disposition.ts";
import type { Audience } from "./entry.ts";
import type { DelegationKey, Instant, Lang, Seq } from "./ids.ts";
import { groupsSpokenFor } from "./membership.ts";
import { scriptOf } from "./script.ts";
import {
  type CommentState,
  type Disposition,
  type Late,
  placeOf,
  type Revision,
  type State,
  standing,
  type UnattributedWords,
  wordsAt,
} from "./state.ts";
import { allUnattributed, stands } from "./unattributed.ts";
import { sameForm } from "./wordings.ts";

export const TREATMENTS = ["untreated", "published", "agreed", "contested"] as const;
export type Treatment = (typeof TREATMENTS)[number];

export interface Queued {
  entry: Seq;
  as: Seq;
  kind: "comment" | "reply" | "wording";
  /** Idea, paragraph key, or "" for the report. */
  place: string;
  /** In whose name: the delegation, or a group. */
  author: DelegationKey | null;
  /** Who hears a sealed disposition of it. */
  by: DelegationKey | null;
  /** Null for words without attribution. */
  at: Instant | null;
  audience: Audience;
  /** Missing unless it was received after the deadline. */
  late?: Late;
  text: string;
  /** `und`: nobody recorded it [Q1]. */
  lang: Lang | "und";
  treatment: Treatment;
  /** The latest version; when the words moved since, it answers what they were. */
  disposition: Disposition | null;
  moved: boolean;
  /** Entries that say the same, in the order of their numbers, this one among them. */
  alike: Seq[];
}

/** [J7] @param state as the facilitators read the record. */
export function queueOf(state: State): Queued[] {
  const comments = allHeld(state.comments)
    .filter((one) => one.withdrawn === null && takesDisposition(one))
    .map((one) => queuedComment(state, one));
  const wordings = Object.entries(state.positions).flatMap(([idea, authors]) =>
    Object.entries(authors).flatMap(([author, revisions]) => {
      const now = standing(revisions);
      return now === null || now.wording === null
        ? []
        : [queuedWording(state, idea, author as DelegationKey, now, now.wording)];
    }),
  );
  const unnamed = allUnattributed(state)
    .filter((one) => stands(one) && one.audience === "everyone" && takesDisposition(one))
    .map((one) => queuedUnattributed(state, one));
  const heard = [...comments, ...wordings, ...unnamed].filter(({ audience }) => audience !== "secretariat");
  const order = placeOrder(state);
  return withAlike(heard).sort(
    (a, b) => (order.get(a.place) ?? 0) - (order.get(b.place) ?? 0) || a.entry - b.entry,
  );
}

/** How many words nobody answered as they stand. */
export function untreatedCount(state: State): number {
  return queueOf(state).filter(({ treatment }) => treatment === "untreated").length;
}

function queuedComment(state: State, comment: CommentState): Queued {
  const { words: text, lang } = comment.corrections.at(-1) ?? comment;
  const kind = comment.replyTo === null ? "comment" : "reply";
  const { delegation } = comment.by;
  return queued(state, comment, { kind, place: placeOf(comment.target), author: delegation, text, lang });
}

function queuedWording(
  state: State,
  place: string,
  author: DelegationKey,
  revision: Revision,
  text: string,
): Queued {
  return queued(state, revision, { kind: "wording", place, author, text, lang: revision.lang });
}

function queued(
  state: State,
  words: CommentState | Revision,
  shown: Pick<Queued, "kind" | "place" | "author" | "text" | "lang">,
): Queued {
  const disposition = dispositionOf(state, words.seq);
  const moved = disposition !== null && hasMoved(state, words.seq, disposition.as);
  return {
    ...shown,
    ...{ entry: words.seq, as: settledBy(words), at: words.at, by: words.by.delegation },
    audience: audienceOfEntry(state, words.seq),
    ...(words.late && { late: words.late }),
    ...{ disposition, moved, treatment: treatmentOf(disposition, moved), alike: [words.seq] },
  };
}

/** [Q8] By nobody, at no time. */
function queuedUnattributed(state: State, one: UnattributedWords): Queued {
  const disposition = dispositionOf(state, one.seq);
  const moved = disposition !== null && hasMoved(state, one.seq, disposition.as);
  const text = one.wording ?? one.words ?? "";
  return {
    ...{ entry: one.seq, as: one.seq, place: placeOf(one.target), author: null, by: null },
    kind: one.stance !== null ? "wording" : one.replyTo === null ? "comment" : "reply",
    ...{ at: null, audience: one.audience, text, lang: scriptOf(text) },
    ...{ disposition, moved, treatment: treatmentOf(disposition, moved), alike: [one.seq] },
  };
}

function treatmentOf(disposition: Disposition | null, moved: boolean): Treatment {
  if (disposition === null || moved) return "untreated";
  if (disposition.reply === null) return "published";
  return disposition.reply.says === "agrees" ? "agreed" : "contested";
}

function withAlike(all: readonly Queued[]): Queued[] {
  const groups = new Map<string, Seq[]>();
  const keyOf = (one: Queued) => {
    const heardBy = one.audience === "everyone" ? "" : `${one.audience} ${one.by}`;
    const sort = one.kind === "wording" ? "wording" : "comment";
    return JSON.stringify([one.place, sort, one.lang, heardBy, sameForm(one.text)]);
  };
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one.entry]);
  return all.map((one) => ({ ...one, alike: (groups.get(keyOf(one)) ?? []).sort((a, b) => a - b) }));
}

/** The report as a whole first, then each paragraph, and its ideas below it. */
function placeOrder(state: State): Map<string, number> {
  const ideas = Object.values(state.ideas).sort((a, b) => numberOf(a.id) - numberOf(b.id));
  const places = (state.text?.paragraphs ?? []).flatMap((key) => [
    key as string,
    ...ideas.filter(({ paragraph }) => paragraph === key).map(({ id }) => id as string),
  ]);
  return new Map(["", ...places].map((place, index) => [place, index]));
}

function numberOf(idea: string): number {
  return Number(idea.slice(idea.lastIndexOf("-") + 1));
}

export interface WaitingDisposition {
  entry: Seq;
  place: string;
  disposition: Disposition;
}

/** [J8] Oldest first. */
export function waitingDispositions(state: State, own: DelegationKey, at: Instant): WaitingDisposition[] {
  const groups = groupsSpokenFor(state, own, at);
  const given = Object.values(state.dispositions).flatMap((piece) => Object.entries(piece));
  const waiting = given.flatMap(([key, versions]) => {
    const [entry, disposition] = [Number(key) as Seq, versions.at(-1)];
    if (disposition === undefined || disposition.reply !== null) return [];
    const words = wordsAt(state, entry);
    if (words === undefined || hasMoved(state, entry, disposition.as)) return [];
    const group = "stance" in words ? words.onBehalfOf : null;
    const isOwn = group === null ? words.by.delegation === own : groups.includes(group);
    const place = "target" in words ? placeOf(words.target) : heldAt(state.positionAt, entry)?.idea;
    return isOwn && place !== undefined ? [{ entry, place, disposition }] : [];
  });
  return waiting.sort((a, b) => a.disposition.seq - b.disposition.seq || a.entry - b.entry);
}
