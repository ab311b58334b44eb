"use client";
/** Credentials were contested, or are so no more, while this page was open: what it shows is of before. */
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useConnection } from "../_live/LiveProvider.tsx";
import { useSeat } from "./SeatContext.tsx";

export function SeatChanged() {
  const t = useTranslations("credentials");
  const { suspended = false } = useSeat();
  const dialog = useRef<HTMLDialogElement>(null);
  const isChanged = useConnection().phase === "suspended";
  useEffect(() => {
    if (isChanged) dialog.current?.showModal();
  }, [isChanged]);
  if (!isChanged) return null;
  return (
    <dialog className="dlg" ref={dialog} aria-labelledby="seat-changed" data-seat-changed>
      <h2 id="seat-changed">{t(suspended ? "settledNow" : "contestedNow")}</h2>
      <p>{t(suspended ? "settledMeans" : "means")}</p>
      <div className="acts">
        <button type="button" className="btn pri" onClick={() => window.location.reload()}>
          {t("readAnew")}
        </button>{" "}
        <button type="button" className="btn" onClick={() => dialog.current?.close()}>
          {t("later")}
        </button>
      </div>
    </dialog>
  );
}
