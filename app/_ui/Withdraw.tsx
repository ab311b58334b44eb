"use client";
/** Withdrawing one's own position or comment, with a reason; it stays in the history. */
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { RefusalNotice } from "./Refusal.tsx";
import { useSeat } from "./SeatContext.tsx";
import { newId, submit } from "./submit.ts";

interface Props {
  entry: number;
  kind: "position.withdrawn" | "comment.withdrawn" | "declaration.withdrawn" | "statement.withdrawn";
  label: string;
}

export function Withdraw({ entry, kind, label }: Props) {
  const t = useTranslations("withdraw");
  const { report, submits } = useSeat();
  const dialog = useRef<HTMLDialogElement>(null);
  const [id] = useState(newId);
  const [reason, setReason] = useState("");
  const [refused, setRefused] = useState<string | null>(null);
  if (!submits) return null;
  const withdraw = async () => {
    const answer = await submit(report, {
      id,
      kind,
      entry,
      ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
    });
    if ("code" in answer) setRefused(answer.code);
    else dialog.current?.close();
  };
  return (
    <>
      <button type="button" className="link" onClick={() => dialog.current?.showModal()}>
        {label}
      </button>
      <dialog className="dlg" ref={dialog} aria-labelledby={`withdraw-${entry}`}>
        <h2 id={`withdraw-${entry}`}>{t("title", { entry })}</h2>
        <p>{t("stays")}</p>
        <label className="field">
          <span>{t("reason")}</span>
          <textarea value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
        {refused !== null && <RefusalNotice code={refused} />}
        <div className="acts">
          <button type="button" className="btn pri" onClick={withdraw}>
            {t("confirm")}
          </button>{" "}
          <button type="button" className="btn" onClick={() => dialog.current?.close()}>
            {t("cancel")}
          </button>
        </div>
      </dialog>
    </>
  );
}
