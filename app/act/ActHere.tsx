"use client";
/** Has this sign-in act in another seat of its person; the pages begin anew. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { hasUnsent } from "../_live/unsent-words.ts";
import { RefusalNotice } from "../_ui/Refusal.tsx";
import { put } from "../_ui/submit.ts";

export function ActHere({ seat, name }: { seat: string; name: string }) {
  const t = useTranslations("acting");
  const [refused, setRefused] = useState<string | null>(null);
  const act = async () => {
    // Of a delegation one does not act for, a device keeps nothing.
    if (hasUnsent() && !window.confirm(t("unsent"))) return;
    const answer = await put("/api/v1/sign-in/seat", { seat });
    if ("code" in answer) setRefused(answer.code);
    else window.location.assign("/");
  };
  return (
    <span>
      <button type="button" className="btn" aria-label={t("hereAs", { name })} onClick={act}>
        {t("here")}
      </button>
      {refused !== null && <RefusalNotice code={refused} draft={false} />}
    </span>
  );
}
