/** A record altered in any way by somebody who holds the store: found, with the number of the first entry that does not hold. */
import { allEntries, headOf, UnreadableEntry } from "#db/record";
import { verify } from "#deliberation/verify";
import { checkBeforeServing, checkRecord } from "#server/check";
import type { Fault, Outcome, Round } from "../fault.ts";
import { REPORT } from "../stage.ts";
import { type HandedOut, TamperedRecord } from "./record.ts";
import { ALTERATIONS, type Alteration } from "./ways.ts";

export const tampering: Fault = {
  name: "tampering",
  invariant: "tampering is found, with the first bad number",
  unit: "alterations",
  counts: { short: 500, hour: 5_000, full: 10_000 },
  twins: ["without-checkpoints", "without-links", "without-provenance"],
  twinCount: 300,
  run,
};

/** The first number that does not hold; 0 when all does, −1 when something beside the entries does not. */
type Check = (record: TamperedRecord, outside: readonly HandedOut[]) => number;

const CHECKS: Record<string, Check> = {
  /** As the server checks at its start, with what a reader holds against it. */
  whole({ store }, outside) {
    const { fault, intact } = checkRecord(store, REPORT, undefined, outside);
    if (fault !== null) return fault.seq;
    if (!intact) return -1;
    try {
      checkBeforeServing(store);
      return 0;
    } catch {
      return -1;
    }
  },
  "without-checkpoints": ({ store }) =>
    firstBad(() => verify(allEntries(store, REPORT), headOf(store, REPORT))),
  /** Takes each entry's word for which it follows. */
  "without-links": (record, outside) => firstBad(() => record.verifyRelinked(outside)),
  /** Does not look at who drafted, cleared and submitted. */
  "without-provenance": ({ store }, outside) =>
    firstBad(() => {
      const seen = [...allEntries(store, REPORT)].map(({ header, body, bodySalt }) => ({
        header,
        body,
        bodySalt,
      }));
      return verify(seen, headOf(store, REPORT), outside);
    }),
};

function firstBad(check: () => ReturnType<typeof verify>): number {
  try {
    return check().fault?.seq ?? 0;
  } catch (error) {
    if (error instanceof UnreadableEntry) return error.seq;
    return -1;
  }
}

async function run({ count, random, twin }: Round): Promise<Outcome> {
  const check = CHECKS[twin ?? "whole"] ?? CHECKS.whole;
  const original = await TamperedRecord.made(random);
  const violations: string[] = [];
  const ways = new Map<string, number>();
  let [done, harmless] = [0, 0];
  try {
    for (; done < count && violations.length === 0; done += 1) {
      const way = random.of(ALTERATIONS);
      const copy = original.copy();
      const altered: Alteration = way(copy, random);
      // A mistaken verifier is to be found by what it says of entries.
      if (twin !== null && altered.expected.includes(-1)) {
        copy.close();
        continue;
      }
      ways.set(altered.name, (ways.get(altered.name) ?? 0) + 1);
      const found = check?.(copy, altered.outside) ?? 0;
      if (altered.expected.length === 0) harmless += 1;
      const right = altered.expected.length === 0 ? found === 0 : altered.expected.includes(found);
      if (!right)
        violations.push(
          `${altered.name}: expected ${altered.expected.join(" or ") || "nothing"}, found ${found}`,
        );
      copy.close();
    }
  } finally {
    original.drop();
  }
  return { done, violations, figures: { entries: original.length, ways: ways.size, harmless } };
}
