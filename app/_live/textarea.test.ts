import { beforeAll, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { bindTextarea } from "./textarea.ts";

beforeAll(() => {
  Object.assign(globalThis, { document: { activeElement: null } });
});

/** The part of a text area that the binding touches; a real one is exercised in the browser's own tests. */
class Area extends EventTarget {
  value = "";
  selectionStart = 0;
  selectionEnd = 0;
  selectionDirection = "none" as const;
  setSelectionRange(start: number, end: number) {
    this.selectionStart = start;
    this.selectionEnd = end;
  }
  type(value: string, caret = value.length) {
    this.value = value;
    this.setSelectionRange(caret, caret);
    this.dispatchEvent(new Event("input"));
  }
}

function bound(text: Y.Text) {
  const area = new Area();
  const told: string[] = [];
  const end = bindTextarea(area as unknown as HTMLTextAreaElement, text, {
    edited: () => told.push("edited"),
    held: (what) => told.push(what),
  });
  Object.assign(document, { activeElement: area });
  return { area, told, end };
}

const written = (words = "") => {
  const text = new Y.Doc().getText("words");
  text.insert(0, words);
  return text;
};

test("what is typed is written, and a colleague's words appear with the caret kept", () => {
  const text = written("agree");
  const { area } = bound(text);
  expect(area.value).toBe("agree");
  area.type("agreed");
  expect(text.toString()).toBe("agreed");
  text.insert(0, "We ");
  expect(area.value).toBe("We agreed");
  expect(area.selectionStart).toBe(9);
});

test("nothing goes out while an input method composes, and a colleague's words wait", () => {
  const text = written("应当");
  const { area } = bound(text);
  area.dispatchEvent(new Event("compositionstart"));
  area.type("应当bao");
  area.type("应当baohu");
  expect(text.toString()).toBe("应当");
  text.insert(0, "各国");
  expect(area.value).toBe("应当baohu");
  area.value = "应当保护";
  area.selectionStart = area.selectionEnd = 4;
  area.dispatchEvent(new Event("compositionend"));
  expect(text.toString()).toBe("各国应当保护");
  expect(area.value).toBe("各国应当保护");
  expect(area.selectionStart).toBe(6);
});

test("words that are too long stay on the screen, and go out once they fit", () => {
  const text = written("short");
  const { area, told } = bound(text);
  const long = "x".repeat(70_000);
  area.type(long);
  expect(text.toString()).toBe("short");
  expect(area.value).toBe(long);
  expect(told.at(-1)).toBe("too-long");
  text.insert(0, "We: ");
  expect(area.value).toBe(long);
  area.type("shorter again");
  area.dispatchEvent(new Event("blur"));
  expect(text.toString()).toBe("We: shorter again");
  expect(area.value).toBe("We: shorter again");
  expect(told.at(-1)).toBe("nothing");
});

test("leaving the screen in the middle of a syllable keeps it", () => {
  const text = written();
  const { area, end } = bound(text);
  area.dispatchEvent(new Event("compositionstart"));
  area.type("ni");
  end();
  expect(text.toString()).toBe("ni");
  area.type("nothing more");
  expect(text.toString()).toBe("ni");
});

test("letters typed at once go together, around what a colleague writes meanwhile", () => {
  vi.useFakeTimers();
  const text = written("one");
  const updates: Uint8Array[] = [];
  text.doc?.on("update", (update: Uint8Array) => updates.push(update));
  const { area, told } = bound(text);
  for (let end = 1; end <= 20; end += 1) area.type(`one${"x".repeat(end)}`);
  expect(updates).toHaveLength(1);
  expect(told.at(-1)).toBe("unsent");
  text.insert(0, "colleague: ");
  vi.advanceTimersByTime(50);
  expect(text.toString()).toBe(`colleague: one${"x".repeat(20)}`);
  expect(area.value).toBe(text.toString());
  expect(area.selectionStart).toBe(area.value.length);
  expect(updates).toHaveLength(3);
  expect(told.at(-1)).toBe("nothing");
  vi.useRealTimers();
});
