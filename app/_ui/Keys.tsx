"use client";
/** The keys of every page of a report, and their list. */
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import {
  CONTROL_KEYS,
  GO_KEYS,
  goToNextStep,
  isForPage,
  keysAreOn,
  pressControl as press,
  turnKeys,
} from "./keys.ts";

/** `g` waits so long for the letter after it. */
const SECOND_WITHIN_MS = 1_500;

const LIST = [
  "j k",
  "J K",
  "n",
  "u",
  "p",
  "a",
  "c",
  "r",
  "d",
  "l",
  "/",
  "?",
  "g h",
  "g r",
  "g m",
  "g b",
  "g y",
  "F6",
  "Ctrl+Enter",
  "Esc",
] as const;

export function Keys() {
  const t = useTranslations("keys");
  const dialog = useRef<HTMLDialogElement>(null);
  const [on, setOn] = useState(true);
  useEffect(() => {
    setOn(keysAreOn());
    let gAt = Number.NEGATIVE_INFINITY;
    const onKey = (event: KeyboardEvent) => {
      if (event.code === "F6") return nextRegion(event);
      goToNextStep(event);
      if (!isForPage(event) || !keysAreOn()) return;
      const isSecond = event.timeStamp - gAt < SECOND_WITHIN_MS;
      gAt = event.code === "KeyG" ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (event.key === "?") {
        event.preventDefault();
        dialog.current?.showModal();
        return;
      }
      if (event.shiftKey) return;
      const name = (isSecond ? GO_KEYS : CONTROL_KEYS)[event.code];
      if (name !== undefined && press(name)) event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
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
        <dl className="keys">
          {LIST.map((key) => (
            <div key={key}>
              <dt>
                {key.split(" ").map((one) => (
                  <kbd key={one}>{one}</kbd>
                ))}
              </dt>
              <dd>{t(`of.${NAMES[key]}`)}</dd>
            </div>
          ))}
        </dl>
        <div className="acts">
          <button type="button" className="btn pri" onClick={() => dialog.current?.close()}>
            {t("close")}
          </button>
        </div>
      </dialog>
    </>
  );
}

const NAMES = {
  "j k": "paragraph",
  "J K": "idea",
  n: "next",
  u: "unread",
  p: "position",
  a: "wording",
  c: "comment",
  r: "reply",
  d: "dissociate",
  l: "load",
  "/": "search",
  "?": "help",
  "g h": "home",
  "g r": "read",
  "g m": "matrix",
  "g b": "projector",
  "g y": "history",
  F6: "region",
  "Ctrl+Enter": "nextStep",
  Esc: "back",
} as const satisfies Record<(typeof LIST)[number], string>;

/** The regions of a page in their order; backwards with Shift. */
function nextRegion(event: KeyboardEvent): void {
  const all = [
    ...document.querySelectorAll<HTMLElement>("header.mast-row, section.strip, nav.out, main, aside.panel"),
  ];
  const shown = all.filter((one) => one.offsetParent !== null || getComputedStyle(one).position === "sticky");
  if (shown.length === 0) return;
  event.preventDefault();
  const here = shown.findIndex((one) => one.contains(document.activeElement));
  const next = shown[(here + (event.shiftKey ? -1 : 1) + shown.length) % shown.length];
  const first = next?.querySelector<HTMLElement>("a, button, input, [tabindex]") ?? next;
  if (first === undefined) return;
  if (first === next) first.tabIndex = -1;
  first.focus();
}
