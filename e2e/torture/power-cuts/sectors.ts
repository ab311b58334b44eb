/** One file after the power went: what was durable, and what the disk made of the writes since. */
import type { Random } from "../random.ts";

const SECTOR = 512;

/**
 * What becomes of the writes since the last fsync: none or all are there; some; some of the last and none before
 * them; each sector as it was after any of its writes; the same with old bytes of the disk where a file grew.
 */
export const WHIMS = ["nothing", "everything", "some", "latest", "torn", "garbage"] as const;
export type Whim = (typeof WHIMS)[number];

/** Bytes written at a place, or a new size. */
export type Change = { at: number; bytes: Buffer } | { size: number };

export function afterCut(durable: Buffer, pending: readonly Change[], whim: Whim, random: Random): Buffer {
  switch (whim) {
    case "nothing":
      return durable;
    case "everything":
      return changed(durable, pending);
    case "some":
      return changed(
        durable,
        pending.filter(() => random.chance(0.5)),
      );
    case "latest":
      return changed(durable, pending.slice(random.below(pending.length + 1)));
    case "torn":
    case "garbage":
      return torn(durable, pending, whim === "garbage", random);
  }
}

export function changed(before: Buffer, changes: readonly Change[]): Buffer {
  const after = Buffer.alloc(Math.max(before.length, ...changes.map(endOf)));
  before.copy(after);
  let size = before.length;
  for (const change of changes) size = apply(after, size, change);
  return after.subarray(0, size);
}

function torn(durable: Buffer, pending: readonly Change[], garbage: boolean, random: Random): Buffer {
  const content = Buffer.alloc(Math.max(durable.length, ...pending.map(endOf)));
  durable.copy(content);
  const sizes = [durable.length];
  /** Sector number → what it held after each change that touched it. */
  const versions = new Map<number, Buffer[]>();
  for (const change of pending) {
    const before = sizes.at(-1) ?? 0;
    sizes.push(apply(content, before, change));
    const [from, end] = "size" in change ? [change.size, before] : [change.at, endOf(change)];
    for (let sector = Math.floor(from / SECTOR); sector * SECTOR < end; sector += 1) {
      const known = versions.get(sector) ?? [];
      known.push(Buffer.from(content.subarray(sector * SECTOR, (sector + 1) * SECTOR)));
      versions.set(sector, known);
    }
  }
  const left = Buffer.alloc(content.length);
  durable.copy(left);
  for (const [sector, known] of versions) {
    const version = known[random.below(known.length + 1) - 1];
    if (version !== undefined) version.copy(left, sector * SECTOR);
    else if (garbage && sector * SECTOR >= durable.length) random.bytes(SECTOR).copy(left, sector * SECTOR);
  }
  // The size is written by itself: it may be that after any of the changes.
  return left.subarray(0, random.of(sizes));
}

function endOf(change: Change): number {
  return "size" in change ? change.size : change.at + change.bytes.length;
}

/** @returns the file's new size. */
function apply(content: Buffer, size: number, change: Change): number {
  if ("size" in change) {
    if (change.size < size) content.fill(0, change.size, size);
    return change.size;
  }
  change.bytes.copy(content, change.at);
  return Math.max(size, change.at + change.bytes.length);
}
