"use client";
/** Words that were commented on, painted faintly over the text; the panel lists them, for painting is not read aloud. */
import { useEffect } from "react";
import { allHeld } from "#deliberation/by-seq";
import { stands } from "#deliberation/selected-words";
import { useLive } from "../../../_live/LiveProvider.tsx";
import { rangeOf, shownText } from "./shown-text.ts";

const NAME = "commented";

export function CommentedWords() {
  const comments = useLive((state) => state.comments);
  const version = useLive((state) => state.text?.version);
  useEffect(() => {
    if (!("highlights" in CSS)) return;
    const ranges = allHeld(comments).flatMap(({ target, textVersion, withdrawn }) => {
      if (target.on !== "words" || withdrawn !== null || textVersion !== version) return [];
      const paragraph = document.getElementById(target.paragraph);
      // What does not stand there any more is listed with its words, and painted nowhere.
      if (paragraph === null || !stands(target, shownText(paragraph))) return [];
      return rangeOf(paragraph, target.start, target.start + target.exact.length) ?? [];
    });
    CSS.highlights.set(NAME, new Highlight(...ranges));
    return () => void CSS.highlights.delete(NAME);
  }, [comments, version]);
  return null;
}
