"use client";
/** This browser's time as an instant; what a round allows is judged by the server's. */
import type { Instant } from "#deliberation/ids";

export function browserNow(): Instant {
  return new Date().toISOString() as Instant;
}
