"use client";
/** Tells whoever ordered a paper, on whatever page they work now, that it is ready. */
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { awaitedPapers, noLongerAwaited } from "./awaited-papers.ts";
import { Heard } from "./Heard.tsx";
import { type MadePaper, papersMade } from "./submit.ts";

const LOOK_AGAIN_MS = 3_000;

export function PaperReady({ report }: { report: string }) {
  const t = useTranslations("made");
  const forms = useTranslations("export");
  const [told, setTold] = useState<MadePaper[]>([]);
  useEffect(() => {
    // The page where papers are ordered hands them over itself.
    if (location.pathname.endsWith("/export")) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const ids = new Set(awaitedPapers().flatMap((one) => (one.report === report ? [one.id] : [])));
      if (ids.size === 0) return;
      const answer = await papersMade(report);
      if (!("code" in answer)) {
        const done = answer.papers.filter(({ id, state }) => ids.has(id) && state !== "making");
        for (const id of ids) if (!answer.papers.some((paper) => paper.id === id)) noLongerAwaited(id);
        for (const { id } of done) noLongerAwaited(id);
        if (done.length > 0) setTold((before) => [...before, ...done]);
      }
      timer = setTimeout(look, LOOK_AGAIN_MS);
    };
    void look();
    return () => clearTimeout(timer);
  }, [report]);
  const [paper] = told;
  return (
    <Heard as="div" className="paper-ready">
      {paper !== undefined && (
        <p>
          {t(paper.state === "made" ? "ready" : "failed")} {forms(`${paper.format}.name`)}{" "}
          {paper.state === "made" && (
            <a href={`/api/v1/reports/${report}/papers/${paper.id}`} download>
              <bdi translate="no">{paper.name}</bdi>
            </a>
          )}{" "}
          <button type="button" className="btn" onClick={() => setTold(told.slice(1))}>
            {t("close")}
          </button>
        </p>
      )}
    </Heard>
  );
}
