"use client";
/** One draft for the screen that writes it: its fields, its texts, who else is in it, and what is true of saving. */
import { type RefCallback, useCallback, useEffect, useMemo, useReducer, useSyncExternalStore } from "react";
import { type DraftField, fieldKey, type PlainDrafts, type TextRoot, textRoot } from "#deliberation/draft";
import type { DraftId } from "#deliberation/ids";
import { useLiveContext } from "./LiveProvider.tsx";
import type { LiveDrafts, Saving } from "./live-drafts.ts";
import { bindTextarea } from "./textarea.ts";

export interface Draft {
  id: DraftId;
  fields: Partial<Record<DraftField, unknown>>;
  texts: Record<TextRoot, string>;
  saving: Saving;
  colleagues: string[];
  /** Words of this draft from a copy that belonged to another history. */
  setAside: Partial<Record<TextRoot, string>>;
  set(field: DraftField, value: string | number): void;
  begin(root: TextRoot, words: string): void;
  /** A ref for a text area: binds it to the shared text while it is on the screen. */
  bind(root: TextRoot): RefCallback<HTMLTextAreaElement>;
}

const NOTHING: PlainDrafts = { drafts: {}, texts: {} };
const FIELDS: DraftField[] = ["stance", "lang", "onBehalfOf", "target", "commentKind", "audience", "replyTo", "entry", "reason"];

export function useDraftPlain(): PlainDrafts {
  const { drafts } = useLiveContext();
  return useSyncExternalStore(
    drafts?.subscribe ?? never,
    () => drafts?.plain() ?? NOTHING,
    () => NOTHING,
  );
}

export function useDraft(id: DraftId): Draft {
  const { drafts } = useLiveContext();
  if (drafts === null) throw new Error("This seat has no draft room.");
  const plain = useDraftPlain();
  // Saving and presence change without the words changing.
  const [, again] = useReducer((count: number) => count + 1, 0);
  useEffect(() => drafts.subscribe(again), [drafts]);
  useEffect(() => {
    drafts.enter(id);
    return () => drafts.enter(null);
  }, [drafts, id]);
  const { doc } = drafts;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a document begun anew is bound anew.
  const binders = useMemo(() => ({ words: binder(drafts, id, "words"), wording: binder(drafts, id, "wording") }), [drafts, id, doc]);
  const bind = useCallback((root: TextRoot) => binders[root], [binders]);
  return {
    id,
    fields: Object.fromEntries(FIELDS.map((field) => [field, plain.drafts[fieldKey(id, field)]])),
    texts: { words: plain.texts[textRoot("words", id)] ?? "", wording: plain.texts[textRoot("wording", id)] ?? "" },
    saving: drafts.saving(id),
    colleagues: drafts.colleagues(id),
    setAside: { words: drafts.setAside[textRoot("words", id)] ?? "", wording: drafts.setAside[textRoot("wording", id)] ?? "" },
    set: (field, value) => drafts.set(id, field, value),
    begin: (root, words) => drafts.begin(id, root, words),
    bind,
  };
}

function binder(drafts: LiveDrafts, id: DraftId, root: TextRoot): RefCallback<HTMLTextAreaElement> {
  return (area) => (area === null ? undefined : bindTextarea(area, drafts.text(id, root), () => drafts.touch(id)));
}

function never(): () => void {
  return () => {};
}
