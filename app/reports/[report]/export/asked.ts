/** What the export page was asked for, from its address: it can be passed on as a link. */
import { Choice, type Part } from "#deliberation/choice";
import type { Instant } from "#deliberation/ids";
import { isLanguage, type Language } from "../../../_i18n/languages.ts";

export type Asked = Record<string, string | string[] | undefined>;

/** Where `choice` is null something in the address cannot be chosen; `fields` is shown again as it was typed. */
export interface Chosen {
  choice: Choice | null;
  at: number | undefined;
  /** A moment in UTC, when no entry was named. */
  time: Instant | undefined;
  without: readonly Part[];
  lang: Language | undefined;
  fields: Record<"section" | "ideas" | "delegation" | "round" | "standing" | "lists" | "at" | "time", string>;
}

export function chosenIn(asked: Asked): Chosen {
  const one = (name: string) => {
    const value = asked[name];
    return typeof value === "string" ? value.trim().slice(0, 4_000) : "";
  };
  const fields = {
    section: one("section"),
    ideas: one("ideas"),
    delegation: one("delegation"),
    round: one("round"),
    standing: one("standing"),
    lists: one("lists"),
    at: one("at"),
    time: one("time"),
  };
  // Boxes of a form come one by one, a link brings them in one list.
  const without = [asked.without ?? []].flat().flatMap((list) => list.split(",").filter(Boolean));
  const parsed = Choice.safeParse({
    ...(fields.section === "" ? {} : { section: fields.section }),
    ...(fields.ideas === "" ? {} : { ideas: fields.ideas.split(/[\s,،、，;]+/).filter(Boolean) }),
    ...(fields.delegation === "" ? {} : { delegation: fields.delegation }),
    ...(fields.round === "" ? {} : { round: fields.round }),
    ...(fields.standing === "yes" ? { standing: true } : {}),
    ...(without.length === 0 ? {} : { without }),
    ...(fields.lists === "yes" ? { lists: true } : {}),
  });
  const at = /^[1-9]\d{0,8}$/.test(fields.at) ? Number(fields.at) : undefined;
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(fields.time) ? instantOf(fields.time) : undefined;
  const unusable =
    !parsed.success || (fields.at !== "" && at === undefined) || (fields.time !== "" && time === undefined);
  // Not `lang`, which asks for the interface in another language.
  const lang = one("paperLang");
  return {
    choice: unusable ? null : parsed.data,
    ...{ at, time, lang: isLanguage(lang) ? lang : undefined, fields },
    without: parsed.success ? (parsed.data.without ?? []) : [],
  };
}

/** The whole of the minute that was named belongs to it. */
function instantOf(minute: string): Instant | undefined {
  const at = Date.parse(`${minute}:59.999Z`);
  return Number.isNaN(at) ? undefined : (new Date(at).toISOString() as Instant);
}

/** The paper's address: what was chosen, always as of an entry, so that the link gives the same bytes later. */
export function paperQuery(choice: Choice, seq: number, lang: string): string {
  const query = new URLSearchParams({ at: String(seq), lang });
  for (const [name, value] of Object.entries(choice)) {
    if (value === undefined) continue;
    query.set(name, Array.isArray(value) ? value.join(",") : value === true ? "yes" : String(value));
  }
  return query.toString();
}
