import { expect, test } from "vitest";
import { foundAmong, MOST, type Target } from "./going-to.ts";

const place = (name: string, words: string): Target => ({ kind: "place", place: name, words });
const TARGETS: Target[] = [
  { kind: "command", command: "matrix", name: "go to the matrix" },
  { kind: "command", command: "home", name: "go to the home page" },
  place("1", "第一段"),
  place("7", "第七段"),
  place("17", "各国应成为缔约国"),
  place("17-1", "各国应成为有关人权文书的缔约国"),
  place("17-3", "都必须有平等机会投诉司法"),
  place("A3", "预警"),
  ...Array.from({ length: 30 }, (_, n) => place(`40-${n + 1}`, "预防 2017")),
];
const names = (typed: string) =>
  foundAmong(TARGETS, typed).map((one) => (one.kind === "place" ? one.place : one.command));

test("a number goes to its place, then to what belongs to it, and to words that hold it last", () => {
  expect(names("17").slice(0, 4)).toEqual(["17", "17-1", "17-3", "40-1"]);
  expect(names("17-3")).toEqual(["17-3"]);
  expect(names("¶17-3")).toEqual(["17-3"]);
  expect(names("a3")).toEqual(["A3"]);
  expect(names("1")[0]).toBe("1");
});

test("words are found in any order, in either kind, whatever their case", () => {
  expect(names("司法")).toEqual(["17-3"]);
  expect(names("缔约国")).toEqual(["17", "17-1"]);
  expect(names("MATRIX go")).toEqual(["matrix"]);
});

test("before anything is typed there are the commands; and never more than can be looked over", () => {
  expect(names(" ")).toEqual(["matrix", "home"]);
  expect(names("预防")).toHaveLength(MOST);
  expect(names("nothing of the kind")).toEqual([]);
});
