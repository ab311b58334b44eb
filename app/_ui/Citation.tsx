"use client";
/** A citation of an entry, as papers cite: copied with one press, in the reader's language, the time in UTC. */
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useLive } from "../_live/LiveProvider.tsx";
import { useAnnounce } from "./Announcer.tsx";
import { useNames } from "./names.ts";

interface Props {
  what: "comment" | "position" | "declaration" | "statement";
  /** Idea or paragraph; "" for the report as a whole. */
  place: string;
  author: string;
  at: string;
  seq: number;
  rev?: number;
  /** [G6] A citation says it, too. */
  late?: boolean;
}

export function Citation({ what, place, author, at, seq, rev, late = false }: Props) {
  const [t, mark] = [useTranslations("cite"), useTranslations("late")];
  const format = useFormatter();
  const name = useNames();
  const symbol = useLive(({ text }) => text?.symbol ?? "");
  const say = useAnnounce();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    const time = format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
    const [paragraph] = place.split("-");
    const words = [
      symbol,
      place !== "" && t("paragraph", { paragraph: paragraph ?? "" }),
      place.includes("-") && t("idea", { idea: place }),
      t(what, { name: name(author) }),
      rev !== undefined && t("revision", { rev }),
      `${time} UTC`,
      t("entry", { seq }),
      late && mark("mark"),
    ];
    await navigator.clipboard.writeText(words.filter(Boolean).join(t("comma")));
    setCopied(true);
    // By itself: a region inside a button would leave the button without a name.
    say(t("copied"));
    setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <button type="button" className="link" onClick={copy}>
      {t(copied ? "copied" : "copy")}
    </button>
  );
}
