/** What the secretariat enters and the chairs are given: the item, all ideas, delegations and groups as they change. */
import { FULL_DELEGATIONS, FULL_GROUPS, FULL_WORDS } from "#db/seed/full-demonstration";
import { allSeedIdeas } from "#db/seed/seed";
import { hashOf } from "#deliberation/canonical";
import { type Instant, Lang } from "#deliberation/ids";
import type { Report } from "#deliberation/report";
import { identificationOf, openingOf } from "../publish.ts";
import type { Calendar, PlannedRound } from "./calendar.ts";
import { FACILITATOR, type Floor, SECRETARIAT } from "./floor.ts";

export function openItem(floor: Floor, text: Report): void {
  for (const asked of openingOf(text, hashOf(text), { demonstration: true })) floor.ask(SECRETARIAT, asked);
  for (const idea of allSeedIdeas()) floor.ask(SECRETARIAT, identificationOf(idea));
  for (const { key, kind, names } of FULL_DELEGATIONS) {
    const admitted = { kind: "delegation.admitted", delegation: key, delegationKind: kind, names };
    floor.ask(SECRETARIAT, admitted);
  }
  for (const { key, names } of FULL_GROUPS)
    floor.ask(SECRETARIAT, { kind: "group.formed", group: key, names });
}

/** Who joins and leaves before a round, and who speaks for a group from then on. @param number 1, 2 or 3. */
export function changeGroups(floor: Floor, { begins, rounds }: Calendar, number: number): void {
  const before = (round: number) => (round === 1 ? begins : rounds[round - 1]?.opens);
  for (const { key: group, members, chairs } of FULL_GROUPS) {
    const change = (delegation: string, kind: "joined" | "left") =>
      floor.ask(SECRETARIAT, { kind: "group.membership.changed", group, delegation, change: kind });
    for (const one of members) if (one.leaves === number) change(one.delegation, "left");
    for (const one of members) if ((one.before ?? 1) === number) change(one.delegation, "joined");
    for (const chair of chairs) {
      if ((chair.before ?? 1) !== number) continue;
      const until = chair.until === undefined ? null : before(chair.until);
      const term = { delegation: chair.delegation, from: before(number), until };
      floor.ask(SECRETARIAT, { kind: "speaking.granted", group, ...term });
    }
  }
}

export function openRound(floor: Floor, { round, session, closes }: PlannedRound): void {
  floor.ask(FACILITATOR, {
    ...{ kind: "round.opened", round, session, closesAt: closes },
    modalities: { attribution: "attributed", audience: "everyone", totals: true, languages: Lang.options },
  });
}

export function extendRound(floor: Floor, round: string, closesAt: Instant): void {
  const reason = FULL_WORDS.extension.en[0];
  floor.ask(FACILITATOR, { kind: "round.extended", round, closesAt, reason, lang: "en" });
}

/** Group → who is a member of it in a round. */
export function membersIn(number: number): Map<string, string[]> {
  return new Map(
    FULL_GROUPS.map(({ key, members }) => [
      key,
      members
        .filter((one) => (one.before ?? 1) <= number && number < (one.leaves ?? Number.POSITIVE_INFINITY))
        .map(({ delegation }) => delegation),
    ]),
  );
}

/** Group → who speaks for it in a round. */
export function chairsIn(number: number): Map<string, string> {
  return new Map(
    FULL_GROUPS.flatMap(({ key, chairs }) =>
      chairs
        .filter((one) => (one.before ?? 1) <= number && number < (one.until ?? Number.POSITIVE_INFINITY))
        .map(({ delegation }): [string, string] => [key, delegation]),
    ),
  );
}
