/** The demonstration: fictional delegations, their people, an open round, and a few words to read. */
import { v7 } from "uuid";
import { saveClearance } from "#db/clearances";
import { judgeState } from "#db/follow";
import type { Store } from "#db/open";
import { hashPassword } from "#db/password";
import { addPerson } from "#db/people";
import { DEMO_DELEGATIONS, DEMO_GROUP, DEMO_PERSONS } from "#db/seed/demonstration";
import {
  DEMO_ALIGNMENT,
  DEMO_COMMENTS,
  DEMO_GROUP_POSITION,
  DEMO_POSITIONS,
} from "#db/seed/demonstration-words";
import { seedReport } from "#db/seed/seed";
import { DraftId, Instant, PersonId, type ReportId, SubmissionId } from "#deliberation/ids";
import { isRefusal } from "#deliberation/refusal";
import { Seat } from "#deliberation/seat";
import { Content, Submission } from "#deliberation/submission";
import { type RecordKeeper, serverTime } from "./keeper.ts";
import { lengthen } from "./long-demonstration.ts";
import { enter, identifyIdeas, publishText } from "./publish.ts";

const ROUND = "1";
const OPEN_FOR_MS = 28 * 24 * 3_600_000;

/** @param entries how long the record is to be at least; the demonstration's own words come first. */
export async function seatDemonstration(
  store: Store,
  keeper: RecordKeeper,
  { password, entries = 0 }: { password: string; entries?: number },
): Promise<void> {
  const now = serverTime();
  const ids = new Map<string, string>();
  const passwordHash = await hashPassword(password);
  for (const person of DEMO_PERSONS) {
    ids.set(person.email, addPerson(store, { ...person, passwordHash }, now));
  }
  const secretariat = Seat.parse({ as: "administrator", person: ids.get("administrator@demo.test") });
  const report = await publishText(store, keeper, secretariat, seedReport(), { demonstration: true });
  await identifyIdeas(store, keeper, secretariat, report);
  for (const { key, kind, names } of DEMO_DELEGATIONS) {
    const asked = { kind: "delegation.admitted", delegation: key, delegationKind: kind, names };
    await enter(keeper, report, secretariat, asked);
  }
  const { key: group, names, members, chair } = DEMO_GROUP;
  await enter(keeper, report, secretariat, { kind: "group.formed", group, names });
  for (const delegation of members) {
    await enter(keeper, report, secretariat, {
      kind: "group.membership.changed",
      group,
      delegation,
      change: "joined",
    });
  }
  await enter(keeper, report, secretariat, {
    kind: "round.opened",
    round: ROUND,
    session: 81,
    closesAt: deadline(now),
    modalities: {
      attribution: "attributed",
      audience: "everyone",
      totals: true,
      languages: ["ar", "zh", "en", "fr", "ru", "es"],
    },
  });
  const speak = speaker(store, keeper, { report, ids, round: ROUND });
  for (const { delegation, ...position } of DEMO_POSITIONS) {
    await speak(delegation, `position.${position.idea}`, { kind: "position.stated", ...position });
  }
  for (const { delegation, ...comment } of DEMO_COMMENTS) {
    await speak(delegation, `comment.${v7()}`, { kind: "comment.made", audience: "everyone", ...comment });
  }
  await enter(keeper, report, secretariat, {
    kind: "speaking.granted",
    ...{ group, delegation: chair, from: now, until: null },
  });
  const behalf = { ...DEMO_GROUP_POSITION, onBehalfOf: group };
  const stated = await speak(chair, `position.${behalf.idea}.${group}`, {
    kind: "position.stated",
    ...behalf,
  });
  const { delegation: aligned, ...addition } = DEMO_ALIGNMENT;
  const alignment = { kind: "alignment.declared", entry: stated, ...addition };
  await speak(aligned, `alignment.${v7()}`, alignment, { timeless: true });
  await lengthen(judgeState(store, report), entries, speak);
}

/**
 * Each head clears and submits its delegation's words, by the same way as everybody.
 * @param ids of the persons, by their addresses.
 */
export function speaker(
  store: Store,
  keeper: RecordKeeper,
  { report, ids, round }: { report: ReportId; ids: ReadonlyMap<string, string>; round: string },
) {
  return async (
    delegation: string,
    draftId: string,
    fields: object,
    { timeless = false }: { timeless?: boolean } = {},
  ): Promise<number> => {
    const person = PersonId.parse(ids.get(`${delegation}.head@demo.test`));
    const seat = Seat.parse({ as: "delegation", person, delegation, function: "head", rights: [] });
    if (seat.as !== "delegation") throw new Error("a head sits in a delegation");
    const draft = DraftId.parse(draftId);
    const content = Content.parse(timeless ? fields : { ...fields, textVersion: 1, round });
    saveClearance(store, { report, delegation: seat.delegation, draft }, content, person, serverTime());
    const id = SubmissionId.parse(v7());
    const result = await keeper.submit(
      report,
      Submission.parse({ id, kind: content.kind, draft, content }),
      seat,
    );
    if (isRefusal(result)) throw new Error(`${draftId} of ${delegation} was refused: ${result.refused}`);
    return result.entry.header.seq;
  };
}

/** 18:00 New York, four weeks ahead: 23:00 UTC in winter, 22:00 in summer. */
export function deadline(now: string): Instant {
  const day = new Date(Date.parse(now) + OPEN_FOR_MS).toISOString().slice(0, 10);
  const winter = new Date(`${day}T23:00:00.000Z`);
  const hour = Number(
    new Intl.DateTimeFormat("en", { hour: "numeric", hourCycle: "h23", timeZone: "America/New_York" }).format(
      winter,
    ),
  );
  return Instant.parse(new Date(winter.getTime() - (hour - 18) * 3_600_000).toISOString());
}
