/** The regions of a page in their order; backwards with Shift. */

const REGIONS = "header.mast-row, section.strip, nav.out, main, aside.panel, nav.bbar";

export function nextRegion(event: KeyboardEvent): void {
  const all = [...document.querySelectorAll<HTMLElement>(REGIONS)];
  const shown = all.filter((one) => one.offsetParent !== null || isPinned(one));
  if (shown.length === 0) return;
  event.preventDefault();
  const here = shown.findIndex((one) => one.contains(document.activeElement));
  const from = here === -1 && event.shiftKey ? 0 : here;
  const next = shown[(from + (event.shiftKey ? -1 : 1) + shown.length) % shown.length];
  const first = next?.querySelector<HTMLElement>("a, button, input, [tabindex]") ?? next;
  if (first === undefined) return;
  if (first === next) first.tabIndex = -1;
  first.focus();
}

/** What is sticky or fixed has no parent that it is offset from, and is shown all the same. */
function isPinned(one: HTMLElement): boolean {
  const { position, display } = getComputedStyle(one);
  return display !== "none" && (position === "sticky" || position === "fixed");
}
