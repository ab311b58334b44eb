"use client";
/** Which entry of the open place is being replied to: chosen at a position or a comment, written below them. */
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";

interface Replying {
  to: number | null;
  reply: (seq: number | null) => void;
}

const Replies = createContext<Replying>({ to: null, reply: () => {} });

export function ReplyProvider({ children }: { children: ReactNode }) {
  const [to, reply] = useState<number | null>(null);
  const value = useMemo(() => ({ to, reply }), [to]);
  return <Replies value={value}>{children}</Replies>;
}

export function useReplying(): Replying {
  return useContext(Replies);
}
