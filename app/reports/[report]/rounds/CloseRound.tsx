"use client";
/** Closing a round before its deadline: what follows is said first. */
import { useFormatter, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { totalsShown } from "#deliberation/count";
import type { RoundState } from "#deliberation/state";
import { isWithoutAttribution } from "#deliberation/unattributed";
import { silentDelegations } from "#deliberation/work";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { RefusalNotice } from "../../../_ui/Refusal.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { newId, submit } from "../../../_ui/submit.ts";

export function CloseRound({ round }: { round: RoundState }) {
  const t = useTranslations("rounds");
  const format = useFormatter();
  const { report } = useSeat();
  const state = useRecordState();
  const dialog = useRef<HTMLDialogElement>(null);
  const leave = useRef<HTMLButtonElement>(null);
  const [id, setId] = useState(newId);
  const [refused, setRefused] = useState<string | null>(null);
  const number = round.id;
  const ask = () => {
    setRefused(null);
    // A round may be closed again after it was reopened: that is another entry.
    setId(newId());
    dialog.current?.showModal();
    leave.current?.focus();
  };
  const close = async () => {
    const answer = await submit(report, { id, kind: "round.closed", round: number });
    if ("code" in answer) setRefused(answer.code);
    else dialog.current?.close();
  };
  return (
    <>
      <button type="button" className="btn" onClick={ask}>
        {t("close.ask", { number })}
      </button>
      <dialog className="dlg" role="alertdialog" ref={dialog} aria-labelledby={`close-${number}`}>
        <h2 id={`close-${number}`}>{t("close.title", { number })}</h2>
        <ul className="follows">
          <li>
            {t("close.early", {
              time: format.dateTime(new Date(round.closesAt), { dateStyle: "full", timeStyle: "short" }),
            })}
          </li>
          <li>{t(isWithoutAttribution(state, number) ? "close.words" : "close.late")}</li>
          <li>{t("close.after")}</li>
          <li>{t("close.drafts")}</li>
          {totalsShown(state) && <li>{t("close.silent", { count: silentDelegations(state).length })}</li>}
          <li>{t("told")}</li>
          <li>{t("close.reopen")}</li>
        </ul>
        {refused !== null && <RefusalNotice code={refused} draft={false} />}
        <div className="acts">
          <button type="button" className="btn" ref={leave} onClick={() => dialog.current?.close()}>
            {t("close.leave")}
          </button>{" "}
          <button type="button" className="btn pri" onClick={close}>
            {t("close.confirm", { number })}
          </button>
        </div>
      </dialog>
    </>
  );
}
