"use client";
/**
 * This device and who is signed in on it: what others left is deleted, what was taken back is forgotten, and the
 * pages of the next visit open without a network.
 */
import { useLocale } from "next-intl";
import { useEffect } from "react";
import { forgetHolder, type Holder, holdFor } from "../_live/on-this-device.ts";
import { EndsSoon } from "./EndsSoon.tsx";
import { standing } from "./sign-in-stands.ts";

const AFTER_MS = 1_500;

/** @param held null where nobody is signed in. @param build of the pages; null while they are being developed. */
export function Device({ held, build }: { held: Holder | null; build: string | null }) {
  const locale = useLocale();
  const [person, until] = [held?.person, held?.until];
  useEffect(() => {
    if (person !== undefined && until !== undefined) void holdFor({ person, until });
    else void forgetWhatWasTakenBack();
  }, [person, until]);
  useEffect(() => {
    if (build === null || !("serviceWorker" in navigator)) return;
    const keep = async () => {
      await navigator.serviceWorker.register("/sw.js");
      const { active } = await navigator.serviceWorker.ready;
      active?.postMessage({ build, locale, used: filesUsed() });
    };
    // The page itself first. A browser that allows no worker has no pages without a network.
    const timer = setTimeout(() => void keep().catch(() => undefined), AFTER_MS);
    return () => clearTimeout(timer);
  }, [build, locale]);
  return held === null ? null : <EndsSoon until={held.until} />;
}

/** What this page was loaded with before the worker was there to see it. */
function filesUsed(): string[] {
  return performance.getEntriesByType("resource").map(({ name }) => name);
}

async function forgetWhatWasTakenBack(): Promise<void> {
  const now = await standing();
  if (now?.standing === "revoked") await forgetHolder();
}
