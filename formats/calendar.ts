/** Deadlines of a report's rounds as a calendar file (iCalendar, RFC 5545). The same record gives the same bytes. */
import type { Instant, ReportId } from "#deliberation/ids";
import type { RoundStep, State } from "#deliberation/state";

/** Words of a calendar, in one language; `{round}` and `{symbol}` are filled in. */
export interface CalendarWords {
  closes: string;
  closed: string;
  toOpen: string;
  toClose: string;
  withoutPrejudice: string;
  demonstration: string;
}

interface Asked {
  report: ReportId;
  /** Of this installation: names the events apart from those of others. */
  origin: string;
  words: CalendarWords;
}

const PRODUCT = "-//Continued Consideration//Deadlines//EN";

/** [I1] [I2] [I3] [I4] [I5] */
export function deadlinesCalendar(state: State, { report, origin, words }: Asked): string {
  const host = new URL(origin).hostname;
  const symbol = state.text?.symbol ?? report;
  const description = [
    words.withoutPrejudice,
    ...(state.item?.demonstration ? [words.demonstration] : []),
    `${origin}/reports/${report}`,
  ].join("\n");
  const events = eventsOf(state, words).flatMap(({ uid, name, round, at, course, standing }) => {
    const summary = name.replace("{round}", round).replace("{symbol}", symbol);
    return [
      "BEGIN:VEVENT",
      `UID:${uid}.${report}@${host}`,
      ...course.slice(-1).map((step) => `DTSTAMP:${utc(step.at)}`),
      `SEQUENCE:${course.length - 1}`,
      `DTSTART:${utc(at)}`,
      `SUMMARY:${escaped(summary)}`,
      `DESCRIPTION:${escaped(description)}`,
      `URL:${origin}/reports/${report}`,
      "TRANSP:TRANSPARENT",
      ...(standing === "planned" ? ["STATUS:TENTATIVE"] : []),
      ...(standing === "ahead" ? alarm(summary) : []),
      "END:VEVENT",
    ];
  });
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:${PRODUCT}`, "CALSCALE:GREGORIAN", ...events];
  return [...lines, "END:VCALENDAR"].map((line) => `${folded(line)}\r\n`).join("");
}

interface Event {
  uid: string;
  name: string;
  round: string;
  at: Instant;
  /** What was decided about it; the latest stamps it. */
  course: readonly RoundStep[];
  standing: "planned" | "ahead" | "over";
}

function eventsOf(state: State, words: CalendarWords): Event[] {
  const rounds = Object.values(state.rounds).map(({ id, closesAt, closedAt, course }): Event => {
    const [name, standing] =
      closedAt === null ? [words.closes, "ahead" as const] : [words.closed, "over" as const];
    return { uid: `round-${id}`, name, round: id, at: closedAt ?? closesAt, course, standing };
  });
  const plans = Object.values(state.plans).flatMap(({ id: round, opensAt, closesAt, course }): Event[] => {
    const both = { round, course, standing: "planned" } as const;
    return [
      { ...both, uid: `round-${round}-opens`, name: words.toOpen, at: opensAt },
      { ...both, uid: `round-${round}`, name: words.toClose, at: closesAt },
    ];
  });
  return [...rounds, ...plans];
}

/** A day before. */
function alarm(summary: string): string[] {
  return ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escaped(summary)}`, "TRIGGER:-P1D", "END:VALARM"];
}

function utc(at: Instant): string {
  return `${at.slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
}

function escaped(text: string): string {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[\\;,]/g, (one) => `\\${one}`)
    .replaceAll("\n", "\\n");
}

/** Lines of at most 75 octets, broken between characters; what goes on begins with a space. */
function folded(line: string): string {
  let [out, octets] = ["", 0];
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      out += "\r\n ";
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}
