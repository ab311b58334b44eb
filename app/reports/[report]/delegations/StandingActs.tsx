"use client";
/** What the secretariat may record of a delegation's standing; made when it is opened, for an Assembly is a long list. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { DelegationState } from "#deliberation/state";
import { ChangeStanding } from "./ChangeStanding.tsx";
import { Succession } from "./Succession.tsx";

export function StandingActs({ one, name }: { one: DelegationState; name: string }) {
  const t = useTranslations("delegations");
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="small">{t("standing.ask", { name })}</summary>
      {open && (
        <div className="acts">
          <ChangeStanding one={one} name={name} /> <Succession one={one} name={name} />
        </div>
      )}
    </details>
  );
}
