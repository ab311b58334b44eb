/**
 * The keys as this device has them. Each belongs to a visible control, which says so itself (`data-key`,
 * `aria-keyshortcuts`); those of the reading screen's text are in Chooser. One switch turns all single letters off.
 */
import { COMMANDS, type Command, commandOf, type KeyMap, labelOf, shortcutOf, withKept } from "./key-map.ts";

export const KEYS_OFF = "keys-off";
export const KEYS_KEPT = "keys";

/** The control that a command presses or focuses, as it names itself. */
const CONTROLS: Partial<Record<Command, string>> = {
  unread: "u",
  return: "b",
  position: "p",
  wording: "a",
  comment: "c",
  reply: "r",
  dissociate: "d",
  load: "l",
  search: "/",
  outline: "[",
  panel: "]",
  home: "g h",
  read: "g r",
  matrix: "g m",
  projector: "g b",
  history: "g y",
};

/** Read once: every key pressed asks for it. */
let known: KeyMap | null = null;

export function keyMap(): KeyMap {
  known ??= withKept(read());
  return known;
}

export function keepKeys(map: KeyMap): void {
  known = map;
  try {
    localStorage.setItem(KEYS_KEPT, JSON.stringify(map));
  } catch {
    // A browser that keeps nothing has them for this page.
  }
}

function read(): unknown {
  try {
    return JSON.parse(localStorage.getItem(KEYS_KEPT) ?? "null");
  } catch {
    return null;
  }
}

/** What a key means for the page. */
export function meant(event: KeyboardEvent, afterGo = false): Command | null {
  return commandOf(keyMap(), event, afterGo);
}

/** Controls are made with the keys everybody begins with; where a reader changed some, they are told the others. */
export function nameKeysOn(root: ParentNode): void {
  for (const command of COMMANDS) {
    const name = CONTROLS[command];
    if (name === undefined) continue;
    for (const control of root.querySelectorAll(`[data-key="${name}"]`)) {
      const shortcut = shortcutOf(keyMap(), command);
      if (control.getAttribute("aria-keyshortcuts") === shortcut) continue;
      control.setAttribute("aria-keyshortcuts", shortcut);
      const shown = control.querySelector("kbd");
      if (shown !== null) shown.textContent = labelOf(keyMap()[command]);
    }
  }
}

export function keysAreOn(): boolean {
  try {
    return localStorage.getItem(KEYS_OFF) === null;
  } catch {
    return true;
  }
}

export function turnKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEYS_OFF);
    else localStorage.setItem(KEYS_OFF, "1");
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

/** Commands whose control stands on the page now. */
export function commandsHere(): Command[] {
  return COMMANDS.filter((command) => {
    const name = CONTROLS[command];
    return name !== undefined && document.querySelector(`[data-key="${name}"]`) !== null;
  });
}

/** Presses a button or link, and focuses a field: what its control would do. */
export function pressControl(command: Command): boolean {
  const name = CONTROLS[command];
  const control = name === undefined ? null : document.querySelector<HTMLElement>(`[data-key="${name}"]`);
  if (control === null) return false;
  control.scrollIntoView({ block: "nearest" });
  if (control.matches("input, textarea, select")) control.focus();
  else control.click();
  return true;
}
