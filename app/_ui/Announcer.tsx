"use client";
/** What a screen reader hears: one polite and one assertive region, mounted once. Remote events come in batches. */
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from "react";

type Announce = (words: string, urgency?: "polite" | "assertive") => void;

const Context = createContext<Announce>(() => {});

export function useAnnounce(): Announce {
  return useContext(Context);
}

export function Announcer({ children }: { children: ReactNode }) {
  const [polite, setPolite] = useState("");
  const [assertive, setAssertive] = useState("");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const announce = useCallback<Announce>((words, urgency = "polite") => {
    const set = urgency === "polite" ? setPolite : setAssertive;
    // Cleared first: a browser stays silent when the same words are set again.
    set("");
    clearTimeout(timer.current);
    timer.current = setTimeout(() => set(words), 50);
  }, []);
  return (
    <Context value={announce}>
      {children}
      <div className="vh" role="status" aria-live="polite">
        {polite}
      </div>
      <div className="vh" role="alert">
        {assertive}
      </div>
    </Context>
  );
}
