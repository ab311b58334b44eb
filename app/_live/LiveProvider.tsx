"use client";
/** The live record for the pages of a report: the page brings the fold, the browser folds on from there. */
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { isOpened } from "#deliberation/carried";
import type { State } from "#deliberation/state";
import type { Own } from "#deliberation/unread";
import { broughtBy } from "./brought.ts";
import { DraftRooms } from "./draft-rooms.ts";
import { type Connection, LiveRecord, NOT_YET, type RecordSource } from "./live-record.ts";
import { type Counted, LiveUnread } from "./live-unread.ts";
import { forgetDraftsOf } from "./on-this-device.ts";

interface Live {
  record: LiveRecord;
  /** Null for whoever reads no draft room. */
  drafts: DraftRooms | null;
  unread: LiveUnread;
}

interface Props extends Omit<RecordSource, "state"> {
  /** As `packed` makes it. */
  state: string;
  /** The delegation whose draft room this seat reads. */
  draftsOf: string | null;
  /** Credentials are contested: no draft room is open now, and what this device keeps of one stays. */
  suspended?: boolean;
  /** Opaque id of who is signed in. */
  person: string;
  own: Own;
  /** As of the state that the page brings. */
  counted: Counted;
  children: ReactNode;
}

const Context = createContext<Live | null>(null);

export function LiveProvider({ children, draftsOf, person, own, counted, state, ...given }: Props) {
  const { suspended = false, ...source } = given;
  const [live] = useState<Live>(() => {
    const record = new LiveRecord({ ...source, state: broughtBy(state) });
    const drafts =
      draftsOf === null
        ? null
        : new DraftRooms({ report: source.report, delegation: draftsOf, person, epoch: source.epoch });
    return { record, drafts, unread: new LiveUnread(record, own, counted) };
  });
  useEffect(() => {
    const { record, drafts, unread } = live;
    record.start();
    // The right may have been taken away while no page was open.
    if (drafts === null && !suspended) void forgetDraftsOf(person);
    drafts?.start();
    const unlisten = record.onRenewed((epoch) => {
      drafts?.startClean(epoch);
      void unread.recount();
    });
    // Another tab may have been read meanwhile.
    const recount = () => void (document.visibilityState === "visible" && unread.recount());
    document.addEventListener("visibilitychange", recount);
    const guard = (event: BeforeUnloadEvent) => {
      if (drafts?.unsaved) event.preventDefault();
    };
    const recheck = () => {
      record.recheck();
      drafts?.recheck();
    };
    window.addEventListener("beforeunload", guard);
    window.addEventListener("online", recheck);
    window.addEventListener("offline", recheck);
    return () => {
      document.removeEventListener("visibilitychange", recount);
      window.removeEventListener("beforeunload", guard);
      window.removeEventListener("online", recheck);
      window.removeEventListener("offline", recheck);
      unlisten();
      drafts?.stop();
      record.stop();
    };
  }, [live, person, suspended]);
  return <Context value={live}>{children}</Context>;
}

export function useLiveContext(): Live {
  const live = useContext(Context);
  if (live === null) throw new Error("Nothing is live outside of a report's pages.");
  return live;
}

/** What of the record a component shows; it renders again only when that changes. Select values, not new objects. */
export function useLive<T>(select: (state: State) => T): T {
  const { record } = useLiveContext();
  // A part of the page that wakes late must first show what the server rendered.
  return useSyncExternalStore(
    record.subscribe,
    () => select(record.state),
    () => select(record.first),
  );
}

export function useRecordState(): State {
  return useLive((state) => state);
}

/** Asks for the words on a place. @returns whether they are here; a place shown before would show too few. */
export function useOpened(place: string | null): boolean {
  return useAllOpened(place === null ? [] : [place]);
}

/** The same for several places. @returns whether the words of all are here. */
export function useAllOpened(places: readonly string[]): boolean {
  const { record } = useLiveContext();
  const opened = useLive((state) => places.every((place) => isOpened(state, place)));
  const list = places.join(" ");
  useEffect(() => {
    if (!opened) for (const place of list.split(" ")) void record.open(place);
  }, [record, list, opened]);
  return opened;
}

export function useConnection(): Connection {
  const { record } = useLiveContext();
  return useSyncExternalStore(
    record.subscribe,
    () => record.connection,
    () => NOT_YET,
  );
}

/** How many drafts hold words that wait for a connection. */
export function useWaiting(): number {
  const { drafts } = useLiveContext();
  return useSyncExternalStore(
    drafts?.subscribe ?? never,
    () => drafts?.waiting ?? 0,
    () => 0,
  );
}

function never(): () => void {
  return () => {};
}
