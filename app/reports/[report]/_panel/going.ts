/** Going on through the text: to the next paragraph, idea, or idea without a position of one's own. */
import { choosePlace } from "./place.ts";

export const PARAGRAPHS = ".para[id]";
export const IDEAS = "a.idea[id]";
export const NOT_STATED = 'a.idea[data-own="not-stated"]';

/** From wherever one is, be it in a place that is not among those one goes through. */
function isAfter(one: HTMLElement, place: string | null): boolean {
  const here = place === null ? null : document.getElementById(place);
  return here === null || (here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function isBefore(one: HTMLElement, place: string | null): boolean {
  const here = place === null ? null : document.getElementById(place);
  const FORWARD = Node.DOCUMENT_POSITION_PRECEDING;
  return here === null || ((here.compareDocumentPosition(one) & FORWARD) !== 0 && !one.contains(here));
}

export function go(selector: string, place: string | null, step: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  const next =
    step === 1 ? all.find((one) => isAfter(one, place)) : all.findLast((one) => isBefore(one, place));
  if (next !== undefined) goTo(next);
}

/** Told with the paragraph one was reading, so that one finds back. */
export const LEAPT = "leapt";
/** In the upper part of the window, under what is pinned there. */
const READ_AT_PX = 200;

/** The paragraph that is being read; null above the first. */
export function paragraphInSight(): string | null {
  const above = (one: Element) => one.getBoundingClientRect().top <= READ_AT_PX;
  return [...document.querySelectorAll(PARAGRAPHS)].findLast(above)?.id ?? null;
}

/** Says where one was, before going further than to what is next in sight. */
export function leap(to: Element | null): void {
  const from = paragraphInSight();
  const paragraph = to?.closest(PARAGRAPHS)?.id;
  if (from === null || paragraph === undefined || paragraph === from) return;
  const { top } = (to as Element).getBoundingClientRect();
  if (top >= 0 && top <= window.innerHeight) return;
  window.dispatchEvent(new CustomEvent(LEAPT, { detail: from }));
}

export function goToParagraph(key: string): void {
  const one = document.getElementById(key);
  one?.scrollIntoView({ block: "start" });
  one?.querySelector<HTMLElement>(".num a")?.focus({ preventScroll: true });
}

function goTo(one: HTMLElement): void {
  leap(one);
  choosePlace(one.id);
  one.scrollIntoView({ block: "center" });
  (one.matches("a") ? one : one.querySelector<HTMLElement>(".num a"))?.focus({ preventScroll: true });
}

/** On to the next place in the text with something unread, from the end to the beginning. */
export function goUnread(unread: Readonly<Record<string, number>>, place: string | null): void {
  const all = [...document.querySelectorAll<HTMLElement>(`${PARAGRAPHS}, ${IDEAS}`)].filter(
    ({ id }) => unread[id] !== undefined,
  );
  const next = all.find((one) => one.id !== place && isAfter(one, place)) ?? all[0];
  if (next !== undefined) goTo(next);
}
