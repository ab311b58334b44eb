"use client";
/** A button and the dialog it opens: fields, what is wrong with them, and recording what they say as one entry. */
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { DialogFoot } from "../../../_ui/DialogFoot.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { newId, submit } from "../../../_ui/submit.ts";
import { Faults } from "./Faults.tsx";

interface Props {
  /** Names the dialog and its fields apart from others on the page. */
  name: string;
  ask: string;
  title: string;
  says: string;
  confirm: string;
  /** What is submitted, without its id; or what is wrong: the id of a field → the fault. */
  read: () => { asked: object } | { faults: Record<string, string> };
  onRecorded: () => void;
  children?: ReactNode;
}

export function RecordDialog({ name, ask, title, says, confirm, read, onRecorded, children }: Props) {
  const t = useTranslations("rounds");
  const { report } = useSeat();
  const dialog = useRef<HTMLDialogElement>(null);
  const [id, setId] = useState(newId);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [refused, setRefused] = useState<string | null>(null);
  const open = () => {
    // Each time the dialog is opened is another entry; a second try in it is the same.
    setId(newId());
    setFaults({});
    setRefused(null);
    dialog.current?.showModal();
  };
  const record = async (event: FormEvent) => {
    event.preventDefault();
    setRefused(null);
    const found = read();
    setFaults("faults" in found ? found.faults : {});
    if ("faults" in found) return;
    const answer = await submit(report, { id, ...found.asked });
    if ("code" in answer) return setRefused(answer.code);
    dialog.current?.close();
    onRecorded();
  };
  return (
    <>
      <button type="button" className="btn" onClick={open}>
        {ask}
      </button>
      <dialog className="dlg" ref={dialog} aria-labelledby={name}>
        <form onSubmit={record} noValidate>
          <h2 id={name}>{title}</h2>
          <p>
            {says} {t("told")}
          </p>
          <Faults faults={faults} />
          {children}
          <DialogFoot
            refused={refused}
            confirm={confirm}
            cancel={t("cancel")}
            onCancel={() => dialog.current?.close()}
          />
        </form>
      </dialog>
    </>
  );
}
