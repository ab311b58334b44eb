"use client";
/** The facilitators' room for the screen of dispositions: what is prepared, and preparing many answers at once. */
import type { Outcome } from "#deliberation/entry";
import type { Lang, Seq } from "#deliberation/ids";
import { draftOfAnswer, type Prepared, preparedIn } from "#deliberation/podium";
import { useDraftPlain } from "./drafts.tsx";
import { useLiveContext } from "./LiveProvider.tsx";

export interface Preparing {
  entry: Seq;
  as: Seq;
  outcome: Outcome;
  where: string;
  reason: string;
  lang: Lang;
}

/** By the entry they answer; renders again with every letter that a facilitator types. */
export function usePrepared(): Map<number, Prepared> {
  return preparedIn(useDraftPlain());
}

/** Writes whole answers into the room, over what was prepared for the same words. */
export function usePrepare(): (answers: readonly Preparing[]) => void {
  const drafts = useLiveContext().drafts?.own ?? null;
  return (answers) => {
    if (drafts === null) return;
    drafts.doc.transact(() => {
      for (const { entry, as, outcome, where, reason, lang } of answers) {
        const draft = draftOfAnswer(entry);
        drafts.set(draft, "as", as);
        drafts.set(draft, "outcome", outcome);
        drafts.set(draft, "where", where.trim() === "" ? undefined : where.trim());
        drafts.set(draft, "lang", lang);
        const text = drafts.text(draft, "words");
        text.delete(0, text.length);
        if (reason.trim() !== "") text.insert(0, reason.trim());
      }
    });
  };
}

/** Takes prepared answers back: the words wait unanswered again. */
export function useUnprepare(): (entries: readonly number[]) => void {
  const drafts = useLiveContext().drafts?.own ?? null;
  return (entries) => {
    if (drafts === null) return;
    drafts.doc.transact(() => {
      for (const entry of entries) {
        const draft = draftOfAnswer(entry);
        for (const field of ["outcome", "where", "as"] as const) drafts.set(draft, field, undefined);
        const text = drafts.text(draft, "words");
        text.delete(0, text.length);
      }
    });
  };
}
