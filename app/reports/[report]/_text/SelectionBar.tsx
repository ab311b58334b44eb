"use client";
/** What can be done with words selected in the text; where fingers select, it stands at the foot of the screen. */
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { type SelectedWords, selectedWords } from "#deliberation/selected-words";
import { Heard } from "../../../_ui/Heard.tsx";
import { isForPage, keysAreOn, meant } from "../../../_ui/keys.ts";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { chooseWords, WITH_PANEL } from "../_panel/place.ts";
import { offsetsOf, shownText } from "./shown-text.ts";

/** A selection is looked at once it rests: while it is drawn it changes with every letter. */
const RESTS_MS = 250;

type Selected = { words: SelectedWords; top: number } | "too-wide" | null;

export function SelectionBar() {
  const t = useTranslations("selection");
  const { report, writes } = useSeat();
  const [selected, setSelected] = useState<Selected>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    let rest: ReturnType<typeof setTimeout>;
    const changed = () => {
      clearTimeout(rest);
      rest = setTimeout(() => {
        setCopied(false);
        setSelected(current());
      }, RESTS_MS);
    };
    document.addEventListener("selectionchange", changed);
    return () => {
      clearTimeout(rest);
      document.removeEventListener("selectionchange", changed);
    };
  }, []);
  const comment = (words: SelectedWords) => {
    document.getSelection()?.removeAllRanges();
    setSelected(null);
    if (!window.matchMedia(WITH_PANEL).matches) return window.location.assign(addressOf(report, words));
    chooseWords(words);
    setTimeout(() => document.getElementById("panel-heading")?.focus());
  };
  useEffect(() => {
    if (selected === null || selected === "too-wide" || !writes) return;
    const onKey = (event: KeyboardEvent) => {
      if (!isForPage(event) || !keysAreOn() || meant(event) !== "comment") return;
      event.preventDefault();
      comment(selected.words);
    };
    // Before the keys of the page: the same letter without a selection is theirs.
    document.addEventListener("keydown", onKey, true);
    return () => document.removeEventListener("keydown", onKey, true);
  });
  if (selected === null) return null;
  if (selected === "too-wide") {
    return (
      <Heard as="div" atOnce className="selbar">
        {t("oneParagraph")}
      </Heard>
    );
  }
  const { words, top } = selected;
  const copy = async () => {
    await navigator.clipboard.writeText(new URL(addressOf(report, words), window.location.origin).href);
    setCopied(true);
  };
  return (
    <div className="selbar" role="toolbar" aria-label={t("label")} style={{ insetBlockStart: `${top}px` }}>
      {writes && (
        <button type="button" className="btn" aria-keyshortcuts="c" onClick={() => comment(words)}>
          {t("comment")}
        </button>
      )}
      <button type="button" className="btn" onClick={copy}>
        {t(copied ? "copied" : "copy")}
      </button>
    </div>
  );
}

/** A place of its own for these words: to be sent to a colleague, and where a phone goes. */
function addressOf(report: string, { paragraph, start, exact }: SelectedWords): string {
  return `/reports/${report}/paragraphs/${paragraph}?words=${start}-${start + exact.length}`;
}

function current(): Selected {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const [from, to] = [range.startContainer, range.endContainer].map((node) =>
    (node instanceof Element ? node : node.parentElement)?.closest(".para"),
  );
  if (!from || from.closest(".doc") === null) return null;
  // A triple click ends at the very beginning of what follows.
  const spills = to !== from && !(range.endOffset === 0 || to == null);
  if (spills) return "too-wide";
  const place = offsetsOf(from, range);
  if (place === null) return null;
  const words = selectedWords(from.id, shownText(from), place.start, place.end);
  return words && { words, top: window.scrollY + range.getBoundingClientRect().bottom + 8 };
}
