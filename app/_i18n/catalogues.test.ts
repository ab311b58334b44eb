import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, test } from "vitest";
import { LANGUAGES, type Language, langTag } from "./languages.ts";
import ar from "./messages/ar.json";
import en from "./messages/en.json";
import es from "./messages/es.json";
import fr from "./messages/fr.json";
import ru from "./messages/ru.json";
import zh from "./messages/zh.json";

type Catalogue = { [key: string]: string | Catalogue };

const CATALOGUES: Record<Language, Catalogue> = { ar, zh, en, fr, ru, es };

/** `many` in French and Spanish is for millions, which are counted nowhere here. */
const LEFT_OUT: Partial<Record<Language, string>> = { fr: "many", es: "many" };

function flat(catalogue: Catalogue, before = ""): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[before + key, value]] : flat(value, `${before}${key}.`),
  );
}

/** Every element of a message, those within its plurals and selects too. */
function elements(message: MessageFormatElement[]): MessageFormatElement[] {
  return message.flatMap((element) => {
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      return [element, ...Object.values(element.options).flatMap((option) => elements(option.value))];
    }
    return element.type === TYPE.tag ? [element, ...elements(element.children)] : [element];
  });
}

/** The arguments of a message and how each is used: a count is to be a count in every language. */
function argumentsOf(message: string): string[] {
  const used = elements(parse(message)).flatMap((element) =>
    element.type === TYPE.literal || element.type === TYPE.pound ? [] : [`${element.value}:${element.type}`],
  );
  return [...new Set(used)].sort();
}

const ENGLISH = flat(en);

describe.each(Object.keys(LANGUAGES) as Language[])("the catalogue %s", (language) => {
  const messages = flat(CATALOGUES[language]);
  const own = new Map(messages);

  test("has the keys of the English one", () => {
    expect(messages.map(([key]) => key).sort()).toEqual(ENGLISH.map(([key]) => key).sort());
  });

  test("says something under every key, and names its own language", () => {
    expect(messages.filter(([, message]) => message.trim() === "")).toEqual([]);
    expect(own.get("reading.lang")).toBe(langTag(language));
  });

  test("takes the arguments that the English messages take", () => {
    const taken = ([key, message]: [string, string]) => [key, argumentsOf(message)] as const;
    expect(Object.fromEntries(messages.map(taken))).toEqual(Object.fromEntries(ENGLISH.map(taken)));
  });

  test("has every plural form that the language needs", () => {
    const needed = new Intl.PluralRules(langTag(language))
      .resolvedOptions()
      .pluralCategories.filter((category) => category !== LEFT_OUT[language]);
    const lacking = messages.flatMap(([key, message]) =>
      elements(parse(message)).flatMap((element) =>
        element.type === TYPE.plural
          ? needed
              .filter((category) => !(category in element.options))
              .map((category) => `${key} {${element.value}}: ${category}`)
          : [],
      ),
    );
    expect(lacking).toEqual([]);
  });
});

test("a number such as 17-3 in an Arabic sentence is isolated: otherwise it reads 3-17", () => {
  const bare = /(?<!\u2068)\{(?:idea|id|place|on|about|key|symbol|paragraph)\}(?!\u2069)/u;
  expect(flat(ar).filter(([, message]) => bare.test(message))).toEqual([]);
});
