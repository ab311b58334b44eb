"use client";
/**
 * Papers made in the background: with script a form's link asks for it to be made, and what was made stays in a list for
 * some days. Without script the same link downloads it at once.
 */
import { useTranslations } from "next-intl";
import { type MouseEvent, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import type { Choice } from "#deliberation/choice";
import { useAnnounce } from "../../../_ui/Announcer.tsx";
import { awaitPaper, noLongerAwaited } from "../../../_ui/awaited-papers.ts";
import { RefusalNotice } from "../../../_ui/Refusal.tsx";
import { askPaper, dropPaper, type MadePaper, papersMade } from "../../../_ui/submit.ts";
import { Made } from "./Made.tsx";

const LOOK_AGAIN_MS = 700;

interface Props {
  id: string;
  choice: Choice;
  seq: number;
  lang: string;
  /** The forms, each a link with its name in `data-paper`. */
  children: ReactNode;
}

export function Making({ id, choice, seq, lang, children }: Props) {
  const t = useTranslations("made");
  const announce = useAnnounce();
  const [papers, setPapers] = useState<MadePaper[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  /** Asked for on this page: handed over as soon as they are there. */
  const wanted = useRef(new Set<string>());
  const forms = useRef<HTMLDivElement>(null);

  const look = useCallback(async () => {
    const answer = await papersMade(id);
    if ("code" in answer) return;
    setPapers(answer.papers);
    for (const paper of answer.papers) {
      if (paper.state === "making") continue;
      noLongerAwaited(paper.id);
      if (!wanted.current.delete(paper.id)) continue;
      announce(t(paper.state === "made" ? "ready" : "failed"));
      if (paper.state === "made") download(id, paper);
    }
  }, [id, announce, t]);

  useEffect(() => void look(), [look]);
  const isMaking = papers.some(({ state }) => state === "making");
  useEffect(() => {
    if (!isMaking) return;
    const timer = setInterval(look, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isMaking, look]);

  async function ask(event: MouseEvent) {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-paper]");
    const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (link === null || !isPlain) return;
    event.preventDefault();
    setRefused(null);
    const answer = await askPaper(id, { format: link.dataset.paper ?? "", lang, at: seq, choice });
    if ("code" in answer) return setRefused(answer.code);
    wanted.current.add(answer.paper.id);
    // Whoever goes on to other pages is told there.
    awaitPaper(id, answer.paper.id);
    await look();
  }

  async function drop(paper: MadePaper) {
    const answer = await dropPaper(id, paper.id);
    if ("code" in answer) return setRefused(answer.code);
    wanted.current.delete(paper.id);
    announce(t("dropped"));
    forms.current?.focus();
    await look();
  }

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the links in it are what is pressed; by keyboard too. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link pressed by keyboard is clicked. */}
      <div onClick={ask} tabIndex={-1} ref={forms}>
        {children}
      </div>
      {refused !== null && <RefusalNotice code={refused} draft={false} />}
      {papers.length > 0 && <Made id={id} papers={papers} drop={drop} />}
    </>
  );
}

function download(report: string, { id }: MadePaper): void {
  const link = document.createElement("a");
  link.href = `/api/v1/reports/${report}/papers/${id}`;
  link.download = "";
  link.click();
}
