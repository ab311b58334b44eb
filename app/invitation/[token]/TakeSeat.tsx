"use client";
/** Whoever is signed in with the address invited takes the seat at once, and acts in it from then on. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RefusalNotice } from "../../_ui/Refusal.tsx";
import { post } from "../../_ui/submit.ts";

export function TakeSeat({ token }: { token: string }) {
  const t = useTranslations("invitation");
  const [refused, setRefused] = useState<string | null>(null);
  const take = async () => {
    setRefused(null);
    const answer = await post("/api/v1/invitations/acceptance", { token, who: { as: "signed-in" } });
    if ("code" in answer) setRefused(answer.code);
    else window.location.assign("/");
  };
  return (
    <div>
      <p>{t("signedInAlready")}</p>
      {refused !== null && <RefusalNotice code={refused} draft={false} />}
      <div className="acts">
        <button type="button" className="btn pri" onClick={take}>
          {t("take")}
        </button>
      </div>
    </div>
  );
}
