import { expect, test } from "vitest";
import { BEGIN_WITH, COMMANDS, commandOf, labelOf, shortcutOf, takenBy, withKept } from "./key-map.ts";

const press = (code: string, key = code, shiftKey = false) => ({ code, key, shiftKey });

test("a key goes by its place: the same on a Russian layout; a question mark goes by its character", () => {
  const map = withKept(null);
  expect(commandOf(map, press("KeyJ", "о"), false)).toBe("nextParagraph");
  expect(commandOf(map, press("KeyJ", "О", true), false)).toBe("nextIdea");
  expect(commandOf(map, press("Digit7", "?", true), false)).toBe("help");
  expect(commandOf(map, press("Slash", "?"), false)).toBe("help");
  expect(commandOf(map, press("KeyR"), false)).toBe("reply");
  expect(commandOf(map, press("KeyR"), true)).toBe("read");
  expect(commandOf(map, press("F6", "F6", true), false)).toBe("region");
  expect(commandOf(map, press("KeyX"), false)).toBeNull();
});

test("no two commands begin with one key", () => {
  const map = withKept(null);
  for (const command of COMMANDS) expect(takenBy(map, command, BEGIN_WITH[command]), command).toBeNull();
});

test("a key that is taken is refused; a second of two keys is no conflict", () => {
  const map = withKept({ comment: "KeyX" });
  expect(takenBy(map, "reply", "KeyX")).toBe("comment");
  expect(takenBy(map, "reply", "KeyC")).toBeNull();
  expect(takenBy(map, "reply", "KeyH")).toBeNull();
  expect(takenBy(map, "matrix", "KeyH")).toBe("home");
  expect(takenBy(map, "wording", "Shift+F6")).toBe("region");
});

test("what was kept replaces what everybody begins with, and nonsense does not", () => {
  expect(withKept({ comment: "KeyX", reply: 7, nothing: "KeyZ" })).toEqual({
    ...BEGIN_WITH,
    comment: "KeyX",
  });
  expect(withKept("broken")).toEqual(BEGIN_WITH);
});

test("keys are named as they stand on a Latin keyboard", () => {
  expect(["KeyJ", "Shift+KeyJ", "Slash", "Shift+BracketLeft", "F6", "?", "Digit3"].map(labelOf)).toEqual([
    "j",
    "J",
    "/",
    "Shift+[",
    "F6",
    "?",
    "3",
  ]);
  expect(shortcutOf(withKept({ go: "KeyX" }), "home")).toBe("x h");
});
