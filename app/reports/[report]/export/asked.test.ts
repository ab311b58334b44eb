import { expect, test } from "vitest";
import { chosenIn, paperQuery } from "./asked.ts";

test("what the page was asked for becomes the paper's address, and lists may be typed as people type them", () => {
  const { choice, at } = chosenIn({
    ideas: "17-1, 17-3；".replace("；", ""),
    standing: "yes",
    at: "40",
    section: "",
  });
  expect(choice).toEqual({ ideas: ["17-1", "17-3"], standing: true });
  expect(choice && paperQuery(choice, at ?? 0, "zh")).toBe("at=40&lang=zh&ideas=17-1%2C17-3&standing=yes");
  expect(chosenIn({ ideas: "17-1، 17-3、28-1" }).choice?.ideas).toHaveLength(3);
});

test("what cannot be chosen is no choice, and stays as it was typed", () => {
  for (const asked of [{ ideas: "seventeen" }, { at: "yesterday" }, { at: "-1" }, { delegation: "A B" }]) {
    const chosen = chosenIn(asked);
    expect(chosen.choice).toBeNull();
    expect(Object.values(chosen.fields)).toContain(Object.values(asked)[0]);
  }
  expect(chosenIn({ ideas: ["17-1", "17-3"] }).choice).toEqual({});
});

test("what is left out, the lists, and the moment are asked for by a form's boxes or by a link alike", () => {
  const byForm = chosenIn({ without: ["comments", "silences"], lists: "yes", time: "2026-11-20T18:00" });
  expect(byForm.choice).toEqual({ without: ["comments", "silences"], lists: true });
  expect(byForm.time).toBe("2026-11-20T18:00:59.999Z");
  const query = paperQuery(byForm.choice ?? {}, 40, "en");
  expect(query).toBe("at=40&lang=en&without=comments%2Csilences&lists=yes");
  expect(chosenIn(Object.fromEntries(new URLSearchParams(query))).choice).toEqual(byForm.choice);
  expect(chosenIn({ time: "yesterday" }).choice).toBeNull();
  expect(chosenIn({ without: "positions" }).choice).toBeNull();
});
