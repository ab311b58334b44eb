"use client";
/** Without a network: what this device keeps for the person who was signed in here last, under the address asked for. */
import { useEffect, useState } from "react";
import { type KeptRecord, keptRecords } from "../_live/kept-record.ts";
import { type Holder, holder } from "../_live/on-this-device.ts";
import type { BrowserSeat } from "../_ui/SeatContext.tsx";
import { partsOf } from "./address.ts";
import { KeptList } from "./KeptList.tsx";
import { KeptReport } from "./KeptReport.tsx";

export type Kept = KeptRecord<BrowserSeat>;

/** What there is to show. */
type Found = { holder: Holder | null; kept: Kept[]; path: string };

export function Shell() {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    void whatIsKept().then(setFound);
  }, []);
  if (found === null) return <main id="main" className="page" aria-busy="true" />;
  const asked = partsOf(found.path, found.kept[0]?.report);
  const kept = found.kept.find(({ report }) => report === asked?.report);
  return asked === null || kept === undefined ? (
    <KeptList {...found} />
  ) : (
    <KeptReport kept={kept} asked={asked} />
  );
}

/** [L2] A sign-in whose time is over shows nothing until the same person signs in again. */
async function whatIsKept(): Promise<Found> {
  const last = holder();
  const isLocked = last !== null && Date.parse(last.until) <= Date.now();
  const kept = last === null || isLocked ? [] : await keptRecords<BrowserSeat>(last.person).catch(() => []);
  return { holder: last, kept, path: window.location.pathname };
}
