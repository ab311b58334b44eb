/** Hostile frames by the thousand: nothing crashes, nothing stalls, colleagues write on, and rooms reload as they were. */
import type { Fault, Outcome, Round } from "../fault.ts";
import { FramedRoom, type Mistake } from "./room.ts";
import { overTheWire } from "./wire.ts";

const SETTLE_EVERY = 50;
/** Of all frames, how many go over real sockets to a real server. */
const WIRED = 0.03;
/** Beyond what garbage collection leaves lying about. */
const MOST_GROWTH_BYTES = 400 * 1_048_576;

export const frames: Fault = {
  name: "frames",
  invariant: "hostile frames crash nothing, stall nothing, and rooms reload",
  unit: "frames",
  counts: { short: 20_000, hour: 400_000, full: 5_000_000 },
  twins: ["firewall-skipped", "wire-bytes-stored", "spoilt-room-kept", "ids-unowned", "never-kept"],
  twinCount: 60_000,
  timed: true,
  run,
};

async function run({ count, random, twin }: Round): Promise<Outcome> {
  const mistake = twin as Mistake;
  const violations: string[] = [];
  const counts = { taken: 0, refused: 0, reloaded: 0, rooms: 0, sockets: 0 };
  const before = process.memoryUsage().heapUsed;
  const wired = mistake === "never-kept" ? count : mistake === null ? Math.round(count * WIRED) : 0;
  let done = 0;
  while (done < count - wired && violations.length === 0) {
    const room = new FramedRoom(random, mistake);
    counts.rooms += 1;
    while (!room.isFull && done < count - wired && violations.length === 0) {
      done += 1;
      try {
        violations.push(...room.attacked());
        if (done % SETTLE_EVERY === 0) violations.push(...room.settled());
      } catch (error) {
        violations.push(`the room does not open again: ${(error as Error).message}`);
      }
    }
    room.end();
    for (const name of ["taken", "refused", "reloaded"] as const) counts[name] += room.counts[name];
    // Lets what was thrown away be collected.
    await new Promise((over) => setImmediate(over));
  }
  if (violations.length === 0 && wired > 0) {
    const wire = await overTheWire(wired, random, mistake === "never-kept");
    done += wire.done;
    counts.sockets = wire.sockets;
    violations.push(...wire.violations);
  }
  const growth = process.memoryUsage().heapUsed - before;
  if (growth > MOST_GROWTH_BYTES) violations.push(`the memory grew by ${Math.round(growth / 1_048_576)} MB`);
  return { done, violations, figures: counts };
}
