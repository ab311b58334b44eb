"use client";
/** Says that the notices shown were read. Not saying it harms nothing: they stay counted. */
import { useEffect } from "react";

export function NoticesRead({ report, seq }: { report: string; seq: number }) {
  useEffect(() => {
    fetch(`/api/v1/reports/${report}/notices/read`, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ seq }),
    })
      // Read to its end: until then a browser counts the request as under way.
      .then((answer) => answer.text())
      .catch(() => undefined);
  }, [report, seq]);
  return null;
}
