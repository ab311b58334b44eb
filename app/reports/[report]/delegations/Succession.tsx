"use client";
/** Who comes after a delegation: it continues as another, or another succeeds it. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { assemblyOf } from "#deliberation/membership";
import { takesPart } from "#deliberation/standing";
import type { DelegationState } from "#deliberation/state";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { DelegationField } from "../groups/Registering.tsx";
import { RecordDialog } from "../rounds/RecordDialog.tsx";
import { Changes } from "./Changes.tsx";
import { CitedFields, faultsOf, UNCITED } from "./CitedFields.tsx";

const MANNERS = ["continued", "succeeded"] as const;

export function Succession({ one, name }: { one: DelegationState; name: string }) {
  const t = useTranslations("delegations");
  const state = useRecordState();
  const [successor, setSuccessor] = useState("");
  const [manner, setManner] = useState<(typeof MANNERS)[number]>("continued");
  const [cited, setCited] = useState(UNCITED);
  const id = `succession-${one.key}`;
  const before = new Set((one.succeeded ?? []).map(({ by }) => by));
  const may = assemblyOf(state).filter((other) => takesPart(other) && other.key !== one.key);
  const keys = may.map(({ key }) => key).filter((key) => !before.has(key));
  return (
    <RecordDialog
      name={id}
      ask={t("succession.record")}
      title={t("succession.ask", { name })}
      says={t("succession.says", { name })}
      confirm={t("succession.confirm")}
      read={() => {
        const faults = {
          ...(successor === "" ? { [`${id}-who`]: "delegation" } : {}),
          ...faultsOf(id, cited),
        };
        if (Object.keys(faults).length > 0) return { faults };
        const asked = { delegation: one.key, successor, manner, ...cited };
        return { asked: { kind: "delegation.succeeded", ...asked } };
      }}
      onRecorded={() => {
        setSuccessor("");
        setCited(UNCITED);
      }}
    >
      <fieldset>
        <legend>{t("succession.manner")}</legend>
        {MANNERS.map((which) => (
          <label className="check" key={which}>
            <input
              type="radio"
              name={`${id}-manner`}
              checked={manner === which}
              onChange={() => setManner(which)}
            />{" "}
            {t(`succession.${which}`)}
          </label>
        ))}
      </fieldset>
      <DelegationField id={`${id}-who`} keys={keys} value={successor} onChange={setSuccessor} />
      <CitedFields id={id} value={cited} onChange={setCited} />
      {successor !== "" && <Changes one={one} to="former" successor={successor} />}
    </RecordDialog>
  );
}
