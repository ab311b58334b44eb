/** Deadlines of a report's rounds as a calendar file (iCalendar, RFC 5545). The same record gives the same bytes. */
import type { Instant, ReportId } from "#deliberation/ids";
import type { State } from "#deliberation/state";

/** Words of a calendar, in one language; `{round}` and `{symbol}` are filled in. */
export interface CalendarWords {
  closes: string;
  closed: string;
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

/** [I1] [I2] [I3] [I4] */
export function deadlinesCalendar(state: State, { report, origin, words }: Asked): string {
  const host = new URL(origin).hostname;
  const symbol = state.text?.symbol ?? report;
  const description = [
    words.withoutPrejudice,
    ...(state.item?.demonstration ? [words.demonstration] : []),
    `${origin}/reports/${report}`,
  ].join("\n");
  const events = Object.values(state.rounds).flatMap(({ id, closesAt, closedAt, course }) => {
    const summary = (closedAt === null ? words.closes : words.closed)
      .replace("{round}", id)
      .replace("{symbol}", symbol);
    return [
      "BEGIN:VEVENT",
      `UID:round-${id}.${report}@${host}`,
      ...course.slice(-1).map(({ at }) => `DTSTAMP:${utc(at)}`),
      `SEQUENCE:${course.length - 1}`,
      `DTSTART:${utc(closedAt ?? closesAt)}`,
      `SUMMARY:${escaped(summary)}`,
      `DESCRIPTION:${escaped(description)}`,
      `URL:${origin}/reports/${report}`,
      "TRANSP:TRANSPARENT",
      ...(closedAt === null ? alarm(summary) : []),
      "END:VEVENT",
    ];
  });
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:${PRODUCT}`, "CALSCALE:GREGORIAN", ...events];
  return [...lines, "END:VCALENDAR"].map((line) => `${folded(line)}\r\n`).join("");
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
