"use client";
/** Other names for a delegation, from now on; what was said before is shown under the names of its day. */
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { DelegationState } from "#deliberation/state";
import { RefusalNotice } from "../../../_ui/Refusal.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { newId, submit } from "../../../_ui/submit.ts";
import { allNames, NameFields } from "./NameFields.tsx";

export function Rename({ one, name }: { one: DelegationState; name: string }) {
  const t = useTranslations("delegations");
  const { report } = useSeat();
  const dialog = useRef<HTMLDialogElement>(null);
  const [names, setNames] = useState(one.names);
  const [refused, setRefused] = useState<string | null>(null);
  const all = allNames(names);
  const rename = async () => {
    if (all === null) return;
    const asked = { id: newId(), kind: "delegation.renamed", delegation: one.key, names: all };
    const answer = await submit(report, asked);
    if ("code" in answer) setRefused(answer.code);
    else dialog.current?.close();
  };
  return (
    <>
      <button type="button" className="link" onClick={() => dialog.current?.showModal()}>
        {t("rename", { name })}
      </button>
      <dialog className="dlg" ref={dialog} aria-labelledby={`rename-${one.key}`}>
        <h2 id={`rename-${one.key}`}>{t("rename", { name })}</h2>
        <p>{t("renameSentence")}</p>
        <NameFields id={one.key} names={names} onChange={setNames} />
        {refused !== null && <RefusalNotice code={refused} draft={false} />}
        <div className="acts">
          <button type="button" className="btn pri" aria-disabled={all === null} onClick={rename}>
            {t("renameConfirm")}
          </button>{" "}
          <button type="button" className="btn" onClick={() => dialog.current?.close()}>
            {t("cancel")}
          </button>
        </div>
      </dialog>
    </>
  );
}
