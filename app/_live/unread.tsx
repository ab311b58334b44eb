"use client";
/** What is unread, and an open thread that stays as it was until the reader asks for what is new. */
import {
  createContext,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { By } from "#deliberation/entry";
import type { Seq } from "#deliberation/ids";
import type { State } from "#deliberation/state";
import { asSeen, unreadOn } from "#deliberation/unread";
import { useLiveContext, useRecordState } from "./LiveProvider.tsx";
import type { LiveUnread, Unread } from "./live-unread.ts";

/** A thread counts as read when it was on the screen of the tab in use for so long. */
const READ_AFTER_MS = 2_000;
/** At least so much of it. */
const IN_SIGHT = "-40px 0px";

/** Select values, not new objects. */
export function useUnread<T>(select: (unread: Unread) => T): T {
  const { record, unread } = useLiveContext();
  return useSyncExternalStore(
    unread.subscribe,
    () => select(unread.at(record.state)),
    () => select(unread.at(record.first)),
  );
}

export function useReadMarks(): LiveUnread {
  return useLiveContext().unread;
}

interface Opened {
  state: State;
  isNew: (one: { seq: number; by: By }) => boolean;
}

const Context = createContext<Opened | null>(null);

/** The record as the open thread shows it; elsewhere as it is now. */
export function useShownState(): State {
  const now = useRecordState();
  return useContext(Context)?.state ?? now;
}

/** Whether somebody else said it after this person last read the thread. */
export function useIsNew(): Opened["isNew"] {
  return useContext(Context)?.isNew ?? never;
}

const never = () => false;

export interface OpenThread {
  /** How many entries wait to be shown. */
  waiting: number;
  show: () => void;
  /** What must be on the screen for the thread to count as read. */
  sight: RefObject<HTMLDivElement | null>;
  within: (children: ReactNode) => ReactNode;
}

/** [U3] @param place as in the state. */
export function useOpenThread(place: string): OpenThread {
  const { unread } = useLiveContext();
  const now = useRecordState();
  const [{ seen, readBefore }, setSeen] = useState(() => ({
    seen: now.head.seq,
    readBefore: unread.readUpTo(place),
  }));
  const state = useMemo(() => asSeen(now, place, seen, unread.own), [now, place, seen, unread]);
  const isNew = useMemo(() => {
    const { delegation, capacity } = unread.own;
    return ({ seq, by }: { seq: number; by: By }) =>
      seq > readBefore &&
      (delegation === null
        ? by.delegation !== null || by.capacity !== capacity
        : by.delegation !== delegation);
  }, [unread, readBefore]);
  useEffect(() => {
    unread.open.add(place);
    return () => void unread.open.delete(place);
  }, [unread, place]);
  const sight = useRef<HTMLDivElement>(null);
  useInSight(sight, seen, (upTo) => void unread.read(place, upTo));
  const opened = useMemo(() => ({ state, isNew }), [state, isNew]);
  return {
    waiting: unreadOn(now, place, seen, unread.own),
    show: () => {
      setSeen({ seen: now.head.seq, readBefore: seen });
      void unread.read(place, now.head.seq as Seq);
    },
    sight,
    within: (children) => <Context value={opened}>{children}</Context>,
  };
}

/** Calls with `what` when the element was in sight for a while, in a tab that has the focus. */
function useInSight<T>(element: RefObject<HTMLElement | null>, what: T, call: (what: T) => void): void {
  const latest = useRef(call);
  latest.current = call;
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    let [timer, isThere]: [ReturnType<typeof setTimeout> | undefined, boolean] = [undefined, false];
    const look = () => {
      clearTimeout(timer);
      if (!isThere || !document.hasFocus() || document.visibilityState !== "visible") return;
      timer = setTimeout(() => latest.current(what), READ_AFTER_MS);
    };
    const observer = new IntersectionObserver(
      ([last]) => {
        isThere = last?.isIntersecting === true;
        look();
      },
      { rootMargin: IN_SIGHT },
    );
    observer.observe(target);
    window.addEventListener("focus", look);
    window.addEventListener("blur", look);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      window.removeEventListener("focus", look);
      window.removeEventListener("blur", look);
      document.removeEventListener("visibilitychange", look);
    };
  }, [element, what]);
}
