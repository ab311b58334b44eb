/** Which rows or columns a scrolled table holds: those in sight and a few beyond, with gaps in place of the others. */

/** One thing by its index, or the size of all that is left out in its place. */
export type Slot = { index: number } | { gap: number; before: number };

export interface Span {
  from: number;
  to: number;
}

/**
 * @param sizes of the things, in the unit of the span.
 * @param kept an index that stays, wherever it lies: the one that holds the focus.
 */
export function slotsIn(sizes: readonly number[], { from, to }: Span, kept: number | null): Slot[] {
  const slots: Slot[] = [];
  let offset = 0;
  let gap = 0;
  sizes.forEach((size, index) => {
    const inSight = offset + size > from && offset < to;
    offset += size;
    if (!inSight && index !== kept) {
      gap += size;
      return;
    }
    if (gap > 0) slots.push({ gap, before: index });
    gap = 0;
    slots.push({ index });
  });
  if (gap > 0) slots.push({ gap, before: sizes.length });
  return slots;
}

/** How far to scroll so that a thing at `start` of this size is in sight; the same when it is. */
export function scrolledTo(now: number, sight: number, start: number, size: number): number {
  if (start < now) return start;
  return start + size > now + sight ? start + size - sight : now;
}

export function offsetOf(sizes: readonly number[], index: number): number {
  return sizes.slice(0, index).reduce((sum, size) => sum + size, 0);
}
