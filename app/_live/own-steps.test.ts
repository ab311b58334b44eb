import { expect, test } from "vitest";
import * as Y from "yjs";
import { OwnSteps } from "./own-steps.ts";

/** Two colleagues in one text: what one writes reaches the other at once. */
function together() {
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
  mine.on("update", (update, origin) => origin !== "room" && Y.applyUpdate(theirs, update, "room"));
  theirs.on("update", (update, origin) => origin !== "room" && Y.applyUpdate(mine, update, "room"));
  let told = 0;
  const steps = new OwnSteps(["me"], () => {
    told += 1;
  });
  const text = mine.getText("words");
  steps.follow("draft", [text]);
  const write = (at: number, words: string) => mine.transact(() => text.insert(at, words), "me");
  return { mine, text, theirText: theirs.getText("words"), steps, write, told: () => told };
}

test("undo takes back one's own words, in the middle of which a colleague's stay, and redo brings them back", () => {
  const { text, theirText, steps, write, told } = together();
  expect(steps.can("draft")).toEqual({ undo: false, redo: false });
  write(0, "We agree.");
  theirText.insert(3, "do ");
  expect(text.toString()).toBe("We do agree.");
  expect(steps.can("draft")).toEqual({ undo: true, redo: false });
  steps.undo("draft");
  expect(text.toString()).toBe("do ");
  expect(theirText.toString()).toBe("do ");
  expect(steps.can("draft")).toEqual({ undo: false, redo: true });
  steps.redo("draft");
  expect(theirText.toString()).toBe("We do agree.");
  expect(told()).toBeGreaterThan(2);
});

test("what a colleague wrote alone is no step of one's own; what one took away of it comes back", () => {
  const { mine, text, theirText, steps } = together();
  theirText.insert(0, "Theirs.");
  steps.undo("draft");
  expect(text.toString()).toBe("Theirs.");
  expect(steps.can("draft").undo).toBe(false);
  mine.transact(() => text.delete(0, 7), "me");
  expect(theirText.toString()).toBe("");
  steps.undo("draft");
  expect(theirText.toString()).toBe("Theirs.");
});

test("a draft nobody follows, or of a document that is over, has no steps", () => {
  const { steps, write, text } = together();
  write(0, "Mine.");
  steps.undo("another");
  steps.end();
  steps.undo("draft");
  expect(text.toString()).toBe("Mine.");
  expect(steps.can("draft")).toEqual({ undo: false, redo: false });
});
