"use client";
/** The facilitator's way to tell everybody at which idea or paragraph the room is. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RefusalNotice } from "./Refusal.tsx";
import { useSeat } from "./SeatContext.tsx";
import { invite } from "./submit.ts";

export function BringEverybody({ place }: { place: string }) {
  const t = useTranslations("invited");
  const { as, report } = useSeat();
  const [refused, setRefused] = useState<string | null>(null);
  if (as !== "facilitator") return null;
  const bring = async () => {
    const answer = await invite(report, place);
    setRefused("code" in answer ? answer.code : null);
  };
  return (
    <>
      <button type="button" className="link" onClick={() => void bring()}>
        {t("bring")}
      </button>
      {refused !== null && <RefusalNotice code={refused} draft={false} />}
    </>
  );
}
