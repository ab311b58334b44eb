import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Announcing, BATCH_MS, type Happening } from "./announcing.ts";

let said: string[];
let announcing: Announcing;
beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  announcing = new Announcing((urgency, words) => said.push(`${urgency}: ${words}`));
});
afterEach(() => vi.useRealTimers());

const on = (place: string, count = 1): Happening => ({
  key: place,
  count,
  words: (n) => `${n} on ${place}.`,
});
const more = (count: number) => `${count} elsewhere.`;
const heard = () => said.filter((one) => !one.endsWith(": "));

test("[E10] twenty entries of others in five seconds are one message, ten seconds after the first", () => {
  for (let n = 0; n < 20; n += 1) {
    announcing.gather([on(n % 2 === 0 ? "paragraph 17" : "idea 17-3")], more);
    vi.advanceTimersByTime(250);
  }
  expect(heard()).toEqual([]);
  vi.advanceTimersByTime(BATCH_MS);
  expect(heard()).toEqual(["polite: 10 on paragraph 17. 10 on idea 17-3."]);
  announcing.gather([on("idea 17-3")], more);
  vi.advanceTimersByTime(BATCH_MS - 100);
  expect(heard()).toHaveLength(1);
  vi.advanceTimersByTime(1_000);
  expect(heard()[1]).toBe("polite: 1 on idea 17-3.");
});

test("[E10] of many places three are named", () => {
  announcing.gather([on("a"), on("b"), on("c"), on("d", 4), on("e")], more);
  vi.advanceTimersByTime(BATCH_MS + 100);
  expect(heard()).toEqual(["polite: 1 on a. 1 on b. 1 on c. 5 elsewhere."]);
});

test("[E10] one's own act is heard at once, each in its turn, the same again after silence, and none twice", () => {
  announcing.gather([on("a")], more);
  announcing.say("Copied");
  announcing.say("Saved");
  announcing.say("Saved");
  vi.advanceTimersByTime(100);
  expect(said).toEqual(["polite: ", "polite: Copied"]);
  vi.advanceTimersByTime(3_000);
  expect(heard()).toEqual(["polite: Copied", "polite: Saved"]);
  announcing.say("Saved");
  vi.advanceTimersByTime(100);
  expect(said.slice(-3)).toEqual(["polite: Saved", "polite: ", "polite: Saved"]);
});

test("[E12] what interrupts does not wait for what is polite", () => {
  announcing.say("Copied");
  announcing.say("Round 1 was closed.", "assertive");
  vi.advanceTimersByTime(60);
  expect(heard()).toEqual(["polite: Copied", "assertive: Round 1 was closed."]);
});

test("[E12] nothing but the one module, and what takes the focus because it was refused, speaks by itself", () => {
  const root = path.join(import.meta.dirname, "../..");
  const speaks = globSync("app/**/*.tsx", { cwd: root }).filter((file) =>
    /role=(?:"(?:status|alert|log)"|\{refused)|aria-live="(?:polite|assertive)"/.test(
      readFileSync(path.join(root, file), "utf8"),
    ),
  );
  const refused = [
    "app/_ui/Refusal.tsx",
    "app/reports/[report]/lists/FileFaults.tsx",
    "app/reports/[report]/rounds/Faults.tsx",
    "app/sign-in/SignInForm.tsx",
  ];
  expect(speaks.toSorted()).toEqual(["app/_ui/Announcer.tsx", "app/_ui/Heard.tsx", ...refused].toSorted());
});
