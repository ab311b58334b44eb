"use client";
/** Who is looking, for what the browser offers; what is allowed is judged by the server each time. */
import { createContext, type ReactNode, useContext } from "react";
import type { DelegationKey, ReportId } from "#deliberation/ids";
import type { Scope } from "#deliberation/notice";

export interface BrowserSeat {
  as: "delegation" | "facilitator" | "administrator" | "reviewer";
  /** Its credentials are contested: it reads what is public. Missing on what a device kept from before this was told. */
  suspended?: boolean;
  report: ReportId;
  person: string;
  delegation: DelegationKey | null;
  writes: boolean;
  clears: boolean;
  submits: boolean;
  erases: boolean;
  /** [E11] What is heard of others' entries; unknown to what a device kept before it could be chosen. */
  hears?: Scope;
}

const Context = createContext<BrowserSeat | null>(null);

export function useSeat(): BrowserSeat {
  const seat = useContext(Context);
  if (seat === null) throw new Error("A seat is known on the pages of a report only.");
  return seat;
}

export function SeatProvider({ seat, children }: { seat: BrowserSeat; children: ReactNode }) {
  return <Context value={seat}>{children}</Context>;
}
