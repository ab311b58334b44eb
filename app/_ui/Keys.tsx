"use client";
/** The keys of every page of a report, and their list, on which each may be changed. */
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { KeyList } from "./KeyList.tsx";
import {
  goToNextStep,
  isForPage,
  keysAreOn,
  meant,
  nameKeysOn,
  pressControl as press,
  turnKeys,
} from "./keys.ts";
import { nextRegion } from "./regions.ts";

/** The first of two keys waits so long for the second. */
const SECOND_WITHIN_MS = 1_500;

export function Keys() {
  const t = useTranslations("keys");
  const dialog = useRef<HTMLDialogElement>(null);
  const [on, setOn] = useState(true);
  useEffect(() => {
    setOn(keysAreOn());
    let goAt = Number.NEGATIVE_INFINITY;
    const onKey = (event: KeyboardEvent) => {
      // A function key is no letter: it is not turned off, and works where words are written.
      if (/^F\d+$/.test(event.code) && !isComposing(event) && meant(event) === "region")
        return nextRegion(event);
      goToNextStep(event);
      if (!isForPage(event) || !keysAreOn()) return;
      const command = meant(event, event.timeStamp - goAt < SECOND_WITHIN_MS);
      goAt = command === "go" ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (command === null) return;
      if (command === "region") return nextRegion(event);
      if (command === "help") {
        event.preventDefault();
        dialog.current?.showModal();
      } else if (press(command)) event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  useKeysNamed();
  const turn = (next: boolean) => {
    turnKeys(next);
    setOn(next);
  };
  return (
    <>
      <button
        type="button"
        className="link"
        aria-keyshortcuts="?"
        onClick={() => dialog.current?.showModal()}
      >
        {t("title")}
      </button>
      <dialog className="dlg" ref={dialog} aria-labelledby="keys-title">
        <h2 id="keys-title">{t("title")}</h2>
        <label className="field inline">
          <input type="checkbox" checked={on} onChange={(event) => turn(event.target.checked)} />
          <span>{t("on")}</span>
        </label>
        <KeyList />
        <div className="acts">
          <button type="button" className="btn pri" onClick={() => dialog.current?.close()}>
            {t("close")}
          </button>
        </div>
      </dialog>
    </>
  );
}

function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Controls come and go; each is told its key, where that was changed on this device. */
function useKeysNamed() {
  useEffect(() => {
    let asked = false;
    const name = () => {
      if (asked) return;
      asked = true;
      requestAnimationFrame(() => {
        asked = false;
        nameKeysOn(document);
      });
    };
    const observer = new MutationObserver(name);
    observer.observe(document.body, { childList: true, subtree: true });
    name();
    return () => observer.disconnect();
  }, []);
}
