import { expect, test } from "vitest";
import { inOrderOf } from "./order.ts";
import type { PaperLang } from "./paper-words.ts";

function ordered(lang: PaperLang, ...names: string[]): string[] {
  const all = names.map((name, n) => ({ key: `k${n}`, names: { [lang]: name } }));
  return inOrderOf(all.toReversed(), lang).map((one) => one.names[lang] ?? "");
}

test("delegations stand in the order of the paper's language, by the project's own data", () => {
  expect(ordered("en", "Alder", "Élan", "elder", "Zinnia (Upper)")).toEqual([
    "Alder",
    "Élan",
    "elder",
    "Zinnia (Upper)",
  ]);
  expect(ordered("ru", "Берёза", "Вяз", "Ёлка", "Жасмин")).toEqual(["Берёза", "Вяз", "Ёлка", "Жасмин"]);
  // The article does not count.
  expect(ordered("ar", "أرز", "البلوط", "تين", "الجوز")).toEqual(["أرز", "البلوط", "تين", "الجوز"]);
  // By reading: bai, chun, tao, yin.
  expect(ordered("zh", "柏树", "椿树", "桃树", "银杏")).toEqual(["柏树", "椿树", "桃树", "银杏"]);
});
