"use client";
/** Since which day something holds, and the document that says so. */
import { useTranslations } from "next-intl";
import { browserNow } from "../../../_ui/browser-now.ts";

export interface Cited {
  since: string;
  citation: string;
}

export const UNCITED: Cited = { since: "", citation: "" };

const DAY_MS = 86_400_000;

/** What is wrong: the id of a field → the fault. */
export function faultsOf(id: string, { since, citation }: Cited): Record<string, string> {
  const faults: Record<string, string> = {};
  // As the judge has it: the day has begun somewhere.
  if (since === "" || Date.parse(since) > Date.parse(browserNow()) + DAY_MS / 2)
    faults[`${id}-since`] = "since";
  if (citation.trim() === "") faults[`${id}-citation`] = "citation";
  return faults;
}

interface Props {
  id: string;
  value: Cited;
  onChange: (value: Cited) => void;
}

export function CitedFields({ id, value, onChange }: Props) {
  const t = useTranslations("delegations.standing");
  return (
    <>
      <label className="field" htmlFor={`${id}-since`}>
        <span>{t("since")}</span>
        <input
          id={`${id}-since`}
          type="date"
          value={value.since}
          onChange={(event) => onChange({ ...value, since: event.target.value })}
        />
      </label>
      <label className="field" htmlFor={`${id}-citation`}>
        <span>{t("citation")}</span>
        <input
          id={`${id}-citation`}
          value={value.citation}
          dir="auto"
          maxLength={300}
          onChange={(event) => onChange({ ...value, citation: event.target.value })}
        />
      </label>
    </>
  );
}
