"use client";
/** Go to…: any paragraph or idea by number or words, and whatever the page can do, from one field (Ctrl or Cmd with K). */
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { askPlaces } from "../_live/ask.ts";
import { called } from "./called.ts";
import { foundAmong, type Target } from "./going-to.ts";
import { Heard } from "./Heard.tsx";
import { commandsHere, pressControl } from "./keys.ts";

type Choice = Target | { kind: "search" };
type Places = Awaited<ReturnType<typeof askPlaces>>;

const NONE: Places = { lang: "", places: [] };

/** @param asked how often it was asked for: each time it opens anew. */
export function GoTo({ report, asked }: { report: string; asked: number }) {
  const t = useTranslations();
  const dialog = useRef<HTMLDialogElement>(null);
  const [{ lang, places }, setPlaces] = useState(NONE);
  const [isWithout, setWithout] = useState(false);
  const [commands, setCommands] = useState<Target[]>([]);
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const open = () => {
    const here = commandsHere();
    setCommands(here.map((command) => ({ kind: "command", command, name: t(`keys.of.${command}`) })));
    setTyped("");
    setAt(0);
    dialog.current?.showModal();
    askPlaces(report).then(
      (answer) => setPlaces(answer),
      // Without a network there are still the commands, and the places of the last time.
      () => setWithout(true),
    );
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time it is asked for.
  useEffect(open, [asked]);
  const choices = useMemo<Choice[]>(() => {
    const targets = [...commands, ...places.map((one) => ({ kind: "place" as const, ...one }))];
    const found: Choice[] = foundAmong(targets, typed);
    return typed.trim() === "" ? found : [...found, { kind: "search" }];
  }, [commands, places, typed]);
  const chosen = Math.min(at, choices.length - 1);

  useEffect(() => {
    if (typed !== "" || chosen > 0)
      document.getElementById(`goto-${chosen}`)?.scrollIntoView({ block: "nearest" });
  }, [chosen, typed]);

  const go = (choice: Choice | undefined) => {
    if (choice === undefined) return;
    dialog.current?.close();
    if (choice.kind === "command") pressControl(choice.command);
    else if (choice.kind === "place") window.location.assign(`/reports/${report}#${choice.place}`);
    else window.location.assign(`/reports/${report}/search?q=${encodeURIComponent(typed)}`);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && choices.length > 0) setAt((chosen + step + choices.length) % choices.length);
    else if (event.key === "Enter") go(choices[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <dialog className="dlg goto" ref={dialog} aria-labelledby="goto-title">
      <h2 id="goto-title">{t("palette.title")}</h2>
      <label className="field">
        <span>{t("palette.label")}</span>
        <input
          type="text"
          role="combobox"
          dir="auto"
          autoComplete="off"
          aria-expanded={choices.length > 0}
          aria-controls="goto-list"
          aria-activedescendant={choices.length > 0 ? `goto-${chosen}` : undefined}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKey}
        />
      </label>
      <Heard className="vh">{t("palette.found", { count: choices.length })}</Heard>
      <div id="goto-list" role="listbox" aria-label={t("palette.title")}>
        {choices.map((choice, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the chosen one.
          // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the field's.
          <div
            key={
              choice.kind === "place" ? choice.place : choice.kind === "command" ? choice.command : "search"
            }
            id={`goto-${index}`}
            role="option"
            aria-selected={index === chosen}
            onClick={() => go(choice)}
          >
            {choice.kind === "command" && choice.name}
            {choice.kind === "search" && t("palette.search", { words: typed.trim() })}
            {choice.kind === "place" && (
              <>
                <bdi translate="no">{called(choice.place)}</bdi> <bdi lang={lang}>{choice.words}</bdi>
              </>
            )}
          </div>
        ))}
      </div>
      {isWithout && places.length === 0 && <p className="mute">{t("palette.without")}</p>}
      <div className="acts">
        <button type="button" className="btn" onClick={() => dialog.current?.close()}>
          {t("keys.close")}
        </button>
      </div>
    </dialog>
  );
}
