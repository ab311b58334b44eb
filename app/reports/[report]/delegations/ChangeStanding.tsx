"use client";
/** Another standing of a delegation, or none any more, from the moment of the entry on. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { DelegationState, StandingStep } from "#deliberation/state";
import { RecordDialog } from "../rounds/RecordDialog.tsx";
import { Changes } from "./Changes.tsx";
import { CitedFields, faultsOf, UNCITED } from "./CitedFields.tsx";

const STANDINGS = ["member", "observer", "former"] as const;

export function ChangeStanding({ one, name }: { one: DelegationState; name: string }) {
  const t = useTranslations("delegations");
  const [to, setTo] = useState<StandingStep["kind"] | null>(null);
  const [cited, setCited] = useState(UNCITED);
  const id = `standing-${one.key}`;
  return (
    <RecordDialog
      name={id}
      ask={t("standing.change")}
      title={t("standing.ask", { name })}
      says={t("standing.says")}
      confirm={t("standing.confirm")}
      read={() => {
        const faults = {
          ...(to === null || to === one.kind ? { [`${id}-to`]: "standing" } : {}),
          ...faultsOf(id, cited),
        };
        if (Object.keys(faults).length > 0) return { faults };
        const asked = { delegation: one.key, standing: to, ...cited };
        return { asked: { kind: "delegation.standing.changed", ...asked } };
      }}
      onRecorded={() => {
        setTo(null);
        setCited(UNCITED);
      }}
    >
      <fieldset id={`${id}-to`}>
        <legend>{t("standing.legend")}</legend>
        {STANDINGS.filter((kind) => kind !== one.kind).map((kind) => (
          <label className="check" key={kind}>
            <input type="radio" name={`${id}-to`} checked={to === kind} onChange={() => setTo(kind)} />{" "}
            {t(`of.${kind}`)}
          </label>
        ))}
      </fieldset>
      <CitedFields id={id} value={cited} onChange={setCited} />
      {to !== null && to !== one.kind && <Changes one={one} to={to} />}
    </RecordDialog>
  );
}
