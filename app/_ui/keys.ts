/**
 * The reading keys. Each belongs to a visible control, which says so itself (`data-key`, `aria-keyshortcuts`); those
 * of the reading screen's text are in Chooser. By the key's place on the keyboard, so that they are the same on
 * Russian and Arabic layouts; one switch turns all single letters off.
 */

const OFF = "keys-off";

/** Keys that press or focus the control of that name, by `event.code`. */
export const CONTROL_KEYS: Record<string, string> = {
  Slash: "/",
  KeyA: "a",
  KeyC: "c",
  KeyP: "p",
  KeyR: "r",
  KeyD: "d",
  KeyL: "l",
  KeyU: "u",
};

/** After `g`: where to go; the control says the address. */
export const GO_KEYS: Record<string, string> = {
  KeyH: "g h",
  KeyR: "g r",
  KeyY: "g y",
  KeyM: "g m",
  KeyB: "g b",
};

export function keysAreOn(): boolean {
  try {
    return localStorage.getItem(OFF) === null;
  } catch {
    return true;
  }
}

export function turnKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
  } catch {
    // A browser that keeps nothing keeps the keys on.
  }
}

/** Whether a key is meant for the page: not while words are written or composed, and not with a modifier. */
export function isForPage(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229) return false;
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  const { target } = event;
  return !(
    target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable], dialog")
  );
}

/**
 * Ctrl or Cmd with Enter, in words being drafted: on to their review, as its link does (`data-next`). No review bears
 * that mark on what submits, so this never publishes.
 */
export function goToNextStep(event: KeyboardEvent): void {
  const isNextStep = event.key === "Enter" && (event.ctrlKey || event.metaKey);
  if (!isNextStep || event.isComposing || event.keyCode === 229 || event.repeat) return;
  const form = event.target instanceof HTMLElement ? event.target.closest("form") : null;
  const next = form?.querySelector<HTMLAnchorElement>("a[data-next]");
  if (next == null) return;
  event.preventDefault();
  next.click();
}

/** Presses a button or link, and focuses a field: what its control would do. */
export function pressControl(name: string): boolean {
  const control = document.querySelector<HTMLElement>(`[data-key="${name}"]`);
  if (control === null) return false;
  control.scrollIntoView({ block: "nearest" });
  if (control.matches("input, textarea, select")) control.focus();
  else control.click();
  return true;
}
