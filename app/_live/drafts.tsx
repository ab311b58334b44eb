"use client";
/** One draft for the screen that writes it: its fields, its texts, who else is in it, and what is true of saving. */
import { type RefCallback, useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import {
  DRAFT_FIELDS,
  type DraftField,
  fieldKey,
  type PlainDrafts,
  submittedAs,
  TEXT_ROOTS,
  type TextRoot,
  textRoot,
} from "#deliberation/draft";
import type { DelegationKey, DraftId } from "#deliberation/ids";
import { type LinkedWords, linkedWords } from "#deliberation/statement-draft";
import type { Saving } from "./draft-saving.ts";
import { useLiveContext } from "./LiveProvider.tsx";
import type { LinkChange } from "./linking.ts";
import type { LiveDrafts } from "./live-drafts.ts";
import { bindTextarea } from "./textarea.ts";
import type { Whereabouts } from "./whereabouts.ts";

interface DraftView {
  /** Whether the room has answered: before that, an empty draft says nothing. */
  ready: boolean;
  fields: Partial<Record<DraftField, unknown>>;
  texts: Record<TextRoot, string>;
  /** Of a statement: the passages linked so far. */
  linked: LinkedWords[];
  saving: Saving;
  /** False when this browser keeps nothing once the page is closed. */
  keeps: boolean | null;
  colleagues: string[];
  /** Where they are in its texts. */
  whereabouts: Whereabouts[];
  /** Whether there is a step of one's own to undo, or to do again. */
  steps: { undo: boolean; redo: boolean };
  /** Words of this draft from copies that belonged to another history, the oldest first. */
  setAside: Record<TextRoot, string[]>;
  /** The entry the draft was last submitted as, and of what content. */
  submitted: { seq: number; hash: string } | null;
}

export interface Draft extends DraftView {
  id: DraftId;
  /** Undefined takes the field away. */
  set(field: DraftField, value: string | number | undefined): void;
  relink(change: LinkChange): void;
  begin(root: TextRoot, words: string): void;
  put(root: TextRoot, words: string): void;
  /** A ref for a text area: binds it to the shared text while it is on the screen. */
  bind(root: TextRoot): RefCallback<HTMLTextAreaElement>;
  step(way: "undo" | "redo"): void;
  /** After a refusal: the same words once more. */
  tryAgain(): void;
}

const NOTHING: PlainDrafts = { drafts: {}, texts: {} };

/**
 * The whole room as plain values, for reading contents; renders again with every letter of every draft.
 * @param of the draft whose room is meant; the delegation's own by default.
 */
export function useDraftPlain(of?: DraftId): PlainDrafts {
  const { drafts: rooms } = useLiveContext();
  const drafts = rooms === null || of === undefined ? (rooms?.own ?? null) : rooms.of(of);
  useEffect(() => (of === undefined ? undefined : rooms?.join(of)), [rooms, of]);
  return useSyncExternalStore(
    drafts?.subscribe ?? never,
    () => drafts?.plain() ?? NOTHING,
    () => NOTHING,
  );
}

/** A room as a whole: the delegation's own, or that of a group it speaks for, which is joined then. */
export function useRoomPlain(room: DelegationKey): { plain: PlainDrafts; ready: boolean } {
  const { drafts: rooms } = useLiveContext();
  const drafts = rooms?.room(room) ?? null;
  useEffect(() => rooms?.joinRoom(room), [rooms, room]);
  const subscribe = drafts?.subscribe ?? never;
  const plain = useSyncExternalStore(
    subscribe,
    () => drafts?.plain() ?? NOTHING,
    () => NOTHING,
  );
  const ready = useSyncExternalStore(
    subscribe,
    () => drafts?.ready ?? false,
    () => false,
  );
  return { plain, ready };
}

/** The delegation's own room itself, for what writes in several drafts at once; null for a seat without one. */
export function useDraftRoom(): Pick<LiveDrafts, "set" | "begin" | "put"> | null {
  return useLiveContext().drafts?.own ?? null;
}

/** Whether the room has answered: before that, it is not known which drafts there are. */
export function useDraftsReady(): boolean {
  const { drafts } = useLiveContext();
  return useSyncExternalStore(
    drafts?.subscribe ?? never,
    () => drafts?.own.ready ?? false,
    () => false,
  );
}

/** Renders again only when something of this draft changes. */
export function useDraft(id: DraftId): Draft {
  const { drafts: rooms } = useLiveContext();
  if (rooms === null) throw new Error("This seat has no draft room.");
  const drafts = rooms.of(id);
  useEffect(() => rooms.join(id), [rooms, id]);
  const view = useDraftView(drafts, id);
  useEffect(() => drafts.enter(id), [drafts, id]);
  const { doc } = drafts;
  const isOwn = drafts === rooms.own;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a document begun anew is bound anew.
  const binders = useMemo(
    () => ({ words: binder(drafts, id, "words", isOwn), wording: binder(drafts, id, "wording", isOwn) }),
    [drafts, id, doc, isOwn],
  );
  const bind = useCallback((root: TextRoot) => binders[root], [binders]);
  return {
    ...view,
    id,
    set: (field, value) => drafts.set(id, field, value),
    relink: (change) => drafts.relink(id, change),
    begin: (root, words) => drafts.begin(id, root, words),
    put: (root, words) => drafts.put(id, root, words),
    step: (way) => drafts.step(id, way),
    tryAgain: () => drafts.tryAgain(),
    bind,
  };
}

function useDraftView(drafts: LiveDrafts, id: DraftId): DraftView {
  const last = useRef<{ key: string; view: DraftView } | null>(null);
  const read = (blank: boolean) => {
    const view = viewOf(drafts, id, blank);
    const key = `${id}${JSON.stringify(view)}`;
    if (last.current?.key !== key) last.current = { key, view };
    return last.current.view;
  };
  return useSyncExternalStore(
    drafts.subscribe,
    () => read(false),
    () => read(true),
  );
}

/** @param blank as the server renders it: a page carries no drafts. */
function viewOf(drafts: LiveDrafts, id: DraftId, blank: boolean): DraftView {
  const plain = blank ? NOTHING : drafts.plain();
  const byRoot = <T,>(of: (root: string) => T) =>
    Object.fromEntries(TEXT_ROOTS.map((root) => [root, of(textRoot(root, id))])) as Record<TextRoot, T>;
  return {
    ready: !blank && drafts.ready,
    fields: Object.fromEntries(DRAFT_FIELDS.map((field) => [field, plain.drafts[fieldKey(id, field)]])),
    texts: byRoot((root) => plain.texts[root] ?? ""),
    linked: id.startsWith("statement.") ? linkedWords(plain, id) : [],
    keeps: blank ? null : drafts.keeps,
    saving: blank ? { phase: "nothing" } : drafts.saving(id),
    colleagues: blank ? [] : drafts.colleagues(id),
    whereabouts: blank ? [] : drafts.whereabouts(id),
    steps: blank ? { undo: false, redo: false } : drafts.steps(id),
    setAside: byRoot((root) => (blank ? [] : drafts.setAside.of(root))),
    submitted: submittedAs(plain, id),
  };
}

/** @param isOwn whether the room is the delegation's own: no caret is told across delegations. */
function binder(
  drafts: LiveDrafts,
  id: DraftId,
  root: TextRoot,
  isOwn: boolean,
): RefCallback<HTMLTextAreaElement> {
  return (area) => {
    if (area === null) return;
    const unbind = bindTextarea(area, drafts.written(id, root), {
      edited: () => drafts.touch(id),
      held: (what) => drafts.hold(id, root, what),
      step: (way) => drafts.step(id, way),
    });
    const selected = () => {
      if (isOwn && document.activeElement === area) drafts.caretAt(id, root, area.selectionStart);
    };
    document.addEventListener("selectionchange", selected);
    return () => {
      document.removeEventListener("selectionchange", selected);
      unbind();
    };
  };
}

function never(): () => void {
  return () => {};
}
