/** What of a record a person has not read yet, place by place, and an open thread as it was when it was opened. */
import { heldAt, withHeld } from "./by-seq.ts";
import type { By } from "./entry.ts";
import type { DelegationKey, Seq } from "./ids.ts";
import type { Seat } from "./seat.ts";
import {
  type Correction,
  commentsOn,
  isPlaceOfStatement,
  placeOfStatement,
  type State,
  statementsOn,
} from "./state.ts";
import { unattributedOn } from "./unattributed.ts";

/** Place (as `placeOf` names it) → the entry up to which it was read; `*` for all places. */
export type ReadMarks = Readonly<Record<string, Seq>>;
export const ALL_PLACES = "*";

/** Whose words are one's own. */
export type Own = Pick<By, "delegation"> & { capacity: By["capacity"] | null };

interface Dated {
  seq: Seq;
  by?: By;
  author?: DelegationKey | null;
  withdrawn: { seq: Seq } | null;
  annulled?: { seq: Seq } | null;
  corrections?: Correction[];
}

export function ownOf(seat: Seat): Own {
  if (seat.as === "delegation") return { delegation: seat.delegation, capacity: null };
  const capacity = seat.as === "facilitator" ? seat.as : seat.as === "administrator" ? "secretariat" : null;
  return { delegation: null, capacity };
}

/** [Q2] Words that name nobody are one's own where the reader's state knows their author. */
function isOwn({ by, author }: Pick<Dated, "by" | "author">, own: Own): boolean {
  if (by === undefined) return own.delegation !== null && author === own.delegation;
  return own.delegation === null
    ? by.delegation === null && by.capacity === own.capacity
    : by.delegation === own.delegation;
}

/** [U2] */
export function readUpTo(marks: ReadMarks, place: string): Seq {
  return Math.max(marks[place] ?? 0, marks[ALL_PLACES] ?? 0) as Seq;
}

/** [U1] How many entries of others after entry `after` concern a place. */
export function unreadOn(state: State, place: string, after: number, own: Own): number {
  let count = 0;
  const look = (one: Dated | undefined) => {
    if (one === undefined || isOwn(one, own)) return;
    if (one.seq > after) count += 1;
    if (one.withdrawn !== null && one.withdrawn.seq > after) count += 1;
    if (one.annulled != null && one.annulled.seq > after) count += 1;
    for (const { seq } of one.corrections ?? []) if (seq > after) count += 1;
  };
  const lookAtAnswers = (answered: number) => {
    for (const { seq, by, reply } of heldAt(state.dispositions, answered) ?? []) {
      if (seq > after && !(own.delegation === null && own.capacity === by)) count += 1;
      if (reply !== null && reply.seq > after && !isOwn(reply, own)) count += 1;
    }
  };
  for (const seq of state.threads[place] ?? []) {
    look(heldAt(state.comments, seq));
    lookAtAnswers(seq);
  }
  for (const seq of state.declared[place] ?? []) look(heldAt(state.declarations, seq));
  for (const seq of state.linked[place] ?? []) {
    look(heldAt(state.statements, seq));
    for (const one of state.declared[placeOfStatement(seq)] ?? []) look(heldAt(state.declarations, one));
  }
  for (const seq of state.unattributedOn[place] ?? []) {
    look(heldAt(state.unattributed, seq));
    lookAtAnswers(seq);
  }
  for (const author in state.positions[place]) {
    for (const revision of state.positions[place][author] ?? []) {
      look(revision);
      lookAtAnswers(revision.seq);
    }
  }
  return count;
}

/** Place → how many entries are unread there; places without any are left out. */
export function unreadIn(state: State, after: (place: string) => number, own: Own): Record<string, number> {
  const unread: Record<string, number> = {};
  for (const all of [
    ...[state.threads, state.positions, state.declared, state.linked, state.unattributedOn],
  ]) {
    for (const place in all) {
      if (place in unread || isPlaceOfStatement(place)) continue;
      unread[place] = unreadOn(state, place, after(place), own);
    }
  }
  return Object.fromEntries(Object.entries(unread).filter(([, count]) => count > 0));
}

/**
 * [U3] The state as it was on one place at entry `seen`, with one's own words as they are now. Whatever is elsewhere
 * stays as it is.
 */
export function asSeen(state: State, place: string, seen: number, own: Own): State {
  if (state.head.seq <= seen || unreadOn(state, place, seen, own) === 0) return state;
  const wasThere = (one: Dated) => isOwn(one, own) || one.seq <= seen;
  const asWas = <T extends Dated>(one: T): T => {
    if (isOwn(one, own)) return one;
    const withdrawn = one.withdrawn !== null && one.withdrawn.seq > seen ? null : one.withdrawn;
    const corrections = one.corrections?.filter(({ seq }) => seq <= seen);
    const isAnnulled = one.annulled != null && one.annulled.seq > seen;
    return {
      ...one,
      withdrawn,
      ...(isAnnulled ? { annulled: null } : {}),
      ...(corrections === undefined ? {} : { corrections }),
    };
  };
  let { comments, declarations, positions, statements } = state;
  const said = commentsOn(state, place).filter(wasThere);
  for (const one of said) comments = withHeld(comments, one.seq, asWas(one));
  const declared = (state.declared[place] ?? []).filter((seq) => {
    const one = heldAt(state.declarations, seq);
    if (one === undefined || !wasThere(one)) return false;
    declarations = withHeld(declarations, seq, asWas(one));
    return true;
  });
  const stated = statementsOn(state, place).filter(wasThere);
  for (const one of stated) statements = withHeld(statements, one.seq, asWas(one));
  let { unattributed } = state;
  const unnamed = (state.unattributedOn[place] ?? []).filter((seq) => {
    const one = heldAt(state.unattributed, seq);
    if (one === undefined || !wasThere(one)) return false;
    const replaced = one.replaced !== null && one.replaced > seen && !isOwn(one, own) ? null : one.replaced;
    unattributed = withHeld(unattributed, seq, { ...asWas(one), replaced });
    return true;
  });
  const authors = positions[place];
  if (authors !== undefined) {
    const then = Object.entries(authors).map(([key, all]) => [key, all.filter(wasThere).map(asWas)] as const);
    positions = { ...positions, [place]: Object.fromEntries(then.filter(([, all]) => all.length > 0)) };
  }
  let { dispositions } = state;
  for (const one of [
    ...commentsOn(state, place),
    ...Object.values(authors ?? {}).flat(),
    ...unattributedOn(state, place),
  ]) {
    const given = heldAt(dispositions, one.seq);
    if (given === undefined) continue;
    const then = given.filter(
      (each) => each.seq <= seen || (own.delegation === null && own.capacity === each.by),
    );
    const answered = then.map((each) =>
      each.reply !== null && each.reply.seq > seen && !isOwn(each.reply, own)
        ? { ...each, reply: null }
        : each,
    );
    dispositions = withHeld(dispositions, one.seq, answered);
  }
  const threads = { ...state.threads, [place]: said.map(({ seq }) => seq) };
  return {
    ...state,
    comments,
    declarations,
    dispositions,
    positions,
    threads,
    declared: { ...state.declared, [place]: declared },
    statements,
    unattributed,
    unattributedOn: { ...state.unattributedOn, [place]: unnamed },
    linked: { ...state.linked, [place]: stated.map(({ seq }) => seq) },
  };
}
