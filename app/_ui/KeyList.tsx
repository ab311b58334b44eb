"use client";
/** What each key does. Each may be changed for this device; one that is taken is refused, with what it does. */
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useState } from "react";
import { Heard } from "./Heard.tsx";
import {
  BEGIN_WITH,
  COMMANDS,
  type Command,
  isSecond,
  type KeyMap,
  labelOf,
  strokeOf,
  takenBy,
  withKept,
} from "./key-map.ts";
import { keepKeys, keyMap, nameKeysOn } from "./keys.ts";

/** These belong to the platform, or are no single keys: they stay. */
const FIXED = [
  ["Ctrl+K", "palette"],
  ["Ctrl+Enter", "nextStep"],
  ["Esc", "back"],
] as const;
const MODIFIERS = ["Shift", "Control", "Alt", "Meta", "AltGraph", "CapsLock", "Tab"];

export function KeyList() {
  const t = useTranslations("keys");
  const [map, setMap] = useState<KeyMap>(BEGIN_WITH);
  const [changing, setChanging] = useState<Command | null>(null);
  const [said, setSaid] = useState("");
  useEffect(() => setMap(keyMap()), []);
  const keep = (next: KeyMap) => {
    keepKeys(next);
    setMap(next);
    nameKeysOn(document);
  };
  const onKey = (event: KeyboardEvent) => {
    if (changing === null || MODIFIERS.includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.code === "Escape") return finish("");
    const { nativeEvent } = event;
    if (event.ctrlKey || event.altKey || event.metaKey || nativeEvent.isComposing || event.code === "")
      return;
    const stroke = event.key === BEGIN_WITH.help ? BEGIN_WITH.help : strokeOf(nativeEvent);
    const taken = takenBy(map, changing, stroke);
    if (taken !== null) return setSaid(t("taken", { key: labelOf(stroke), does: t(`of.${taken}`) }));
    keep({ ...map, [changing]: stroke });
    finish(t("changed", { key: labelOf(stroke), does: t(`of.${changing}`) }));
  };
  const finish = (words: string) => {
    setChanging(null);
    setSaid(words);
  };
  return (
    <div onKeyDownCapture={onKey}>
      <Heard>{changing === null ? said : said || t("press", { does: t(`of.${changing}`) })}</Heard>
      <dl className="keys">
        {COMMANDS.map((command) => (
          <div key={command}>
            <dt>
              {isSecond(command) && <kbd dir="ltr">{labelOf(map.go)}</kbd>}
              <kbd dir="ltr">{labelOf(map[command])}</kbd>
            </dt>
            <dd>
              {t(`of.${command}`)}{" "}
              <button
                type="button"
                className="link"
                aria-pressed={changing === command}
                aria-label={t("changeOf", { does: t(`of.${command}`) })}
                onClick={() => {
                  setSaid("");
                  setChanging(changing === command ? null : command);
                }}
                onBlur={() => setChanging(null)}
              >
                {t("change")}
              </button>
            </dd>
          </div>
        ))}
        {FIXED.map(([key, name]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`of.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <p>
        <button
          type="button"
          className="link"
          onClick={() => {
            keep(withKept(null));
            setSaid(t("asBegun"));
          }}
        >
          {t("reset")}
        </button>
      </p>
    </div>
  );
}
