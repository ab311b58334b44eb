"use client";
/**
 * The outline where there is room for two columns alone: drawn over the text by a button at its side, and gone when a
 * place was chosen, with Esc, or beside it.
 */
import { useTranslations } from "next-intl";
import { type FormEvent, type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import { Icon } from "../../../_ui/Stance.tsx";

const OPEN_AGAIN = "outline-open";
/** What leads into the text, which is out of reach as long as the drawer lies over it. */
const LEADS_AWAY = 'a[href^="#"], [data-key="u"]';

export default function Drawer({ children }: { children: ReactNode }) {
  const t = useTranslations("columns");
  const dialog = useRef<HTMLDialogElement>(null);
  // Filters asked here came back with another page: what they left is what one wants to see.
  useEffect(() => {
    if (sessionStorage.getItem(OPEN_AGAIN) !== null) dialog.current?.showModal();
    sessionStorage.removeItem(OPEN_AGAIN);
  }, []);
  const leaving = (event: MouseEvent) => {
    const chosen = (event.target as HTMLElement).closest<HTMLElement>(LEADS_AWAY);
    if (event.target !== dialog.current && chosen === null) return;
    dialog.current?.close();
    const key = chosen?.getAttribute("href")?.slice(1);
    // The place has the focus, not the button that closing gives it back to.
    if (key !== undefined)
      requestAnimationFrame(() =>
        document.getElementById(key)?.querySelector<HTMLElement>(".num a")?.focus({ preventScroll: true }),
      );
  };
  const asking = (event: FormEvent) => {
    if (event.target instanceof HTMLFormElement) sessionStorage.setItem(OPEN_AGAIN, "1");
  };
  return (
    <>
      <div className="rail">
        <button
          type="button"
          className="fold"
          data-key="["
          aria-keyshortcuts="["
          aria-haspopup="dialog"
          aria-label={t("outline")}
          title={t("outline")}
          onClick={() => dialog.current?.showModal()}
        >
          <Icon name="list" />
        </button>
      </div>
      <dialog
        className="drawer"
        ref={dialog}
        aria-label={t("outline")}
        onClickCapture={leaving}
        onSubmitCapture={asking}
      >
        <button type="button" className="btn" onClick={() => dialog.current?.close()}>
          {t("close")}
        </button>
        {children}
      </dialog>
    </>
  );
}
