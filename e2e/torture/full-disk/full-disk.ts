/** A disk that is full, limited, read-only or failing: a clear refusal, nothing lost, and going on by itself. */

import type { Fault, Outcome, Round } from "../fault.ts";
import type { Random } from "../random.ts";
import { damaging } from "./damage.ts";
import { refusing } from "./point.ts";
import { starting } from "./start.ts";
import type { Way } from "./ways.ts";

type Kind = Way | "start" | "damaged";

const KINDS: readonly Kind[] = ["full", "limited", "read-only", "failing", "start", "damaged"];

/** With which kinds of point a mistake can be found; the server's own port is not asked in the others. */
const TWINS: Record<string, readonly Kind[]> = {
  "acknowledge-failed-write": ["full", "limited", "read-only", "failing"],
  "fault-without-name": ["full", "limited", "read-only", "failing"],
  "fault-for-good": ["full", "limited", "read-only", "failing"],
  "kept-without-hash": ["damaged"],
};

export const fullDisk: Fault = {
  name: "full-disk",
  invariant: "a full or failing disk refuses clearly, keeps drafts, goes on reading, and resumes by itself",
  unit: "points",
  counts: { short: 5, hour: 20, full: 50 },
  twins: Object.keys(TWINS),
  twinCount: 2,
  run,
};

async function run({ count, random, twin }: Round): Promise<Outcome> {
  const violations: string[] = [];
  const by: Record<string, number> = {};
  const [refusals, resumed, lines]: [number[], number[], number[]] = [[], [], []];
  let left: Kind[] = [];
  let done = 0;
  for (; done < count && violations.length === 0; done += 1) {
    if (left.length === 0) left = random.shuffled((twin === null ? null : TWINS[twin]) ?? KINDS);
    const kind = left.pop() ?? "full";
    if (process.env.TELL) console.log(kind);
    const point = await pointOf(kind, random, twin);
    if (process.env.TELL)
      console.log(kind, JSON.stringify({ ...point, violations: point.violations.slice(0, 4) }));
    by[point.by] = (by[point.by] ?? 0) + 1;
    violations.push(...point.violations.map((one) => `${point.by}: ${one}`));
    if (!("refused" in point)) continue;
    refusals.push(point.refused + point.closed);
    resumed.push(point.resumedMs);
    lines.push(point.logLines);
  }
  return {
    done,
    violations,
    figures: {
      ...by,
      refusals: refusals.reduce((sum, one) => sum + one, 0),
      "slowest recovery": `${Math.max(0, ...resumed)} ms`,
      "log lines a second": Math.round(Math.max(0, ...lines)),
    },
  };
}

async function pointOf(kind: Kind, random: Random, twin: string | null) {
  if (kind === "start") return { by: kind, violations: await starting(random) };
  if (kind === "damaged") return { by: kind, violations: await damaging(random, twin) };
  return refusing(kind, random, twin);
}
