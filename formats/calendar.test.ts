import { expect, test } from "vitest";
import { type Instant, ReportId } from "#deliberation/ids";
import { facilitator, World } from "#deliberation/testing/world";
import { deadlinesCalendar } from "./calendar.ts";
import { CALENDAR_WORDS } from "./calendar-words.ts";

const asked = { report: ReportId.parse("A-63-677"), origin: "https://assembly.example" };
const calendar = (world: World, lang: keyof typeof CALENDAR_WORDS = "en") =>
  deadlinesCalendar(world.state, { ...asked, words: CALENDAR_WORDS[lang] });
const unfolded = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");

test("[I1] [I3] a round's event is stamped by the record and keeps its name when the round closes", () => {
  const world = World.opened();
  const open = unfolded(calendar(world));
  expect(calendar(world)).toBe(calendar(world));
  expect(open).toEqual(
    expect.arrayContaining([
      "UID:round-1.A-63-677@assembly.example",
      "DTSTAMP:20261120T100000Z",
      "DTSTART:20261127T230000Z",
      "SUMMARY:Round 1 closes: A/63/677",
      "TRIGGER:-P1D",
    ]),
  );
  world.now = "2026-11-27T23:00:01.500Z" as Instant;
  world.enters({ kind: "round.closed", round: "1" }, "clock");
  const closed = unfolded(calendar(world));
  expect(closed).toContain("UID:round-1.A-63-677@assembly.example");
  expect(closed).toContain("DTSTAMP:20261127T230001Z");
  expect(closed).toContain("DTSTART:20261127T230001Z");
  expect(closed).not.toContain("BEGIN:VALARM");
});

test("[I2] lines end in CRLF, hold at most 75 octets, break between characters, and text is escaped", () => {
  const world = World.opened();
  for (const lang of ["en", "zh", "ar", "fr", "ru", "es"] as const) {
    const text = calendar(world, lang);
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    for (const line of text.split("\r\n")) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(Buffer.from(line).toString("utf8")).toBe(line);
      expect(line).not.toContain("\uFFFD");
    }
    const description = unfolded(text).find((line) => line.startsWith("DESCRIPTION:")) ?? "";
    const said = description
      .slice("DESCRIPTION:".length)
      .replaceAll(/\\(.)/g, (_, one: string) => (one === "n" ? "\n" : one));
    expect(said.split("\n").slice(0, 2)).toEqual([
      CALENDAR_WORDS[lang].withoutPrejudice,
      CALENDAR_WORDS[lang].demonstration,
    ]);
    expect(description).not.toMatch(/[^\\][;,]/);
  }
});

test("[I4] an extended and a reopened round keep their event, dated anew and counted on", () => {
  const world = World.opened();
  const event = () =>
    unfolded(calendar(world)).filter((line) => /^(UID|DTSTAMP|DTSTART|SEQUENCE|TRIGGER)/.test(line));
  const uid = "UID:round-1.A-63-677@assembly.example";
  world.now = "2026-11-21T10:00:00.000Z" as Instant;
  world.extends("1", "2026-12-04T23:00:00.000Z");
  expect(event()).toEqual([
    uid,
    "DTSTAMP:20261121T100000Z",
    "SEQUENCE:1",
    "DTSTART:20261204T230000Z",
    "TRIGGER:-P1D",
  ]);
  world.now = "2026-11-22T10:00:00.000Z" as Instant;
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  expect(event()).toEqual([uid, "DTSTAMP:20261122T100000Z", "SEQUENCE:2", "DTSTART:20261122T100000Z"]);
  world.now = "2026-11-23T10:00:00.000Z" as Instant;
  world.reopens("1", "2026-12-11T23:00:00.000Z");
  expect(event()).toEqual([
    uid,
    "DTSTAMP:20261123T100000Z",
    "SEQUENCE:3",
    "DTSTART:20261211T230000Z",
    "TRIGGER:-P1D",
  ]);
});

test("[I5] a planned round is tentative in the calendar; opened, its closing is the same event", () => {
  const world = World.opened();
  world.plans("2", "2026-12-04T15:00:00.000Z", "2026-12-11T23:00:00.000Z");
  const second = () =>
    unfolded(calendar(world))
      .join("\n")
      .split("BEGIN:VEVENT")
      .filter((event) => /UID:round-2/.test(event))
      .map((event) =>
        event
          .trim()
          .split("\n")
          .filter((line) => /^(UID|SEQ|DTSTART|SUMMARY|STATUS)/.test(line)),
      );
  const [opening, closing] = ["round-2-opens", "round-2"].map(
    (uid) => `UID:${uid}.A-63-677@assembly.example`,
  );
  expect(second()).toEqual([
    [
      opening,
      "SEQUENCE:0",
      "DTSTART:20261204T150000Z",
      "SUMMARY:Round 2 is planned to open: A/63/677",
      "STATUS:TENTATIVE",
    ],
    [
      closing,
      "SEQUENCE:0",
      "DTSTART:20261211T230000Z",
      "SUMMARY:Round 2 is planned to close: A/63/677",
      "STATUS:TENTATIVE",
    ],
  ]);
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  world.opens("2", "2026-12-18T23:00:00.000Z");
  expect(second()).toEqual([
    [closing, "SEQUENCE:1", "DTSTART:20261218T230000Z", "SUMMARY:Round 2 closes: A/63/677"],
  ]);
});
