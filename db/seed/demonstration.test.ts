import { expect, test } from "vitest";
import { DEMO_DELEGATIONS, DEMO_GROUP, DEMO_PERSONS } from "./demonstration.ts";
import { DEMO_COMMENTS, DEMO_POSITIONS } from "./demonstration-words.ts";
import states from "./member-states.json" with { type: "json" };

const real = [...states.members, ...states.observers].flatMap((one) => [
  ...Object.values(one.names as Record<string, string>),
  ...Object.values({ ...one, names: undefined, regionalGroup: undefined, nameSource: undefined }).filter(
    (value): value is string => typeof value === "string",
  ),
]);
const folded = new Set(real.map((name) => name.toLowerCase()));

test("no invented delegation bears the name or code of a State or observer", () => {
  for (const { key, names } of [...DEMO_DELEGATIONS, DEMO_GROUP]) {
    for (const name of [key, ...Object.values(names)])
      expect(folded.has(name.toLowerCase()), name).toBe(false);
  }
});

test("no invented words name a State", () => {
  const words = JSON.stringify([DEMO_POSITIONS, DEMO_COMMENTS]);
  for (const name of real.filter((one) => one.length > 3)) expect(words.includes(name), name).toBe(false);
});

test("every invented delegation has its name in six languages, a head and a drafter", () => {
  for (const { key, names } of DEMO_DELEGATIONS) {
    expect(Object.keys(names).sort()).toEqual(["ar", "en", "es", "fr", "ru", "zh"]);
    const functions = DEMO_PERSONS.filter(({ delegation }) => delegation === key).map((one) => one.function);
    expect(functions).toEqual(["head", "drafter"]);
  }
});
