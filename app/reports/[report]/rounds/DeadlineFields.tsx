"use client";
/** A day and an hour of New York, what they are elsewhere, and a warning when hardly anybody works then. */
import { useTranslations } from "next-intl";
import { deadlineWarning } from "#deliberation/deadline";
import type { Instant } from "#deliberation/ids";
import { instantInNewYork } from "#deliberation/new-york";
import { Heard } from "../../../_ui/Heard.tsx";
import { Moment } from "./Moment.tsx";

export interface Asked {
  day: string;
  time: string;
}

export function momentOf({ day, time }: Asked): Instant | null {
  return instantInNewYork(day, time);
}

/** What the day is the day of. */
const DAYS = { deadline: "form.day", opening: "form.firstDay", receipt: "form.receivedDay" } as const;

export function DeadlineFields({
  name,
  of = "deadline",
  value,
  onChange,
}: {
  /** Names the fields of this form apart from those of others on the page. */
  name: string;
  of?: keyof typeof DAYS;
  value: Asked;
  onChange: (value: Asked) => void;
}) {
  const t = useTranslations("rounds");
  const at = momentOf(value);
  return (
    <>
      <div className="two">
        <label className="field">
          <span>{t(DAYS[of])}</span>
          <input
            id={`${name}-day`}
            type="date"
            value={value.day}
            onChange={(event) => onChange({ ...value, day: event.target.value })}
          />
        </label>
        <label className="field">
          <span>{t("form.time")}</span>
          <input
            type="time"
            value={value.time}
            onChange={(event) => onChange({ ...value, time: event.target.value })}
          />
        </label>
      </div>
      <Heard as="div">
        {at !== null && (
          <>
            <Moment at={at} />
            {of !== "receipt" && <Warning at={at} />}
          </>
        )}
      </Heard>
    </>
  );
}

export function Warning({ at }: { at: Instant }) {
  const t = useTranslations("rounds");
  const warning = deadlineWarning(at);
  if (warning === null) return null;
  return (
    <p className="warning">
      <b>{t("warning.title")}</b>{" "}
      {warning === "weekend" ? t("warning.weekend") : t("warning.holiday", { name: t(`holiday.${warning}`) })}
    </p>
  );
}
