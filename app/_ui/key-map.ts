/**
 * Which key does what: the keys everybody begins with, and those a reader put in their place. A stroke is a key's place
 * on the keyboard (`KeyJ`, `Shift+KeyJ`), so that it is the same on Russian and Arabic layouts; `?` alone is the
 * character, which lies elsewhere on every layout.
 */

/** In the order of the list. */
export const BEGIN_WITH = {
  nextParagraph: "KeyJ",
  previousParagraph: "KeyK",
  nextIdea: "Shift+KeyJ",
  previousIdea: "Shift+KeyK",
  next: "KeyN",
  unread: "KeyU",
  return: "KeyB",
  position: "KeyP",
  wording: "KeyA",
  comment: "KeyC",
  reply: "KeyR",
  dissociate: "KeyD",
  load: "KeyL",
  search: "Slash",
  outline: "BracketLeft",
  panel: "BracketRight",
  help: "?",
  region: "F6",
  go: "KeyG",
  home: "KeyH",
  read: "KeyR",
  matrix: "KeyM",
  projector: "KeyB",
  history: "KeyY",
} as const;

export type Command = keyof typeof BEGIN_WITH;
export type KeyMap = Readonly<Record<Command, string>>;

export const COMMANDS = Object.keys(BEGIN_WITH) as Command[];
/** The second of two keys: told apart from the others by the first. */
const SECOND: readonly Command[] = ["home", "read", "matrix", "projector", "history"];

export function isSecond(command: Command): boolean {
  return SECOND.includes(command);
}

interface Pressed {
  code: string;
  key: string;
  shiftKey: boolean;
}

export function strokeOf({ code, shiftKey }: Pressed): string {
  return shiftKey ? `Shift+${code}` : code;
}

/** @param afterGo whether the key before was the first of two. @returns null when the key means nothing. */
export function commandOf(map: KeyMap, pressed: Pressed, afterGo: boolean): Command | null {
  const stroke = strokeOf(pressed);
  // The character first: on some layouts its place alone is another command's.
  const byCharacter = COMMANDS.find((command) => map[command] === BEGIN_WITH.help);
  if (pressed.key === BEGIN_WITH.help && byCharacter !== undefined && !afterGo) return byCharacter;
  const meant = (command: Command) =>
    map[command] === stroke ||
    // Backwards through the regions.
    (command === "region" && stroke === `Shift+${map.region}`);
  return COMMANDS.find((command) => isSecond(command) === afterGo && meant(command)) ?? null;
}

/** @returns the command that has this key already; null when it is free. */
export function takenBy(map: KeyMap, command: Command, stroke: string): Command | null {
  const others = COMMANDS.filter((one) => one !== command && isSecond(one) === isSecond(command));
  return (
    others.find(
      (one) =>
        map[one] === stroke ||
        (one === "region" && stroke === `Shift+${map.region}`) ||
        (command === "region" && map[one] === `Shift+${stroke}`),
    ) ?? null
  );
}

/** @param kept what was put in place of what; what it does not say properly it does not say. */
export function withKept(kept: unknown): KeyMap {
  const own = typeof kept === "object" && kept !== null ? (kept as Record<string, unknown>) : {};
  return Object.fromEntries(
    COMMANDS.map((command) => {
      const stroke = own[command];
      return [command, typeof stroke === "string" ? stroke : BEGIN_WITH[command]];
    }),
  ) as KeyMap;
}

const SIGNS: Record<string, string> = {
  ...{ Slash: "/", BracketLeft: "[", BracketRight: "]", Backslash: "\\", Minus: "-", Equal: "=" },
  ...{ Semicolon: ";", Quote: "'", Comma: ",", Period: ".", Backquote: "`" },
};

/** As it stands on a Latin keyboard: `j`, `J`, `/`. */
export function labelOf(stroke: string): string {
  const [, shift, code = ""] = /^(Shift\+)?(.+)$/.exec(stroke) ?? [];
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return shift === undefined ? letter.toLowerCase() : letter;
  const sign = SIGNS[code] ?? /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? code;
  return `${shift ?? ""}${sign}`;
}

/** What the control of a command says of its key. */
export function shortcutOf(map: KeyMap, command: Command): string {
  return isSecond(command) ? `${labelOf(map.go)} ${labelOf(map[command])}` : labelOf(map[command]);
}
