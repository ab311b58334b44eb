"use client";
/** Says that somebody was here, and up to which entry this page showed the record. Not saying it harms nothing. */
import { useEffect } from "react";

const AGAIN_MS = 10 * 60_000;

export function Visit({ report, seq }: { report: string; seq: number }) {
  useEffect(() => {
    const say = () => {
      if (document.visibilityState !== "visible") return;
      fetch(`/api/v1/reports/${report}/visit`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ seq }),
        keepalive: true,
      })
        // Read to its end: until then a browser counts the request as under way.
        .then((answer) => answer.text())
        .catch(() => undefined);
    };
    say();
    const timer = setInterval(say, AGAIN_MS);
    return () => clearInterval(timer);
  }, [report, seq]);
  return null;
}
