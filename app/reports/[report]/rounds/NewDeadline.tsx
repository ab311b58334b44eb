"use client";
/** A new deadline with its reason: an open round is extended, a closed one reopened. */
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { inNewYork } from "#deliberation/new-york";
import type { RoundState } from "#deliberation/state";
import { LANGUAGES } from "../../../_i18n/languages.ts";
import { browserNow } from "../../../_ui/browser-now.ts";
import { RefusalNotice } from "../../../_ui/Refusal.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { newId, submit } from "../../../_ui/submit.ts";
import { DeadlineFields, momentOf } from "./DeadlineFields.tsx";
import { Faults } from "./Faults.tsx";

interface Props {
  round: RoundState;
  kind: "round.extended" | "round.reopened";
}

export function NewDeadline({ round, kind }: Props) {
  const t = useTranslations();
  const format = useFormatter();
  const locale = useLocale();
  const { report } = useSeat();
  const dialog = useRef<HTMLDialogElement>(null);
  const [id, setId] = useState(newId);
  const [asked, setAsked] = useState({ day: "", time: inNewYork(round.closesAt).time });
  const [reason, setReason] = useState("");
  const [lang, setLang] = useState<string>(locale);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [refused, setRefused] = useState<string | null>(null);
  const [number, what] = [round.id, kind === "round.extended" ? "extend" : "reopen"];
  const name = `${what}-${number}`;
  const ask = () => {
    setId(newId());
    setFaults({});
    setRefused(null);
    dialog.current?.showModal();
  };
  const record = async (event: FormEvent) => {
    event.preventDefault();
    setRefused(null);
    const closesAt = momentOf(asked);
    const found = {
      ...(closesAt === null ? { [`${name}-day`]: "moment" } : {}),
      ...(closesAt !== null && closesAt <= browserNow() ? { [`${name}-day`]: "ahead" } : {}),
      ...(closesAt !== null && what === "extend" && closesAt <= round.closesAt
        ? { [`${name}-day`]: "later" }
        : {}),
      ...(reason.trim() === "" ? { [`${name}-reason`]: "reason" } : {}),
    };
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    const answer = await submit(report, { id, kind, round: number, closesAt, reason: reason.trim(), lang });
    if ("code" in answer) return setRefused(answer.code);
    dialog.current?.close();
    setAsked({ ...asked, day: "" });
    setReason("");
  };
  return (
    <>
      <button type="button" className="btn" onClick={ask}>
        {t(`rounds.${what}.ask`, { number })}
      </button>
      <dialog className="dlg" ref={dialog} aria-labelledby={name}>
        <form onSubmit={record} noValidate>
          <h2 id={name}>{t(`rounds.${what}.title`, { number })}</h2>
          <p>
            {t(`rounds.${what}.says`, {
              time: format.dateTime(new Date(round.closedAt ?? round.closesAt), {
                dateStyle: "full",
                timeStyle: "short",
              }),
            })}{" "}
            {t("rounds.told")}
          </p>
          <Faults faults={faults} />
          <DeadlineFields name={name} value={asked} onChange={setAsked} />
          <label className="field">
            <span>{t("rounds.reason")}</span>
            <textarea
              id={`${name}-reason`}
              value={reason}
              lang={lang}
              dir="auto"
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
          <label className="field">
            <span>{t("rounds.reasonLang")}</span>
            <select value={lang} onChange={(event) => setLang(event.target.value)}>
              {Object.entries(LANGUAGES).map(([code, endonym]) => (
                <option key={code} value={code} lang={code}>
                  {endonym}
                </option>
              ))}
            </select>
          </label>
          {refused !== null && <RefusalNotice code={refused} draft={false} />}
          <div className="acts">
            <button type="submit" className="btn pri">
              {t(`rounds.${what}.confirm`, { number })}
            </button>{" "}
            <button type="button" className="btn" onClick={() => dialog.current?.close()}>
              {t("rounds.cancel")}
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}
