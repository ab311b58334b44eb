/** When the full demonstration happened: three rounds in two sessions, the last one open now. */
import { Instant } from "#deliberation/ids";
import { deadline } from "../demonstration.ts";

const DAY_MS = 24 * 3_600_000;
/** A session of the Assembly opens in September; the first one, in 1946, was that of 1945. */
const SESSION_OPENS = "-09-15T13:00:00.000Z";
const SESSIONS_SINCE = 1945;

export interface PlannedRound {
  round: string;
  session: number;
  opens: Instant;
  /** The deadline its opening gives. */
  closes: Instant;
  /** The deadline it is given later instead; null when it stays. */
  extendedTo: Instant | null;
}

export interface Calendar {
  /** The item is opened and the delegations are admitted. */
  begins: Instant;
  rounds: [PlannedRound, PlannedRound, PlannedRound];
}

export function calendarUpTo(now: Instant): Calendar {
  const opens = daysAfter(now, -18);
  const year = Number(opens.slice(0, 4)) - (opens.slice(4) < SESSION_OPENS ? 1 : 0);
  const session = year - SESSIONS_SINCE;
  const autumn = Instant.parse(`${year - 1}-10-20T14:00:00.000Z`);
  const spring = Instant.parse(`${year}-04-07T14:00:00.000Z`);
  return {
    begins: daysAfter(autumn, -14),
    rounds: [
      { round: "1", session: session - 1, opens: autumn, closes: deadline(autumn), extendedTo: null },
      {
        round: "2",
        session: session - 1,
        opens: spring,
        closes: deadline(spring),
        extendedTo: deadline(daysAfter(spring, 7)),
      },
      { round: "3", session, opens, closes: deadline(now), extendedTo: null },
    ],
  };
}

export function daysAfter(at: Instant, days: number): Instant {
  return Instant.parse(new Date(Date.parse(at) + days * DAY_MS).toISOString());
}
