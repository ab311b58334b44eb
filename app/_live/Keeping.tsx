"use client";
/**
 * Keeps what this page shows of the record, and the report's text, on the device: to be read without a network. Never
 * while somebody types or scrolls, and at most every half minute.
 */
import { useEffect } from "react";
import type { ReportId } from "#deliberation/ids";
import { packed } from "#deliberation/packed";
import { askText } from "./ask.ts";
import { type KeptRecord, keepRecord, keptRecord } from "./kept-record.ts";
import { useLiveContext } from "./LiveProvider.tsx";

const AT_MOST_EVERY_MS = 30_000;
const SOON_MS = 1_500;

interface Props {
  person: string;
  volumeSize: number;
  readsSealed: boolean;
  draftsOf: string | null;
  /** Who is looking, as the pages hand it on. */
  seat: unknown;
  /** The entry up to which the visit before had read. */
  since: number;
}

type Text = Pick<KeptRecord, "text" | "textVersion" | "titles">;

export function Keeping({ person, volumeSize, readsSealed, draftsOf, seat, since }: Props) {
  const { record, unread } = useLiveContext();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page has one seat; it comes as a new object each time.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let [stopped, keptAt] = [false, 0];
    let kept: { of: unknown; text: Text; epoch: string } | null = null;
    const keep = async () => {
      const { state, epoch, connection } = record;
      if (connection.phase !== "connected" || (kept?.of === state && kept.epoch === epoch)) return;
      keptAt = performance.now();
      const report = record.report as ReportId;
      try {
        const named = { person, epoch, report };
        const version = state.text?.version ?? 0;
        const before = kept?.epoch === epoch ? kept.text : await keptRecord(named);
        const text = before?.textVersion === version ? before : await textOf(report, version);
        if (stopped) return;
        const at = new Date().toISOString();
        await keepRecord({
          ...{ ...named, at, volumeSize, readsSealed, draftsOf, seat, since },
          ...{ own: unread.own, counted: unread.counted, state: packed(state) },
          ...{ text: text.text, textVersion: version, titles: text.titles },
        });
        kept = { of: state, text, epoch };
      } catch {
        // This browser keeps nothing, or the text could not be had: the same again later.
      }
    };
    const later = () => {
      if (timer !== undefined) return;
      const wait = Math.max(SOON_MS, keptAt === 0 ? 0 : keptAt + AT_MOST_EVERY_MS - performance.now());
      timer = setTimeout(() => {
        timer = undefined;
        if ("requestIdleCallback" in window) requestIdleCallback(() => void keep());
        else void keep();
      }, wait);
    };
    const leaving = () => void (document.visibilityState === "hidden" && keep());
    const unlisten = record.subscribe(later);
    document.addEventListener("visibilitychange", leaving);
    later();
    return () => {
      stopped = true;
      clearTimeout(timer);
      unlisten();
      document.removeEventListener("visibilitychange", leaving);
    };
  }, [record, unread, person]);
  return null;
}

async function textOf(report: string, textVersion: number): Promise<Text> {
  return { ...(await askText(report)), textVersion };
}
