"use client";
/**
 * Words that stand in their place on the screen and are also heard when they change. What appears together with its
 * words is there empty first: a screen reader passes over a region that comes filled.
 */
import { type HTMLAttributes, type ReactNode, useEffect, useState } from "react";
import { CLEAR_MS } from "./announcing.ts";

interface Props extends HTMLAttributes<HTMLElement> {
  as?: "p" | "span" | "div";
  /** Whether the words are news as soon as they are there; else only what becomes of them. */
  atOnce?: boolean;
  /** [E12] Whether they say that something was refused: that interrupts. */
  refused?: boolean;
  children: ReactNode;
}

export function Heard({ as: Tag = "p", atOnce = false, refused = false, children, ...rest }: Props) {
  const [isFilled, fill] = useState(!atOnce && !refused);
  useEffect(() => {
    const timer = setTimeout(() => fill(true), CLEAR_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Tag role={refused ? "alert" : "status"} {...rest}>
      {isFilled && children}
    </Tag>
  );
}
