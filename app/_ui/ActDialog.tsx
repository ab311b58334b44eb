"use client";
/** A button and the dialog it opens: fields, what is missing in them, and asking the server for what they say. */
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { DialogFoot } from "./DialogFoot.tsx";
import { Heard } from "./Heard.tsx";
import type { Refused } from "./submit.ts";

interface Props {
  ask: string;
  /** Names the button apart from others of its kind on the page. */
  named?: string;
  title: string;
  says: string;
  confirm: string;
  act: () => Promise<object | Refused>;
  onDone: (answer: object) => void;
  /** One of several in a row of a list. */
  quiet?: boolean;
  children?: ReactNode;
}

export function ActDialog({ ask, named, title, says, confirm, act, onDone, quiet, children }: Props) {
  const t = useTranslations("people");
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // A list of hundreds does not carry hundreds of dialogs.
  const [open, setOpen] = useState(false);
  const [missing, setMissing] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
  }, [open]);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setRefused(null);
    const fault = firstFault(event.currentTarget);
    setMissing(fault);
    if (fault !== null) return;
    const answer = await act();
    if ("code" in answer) return setRefused(String(answer.code));
    dialog.current?.close();
    onDone(answer);
  };
  return (
    <>
      <button
        type="button"
        className={quiet ? "link" : "btn"}
        aria-label={named}
        onClick={() => setOpen(true)}
      >
        {ask}
      </button>
      {open && (
        <dialog className="dlg" ref={dialog} aria-labelledby={id} onClose={() => setOpen(false)}>
          <form onSubmit={send} noValidate>
            <h2 id={id}>{title}</h2>
            <p>{says}</p>
            {missing !== null && (
              <Heard refused className="err">
                {t("missing", { field: missing })}
              </Heard>
            )}
            {children}
            <DialogFoot
              refused={refused}
              confirm={confirm}
              cancel={t("cancel")}
              onCancel={() => dialog.current?.close()}
            />
          </form>
        </dialog>
      )}
    </>
  );
}

/** Takes the focus to the first field that holds nothing of use. @returns its name. */
export function firstFault(form: HTMLFormElement): string | null {
  for (const field of form.elements) {
    if (
      !(
        field instanceof HTMLInputElement ||
        field instanceof HTMLTextAreaElement ||
        field instanceof HTMLSelectElement
      )
    )
      continue;
    const isEmpty = field.required && field.value.trim() === "";
    field.setAttribute("aria-invalid", String(isEmpty || !field.validity.valid));
    if (!isEmpty && field.validity.valid) continue;
    field.focus();
    return field.labels?.[0]?.textContent?.trim() ?? "";
  }
  return null;
}
