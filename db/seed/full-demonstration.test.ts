import { expect, test } from "vitest";
import { DEMO_DELEGATIONS } from "./demonstration.ts";
import { FULL_DELEGATIONS, FULL_FORMER, FULL_GROUPS, FULL_WORDS } from "./full-demonstration.ts";
import states from "./member-states.json" with { type: "json" };

const LANGUAGES = ["ar", "en", "es", "fr", "ru", "zh"];
const REAL: { names: Record<string, string> }[] = [...states.members, ...states.observers];
const realNames = REAL.flatMap(({ names }) => Object.values(names));
const codes = new Set(
  REAL.flatMap((one) => Object.entries(one))
    .filter(([field]) => ["iso2", "iso3", "m49", "id"].includes(field))
    .map(([, code]) => String(code).toLowerCase()),
);
const invented = [...FULL_DELEGATIONS, ...FULL_FORMER, ...FULL_GROUPS];

test("193 invented members and 4 observers, their keys and names given once in each of six languages", () => {
  const kinds = FULL_DELEGATIONS.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === "member")).toHaveLength(193);
  expect(kinds.filter((kind) => kind === "observer")).toHaveLength(4);
  expect(FULL_DELEGATIONS).toEqual(expect.arrayContaining(DEMO_DELEGATIONS));
  expect(new Set(invented.map(({ key }) => key)).size).toBe(invented.length);
  for (const { key, names } of invented) expect(Object.keys(names).sort(), key).toEqual(LANGUAGES);
  for (const lang of LANGUAGES) {
    const names = invented.map((one) => (one.names as Record<string, string>)[lang]);
    expect(new Set(names).size, lang).toBe(names.length);
  }
});

test("names are short and long, with brackets, accents and articles", () => {
  const names = FULL_DELEGATIONS.map(({ names: { en = "" } }) => en);
  expect(Math.min(...names.map(({ length }) => length))).toBeLessThan(3);
  expect(Math.max(...names.map(({ length }) => length))).toBeGreaterThan(50);
  for (const form of [/\(.+\)/, /[À-ž]/, /^The /]) expect(names.some((name) => form.test(name))).toBe(true);
});

test("nobody invented bears or resembles the name or code of a State or observer", () => {
  const found = invented.flatMap(({ key, names }) =>
    [["", key], ...Object.entries(names)].flatMap(([lang = "", name = ""]) => [
      ...(codes.has(name.toLowerCase()) ? [name] : []),
      ...realNames.filter((one) => mentions(name, one)).map((one) => `${name}: ${one}`),
      ...REAL.map((state) => state.names[lang] ?? "")
        .filter((one) => resembles(name, one))
        .map((one) => `${name} ~ ${one}`),
    ]),
  );
  expect(found).toEqual([]);
});

test("what is told apart from a State's name: one that is it, holds it, or differs in a letter or two", () => {
  expect(mentions("Orchards of New Norway", "Norway")).toBe(true);
  expect(mentions("大挪威", "挪威")).toBe(true);
  expect(mentions("Omanthus", "Oman")).toBe(false);
  expect(resembles("Norwey", "Norway")).toBe(true);
  expect(resembles("Granate", "Granada")).toBe(true);
  expect(resembles("Ash", "Chad")).toBe(false);
});

test("no invented words name a State, and all say everything in six languages", () => {
  const { note: _, themes, wordings, ...purposes } = FULL_WORDS;
  for (const { paragraphs: __, ...said } of themes) expect(Object.keys(said).sort()).toEqual(LANGUAGES);
  for (const [purpose, said] of Object.entries(purposes))
    expect(Object.keys(said).sort(), purpose).toEqual(LANGUAGES);
  const all = JSON.stringify([themes, purposes, wordings]);
  for (const name of realNames) expect(mentions(all, name), name).toBe(false);
});

test("members and chairs of groups are delegations; a chair is a member; some belong to two groups, one leaves", () => {
  const keys = new Set(FULL_DELEGATIONS.map(({ key }) => key));
  const belongs = new Map<string, number>();
  for (const { key, members, chairs } of FULL_GROUPS) {
    expect(chairs.length, key).toBeGreaterThan(0);
    for (const { delegation } of chairs) expect(members.map((one) => one.delegation)).toContain(delegation);
    for (const { delegation } of members) {
      expect(keys.has(delegation), delegation).toBe(true);
      belongs.set(delegation, (belongs.get(delegation) ?? 0) + 1);
    }
  }
  expect(FULL_GROUPS).toHaveLength(5);
  expect([...belongs.values()].filter((times) => times > 1).length).toBeGreaterThan(2);
  expect(FULL_GROUPS.flatMap(({ members }) => members).filter(({ leaves }) => leaves)).toHaveLength(1);
});

/** Whether a name stands in a text: as a word; in Chinese, which has no spaces, anywhere. */
function mentions(text: string, name: string): boolean {
  const at = text.toLowerCase().indexOf(name.toLowerCase());
  if (at < 0 || /\p{Script=Han}/u.test(name)) return at >= 0;
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const word = new RegExp(`(?<![\\p{L}\\p{M}])${escaped}(?![\\p{L}\\p{M}])`, "iu");
  return word.test(text);
}

/** Whether few letters are changed, left out or put in: one of four to six, two of more. */
function resembles(name: string, real: string): boolean {
  if (real.length < 4 || Math.abs(name.length - real.length) > 2) return false;
  return lettersBetween(name.toLowerCase(), real.toLowerCase()) <= (real.length < 7 ? 1 : 2);
}

/** Levenshtein's distance. */
function lettersBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (const [at, there] of [...other].entries())
      next.push(
        Math.min((row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1, (row[at] ?? 0) + (letter === there ? 0 : 1)),
      );
    row = next;
  }
  return row[other.length] ?? 0;
}
