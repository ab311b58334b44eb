/** Which paragraphs an outline shows: every filter narrows, and a paragraph is shown when all let it pass. */
import { folded } from "./folded-text.ts";
import type { IdeaId, Instant } from "./ids.ts";
import { passes } from "./matrix-filter.ts";
import { type Paragraph, paragraphsOf, type Report } from "./report.ts";
import { runningText } from "./selected-words.ts";
import { commentsOn, declaredOn, type State, standing } from "./state.ts";
import { type Own, unreadOn } from "./unread.ts";
import { unansweredQuestions } from "./work.ts";

export const OUTLINE_FILTERS = [
  "unread",
  "no-position",
  "mine",
  "questions",
  "changed",
  "wording",
  "contested",
] as const;
export type OutlineFilter = (typeof OUTLINE_FILTERS)[number];

export interface OutlineReader {
  own: Own;
  /** Place → how many entries are unread there. */
  unread: Readonly<Record<string, number>>;
  /** The entry up to which the visit before had read; 0 at a first visit. */
  since: number;
}

const MOST_WORDS = 100;

/** What an address asks for; what it does not ask properly it does not ask at all. Null when nothing was asked. */
export function outlineAsked(
  names: readonly string[],
  words: string,
): { show: OutlineFilter[]; text: string } | null {
  const show = OUTLINE_FILTERS.filter((one) => names.includes(one));
  const text = words.trim().slice(0, MOST_WORDS);
  return show.length === 0 && text === "" ? null : { show, text };
}

/** [U4] @param text in the paragraph's words; empty for any. */
export function outlineKeeps(
  state: State,
  report: Report,
  { show, text }: { show: readonly OutlineFilter[]; text: string },
  reader: OutlineReader,
): string[] {
  const ideas = Object.values(state.ideas).filter(({ withdrawn }) => withdrawn === null);
  const words = folded(text).split(/\s+/);
  const keeps = (paragraph: Paragraph) => {
    const here = ideas.filter((idea) => idea.paragraph === paragraph.key).map(({ id }) => id);
    const within = text === "" ? "" : folded(`${paragraph.number} ${runningText(paragraph)}`);
    return (
      words.every((word) => within.includes(word)) &&
      show.every((one) => lets(one, state, { paragraph: paragraph.key, ideas: here }, reader))
    );
  };
  return paragraphsOf(report)
    .filter(keeps)
    .map(({ key }) => key);
}

function lets(
  filter: OutlineFilter,
  state: State,
  { paragraph, ideas }: { paragraph: string; ideas: IdeaId[] },
  { own, unread, since }: OutlineReader,
): boolean {
  const places: string[] = [paragraph, ...ideas];
  const { delegation } = own;
  const stands = (idea: IdeaId) =>
    delegation !== null && standing(state.positions[idea]?.[delegation]) !== null;
  const idea = (asked: object) => ideas.some((one) => passes(state, one, asked, {}, "" as Instant));
  switch (filter) {
    case "unread":
      return places.some((place) => (unread[place] ?? 0) > 0);
    case "no-position":
      return delegation !== null && idea({ unstated: delegation });
    case "mine":
      return ideas.some(stands) || places.some((place) => hasOwnWords(state, place, own));
    case "questions":
      return places.some((place) => unansweredQuestions(state, commentsOn(state, place)).length > 0);
    case "changed":
      return places.some((place) => unreadOn(state, place, since, own) > 0);
    case "wording":
      return idea({ wording: true });
    case "contested":
      return idea({ contested: true });
    default:
      return filter satisfies never;
  }
}

function hasOwnWords(state: State, place: string, { delegation, capacity }: Own): boolean {
  const said = [...commentsOn(state, place), ...declaredOn(state, place)];
  return said.some(
    ({ by, withdrawn }) =>
      withdrawn === null &&
      (delegation === null
        ? by.delegation === null && by.capacity === capacity
        : by.delegation === delegation),
  );
}
