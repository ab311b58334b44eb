"use client";
/** Erasing a draft with its editing history, or all of the delegation's: the head's order, said twice. */
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Heard } from "./Heard.tsx";
import { useNames } from "./names.ts";
import { RefusalNotice } from "./Refusal.tsx";
import { useSeat } from "./SeatContext.tsx";
import { erase } from "./submit.ts";

export function EraseDraft({ draft }: { draft: string }) {
  const t = useTranslations("erase");
  const { report, delegation, erases } = useSeat();
  const name = useNames();
  const dialog = useRef<HTMLDialogElement>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [count, setCount] = useState<number | null>(null);
  if (!erases || delegation === null) return null;
  const order = async (which: string | null) => {
    setRefused(null);
    const answer = await erase(report, which);
    if ("code" in answer) return setRefused(answer.code);
    setCount(answer.erased);
    dialog.current?.close();
  };
  return (
    <div className="sec">
      <button type="button" className="link" onClick={() => dialog.current?.showModal()}>
        {t("open")}
      </button>{" "}
      <Heard as="span">{count !== null && t("done", { count })}</Heard>
      <dialog className="dlg" ref={dialog} aria-labelledby="erase-title">
        <h2 id="erase-title">{t("title")}</h2>
        <p>{t("sentence")}</p>
        {refused !== null && <RefusalNotice code={refused} />}
        <div className="acts">
          <button type="button" className="btn pri" onClick={() => order(draft)}>
            {t("one")}
          </button>{" "}
          <button type="button" className="btn" onClick={() => order(null)}>
            {t("all", { name: name(delegation) })}
          </button>{" "}
          <button type="button" className="btn" onClick={() => dialog.current?.close()}>
            {t("cancel")}
          </button>
        </div>
      </dialog>
    </div>
  );
}
