/**
 * Official holidays of the United Nations at Headquarters (resolution 52/214 A, decision 52/468; each year's circular
 * ST/IC). One on a Saturday is kept on the Friday before, one on a Sunday on the Monday after.
 */

export const HOLIDAYS = [
  "new-year",
  "good-friday",
  "memorial-day",
  "eid-al-fitr",
  "independence-day",
  "eid-al-adha",
  "labour-day",
  "thanksgiving",
  "christmas",
] as const;
export type Holiday = (typeof HOLIDAYS)[number];

/** By the calendar of Umm al-Qura; what the circular names may differ by a day. */
const EIDS: readonly [day: string, holiday: Holiday][] = [
  ["2026-03-20", "eid-al-fitr"],
  ["2026-05-27", "eid-al-adha"],
  ["2027-03-09", "eid-al-fitr"],
  ["2027-05-16", "eid-al-adha"],
  ["2028-02-26", "eid-al-fitr"],
  ["2028-05-05", "eid-al-adha"],
  ["2029-02-14", "eid-al-fitr"],
  ["2029-04-24", "eid-al-adha"],
  ["2030-02-04", "eid-al-fitr"],
  ["2030-04-13", "eid-al-adha"],
  ["2031-01-24", "eid-al-fitr"],
  ["2031-04-02", "eid-al-adha"],
  ["2032-01-14", "eid-al-fitr"],
  ["2032-03-22", "eid-al-adha"],
  ["2033-01-03", "eid-al-fitr"],
  ["2033-03-12", "eid-al-adha"],
  ["2033-12-23", "eid-al-fitr"],
  ["2034-03-01", "eid-al-adha"],
  ["2034-12-12", "eid-al-fitr"],
  ["2035-02-19", "eid-al-adha"],
  ["2035-12-01", "eid-al-fitr"],
  ["2036-02-08", "eid-al-adha"],
  ["2036-11-19", "eid-al-fitr"],
];

const DAY_MS = 24 * 3_600_000;
const [SUNDAY, MONDAY, THURSDAY, SATURDAY] = [0, 1, 4, 6];

/** @param day as New York counts it, `2026-11-26`. @returns the holiday kept on it. */
export function holidayOn(day: string): Holiday | null {
  const year = Number(day.slice(0, 4));
  // A New Year on a Saturday is kept on the last day of the year before.
  const kept = [...ofYear(year), ...ofYear(year + 1)].find(([date]) => isoDay(observed(date)) === day);
  return kept?.[1] ?? null;
}

/** @param day as New York counts it. */
export function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  return weekday === SATURDAY || weekday === SUNDAY;
}

function ofYear(year: number): [date: Date, holiday: Holiday][] {
  return [
    [utc(year, 1, 1), "new-year"],
    [new Date(easter(year).getTime() - 2 * DAY_MS), "good-friday"],
    [lastMonday(year, 5), "memorial-day"],
    [utc(year, 7, 4), "independence-day"],
    [nth(year, 9, MONDAY, 1), "labour-day"],
    [nth(year, 11, THURSDAY, 4), "thanksgiving"],
    [utc(year, 12, 25), "christmas"],
    ...EIDS.filter(([day]) => day.startsWith(`${year}-`)).map(([day, holiday]): [Date, Holiday] => [
      new Date(`${day}T00:00:00.000Z`),
      holiday,
    ]),
  ];
}

function observed(date: Date): Date {
  const shift = date.getUTCDay() === SATURDAY ? -1 : date.getUTCDay() === SUNDAY ? 1 : 0;
  return new Date(date.getTime() + shift * DAY_MS);
}

function nth(year: number, month: number, weekday: number, which: number): Date {
  const first = utc(year, month, 1);
  const days = ((weekday - first.getUTCDay() + 7) % 7) + (which - 1) * 7;
  return new Date(first.getTime() + days * DAY_MS);
}

function lastMonday(year: number, month: number): Date {
  const last = utc(year, month + 1, 0);
  return new Date(last.getTime() - ((last.getUTCDay() + 6) % 7) * DAY_MS);
}

/** Easter Sunday of the Gregorian calendar, by its lunar tables. */
function easter(year: number): Date {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const leapless = century - Math.floor(century / 4);
  const epact = (leapless - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) % 30;
  const moon = epact - (epact === 29 || (epact === 28 && golden > 10) ? 1 : 0);
  const weekday = (year + Math.floor(year / 4) + moon + 2 - leapless) % 7;
  return utc(year, 3, 28 + moon - weekday);
}

/** @param month from 1; a day of 0 or beyond the month's end counts on into its neighbours. */
function utc(year: number, month: number, day: number): Date {
  return new Date(Date.UTC(year, month - 1, day));
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
