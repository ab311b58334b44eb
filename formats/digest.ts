/** A digest of notices as the text of an e-mail: headings in the reader's language, words in the one they were said in. */
import { changeOf } from "#deliberation/changes";
import type { SeenEntry } from "#deliberation/entry";
import type { DelegationKey, Lang, ReportId } from "#deliberation/ids";
import { isolated } from "#deliberation/isolated";
import { isLate, saidBy } from "#deliberation/late";
import { placeOf, placeOfEntry, type RoundState, type State } from "#deliberation/state";
import { isUnattributed } from "#deliberation/unattributed";
import { CALENDAR_WORDS } from "./calendar-words.ts";
import { DIGEST_WORDS } from "./digest-words.ts";
import { PAPER_WORDS } from "./paper-words.ts";

export interface Asked {
  report: ReportId;
  state: State;
  delegation: DelegationKey | null;
  lang: Lang;
  origin: string;
}

export interface Mail {
  subject: string;
  text: string;
}

/** So many are told with their words; who missed more reads them on the site. */
const MOST = 60;

export function digestOf(entries: readonly SeenEntry[], asked: Asked): Mail {
  const words = DIGEST_WORDS[asked.lang];
  const told = entries.slice(0, MOST).map((entry) => entryText(entry, asked));
  const more = entries.length > MOST ? [words.more.replace("{count}", String(entries.length - MOST))] : [];
  const heading = words.heading
    .replace("{count}", String(entries.length))
    .replace("{symbol}", symbolOf(asked));
  return { subject: oneLine(heading), text: framed([heading, ...told, ...more], asked) };
}

/**
 * Before a round closes.
 * @param without how many ideas are without a position of the reader's delegation; null where that is not for an e-mail.
 */
export function closingMail(round: RoundState, without: number | null, asked: Asked): Mail {
  const words = DIGEST_WORDS[asked.lang];
  const heading = words.closing
    .replace("{round}", round.id)
    .replace("{symbol}", symbolOf(asked))
    .replace("{time}", newYork(round.closesAt, asked.lang));
  const left = without === null ? [] : [words.without.replace("{count}", String(without))];
  const link = `${asked.origin}/reports/${asked.report}?queue=no-position`;
  return { subject: oneLine(heading), text: framed([heading, [...left, link].join("\n")], asked) };
}

/** What those who run the rounds say to the delegation, in their words. */
export function reminderMail({ at, words: said }: { at: string; words: string }, asked: Asked): Mail {
  const words = DIGEST_WORDS[asked.lang];
  const heading = words.reminder.replace("{symbol}", symbolOf(asked));
  const link = `${asked.origin}/reports/${asked.report}?queue=no-position`;
  return {
    subject: oneLine(heading),
    text: framed([heading, said, `${newYork(at, asked.lang)}\n${link}`], asked),
  };
}

function entryText(entry: SeenEntry, asked: Asked): string {
  const { header } = entry;
  const body = entry.body && saidBy(entry.body);
  if (body == null) return "";
  const { state, lang, origin, report } = asked;
  const change = changeOf(state, entry, asked.delegation);
  const words = DIGEST_WORDS[lang];
  const names: Record<string, string> =
    (body.by.delegation && state.delegations[body.by.delegation]?.names) || {};
  const who =
    names[lang] ?? names.en ?? body.by.delegation ?? (isUnattributed(body) ? words.unattributed : "");
  const stance =
    body.kind === "position.stated" || body.kind === "unattributed.stated"
      ? words.stances[body.stance]
      : null;
  const late = isLate(body) ? words.late : null;
  const kind =
    body.kind === "participation.declared"
      ? PAPER_WORDS[lang].participation[body.takesPart ? "again" : "out"]
      : words.kinds[change ?? "text"];
  const head = [who, kind, aboutOf(state, body), stance, late].filter(Boolean).join(" · ");
  const said = [
    "words" in body ? body.words : null,
    "wording" in body && body.wording ? `${words.wording} ${body.wording}` : null,
    "reason" in body ? body.reason : null,
  ].filter(Boolean);
  const when = `${newYork(header.at, lang)} · ${origin}/reports/${report}/entries/${header.seq}`;
  return [head, ...said, when].join("\n");
}

function aboutOf(state: State, body: NonNullable<SeenEntry["body"]>): string | null {
  if ("idea" in body) return isolated(body.idea);
  if ("target" in body && body.target.on === "statement") return `#${body.target.entry}`;
  if ("target" in body) return isolated(placeOf(body.target) || (state.text?.symbol ?? ""));
  if ("entry" in body) {
    const place = placeOfEntry(state, body.entry);
    return place === null ? `#${body.entry}` : isolated(place || (state.text?.symbol ?? ""));
  }
  return "round" in body ? body.round : null;
}

function framed(parts: readonly string[], { lang, origin, state }: Asked): string {
  const { withoutPrejudice, demonstration } = CALENDAR_WORDS[lang];
  const foot = [
    withoutPrejudice,
    ...(state.item?.demonstration ? [demonstration] : []),
    `${DIGEST_WORDS[lang].settings} ${origin}/notices`,
  ].join("\n");
  return `${[...parts, `-- \n${foot}`].join("\n\n")}\n`;
}

function newYork(at: string, lang: Lang): string {
  const format = new Intl.DateTimeFormat(lang === "ar" ? "ar-u-nu-latn" : lang, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "America/New_York",
  });
  return DIGEST_WORDS[lang].newYork.replace("{time}", format.format(new Date(at)));
}

function symbolOf({ state, report }: Asked): string {
  return isolated(state.text?.symbol ?? report);
}

/** A header holds no control characters. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ");
}
