"use client";
/** Sections and paragraphs, with how far one's own delegation has come. */
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { standing } from "#deliberation/state";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { useUnread } from "../../../_live/unread.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { UnreadMark } from "../../../_ui/UnreadMark.tsx";
import { leap } from "./going.ts";
import type { OutlineSection } from "./outline-sections.ts";
import { usePlace } from "./place.ts";
import { UnreadLine } from "./UnreadLine.tsx";

interface Props {
  sections: OutlineSection[];
  /** Keys of the paragraphs that passed the filters; null when none was chosen. */
  kept: string[] | null;
  /** The filters themselves. */
  children: ReactNode;
}

export function Outline({ sections, kept, children }: Props) {
  const t = useTranslations("outline");
  const { delegation, report } = useSeat();
  const state = useRecordState();
  const whole = state.counts[""] ?? 0;
  const unread = byParagraph(useUnread((all) => all));
  const place = usePlace();
  const here = place?.split("-")[0];
  const progress = new Map<string, { done: number; of: number }>();
  for (const idea of Object.values(state.ideas)) {
    if (idea.withdrawn !== null) continue;
    const one = progress.get(idea.paragraph) ?? { done: 0, of: 0 };
    const stated = delegation !== null && standing(state.positions[idea.id]?.[delegation]) !== null;
    progress.set(idea.paragraph, { done: one.done + (stated ? 1 : 0), of: one.of + 1 });
  }
  return (
    <nav className="out" id="outline" aria-label={t("label")}>
      <p className="small">
        <a href={`/reports/${report}/whole`}>{t("whole", { count: whole })}</a>{" "}
        <UnreadMark count={unread.get("") ?? 0} />
      </p>
      <UnreadLine />
      {children}
      {sections.map((section) => {
        const listed = section.paragraphs.filter(({ key }) => kept === null || kept.includes(key));
        if (kept !== null && listed.length === 0) return null;
        const counts = section.paragraphs.map(({ key }) => progress.get(key) ?? { done: 0, of: 0 });
        const left = counts.reduce((sum, { done, of }) => sum + of - done, 0);
        const of = counts.reduce((sum, one) => sum + one.of, 0);
        return (
          <details key={section.key} open={kept !== null || (of > 0 && section.key !== "A")}>
            <summary>
              <bdi lang="zh-Hans">{section.heading}</bdi>{" "}
              <span>
                {delegation === null || of === 0 ? t("ideas", { count: of }) : t("left", { count: left })}
              </span>
            </summary>
            <ol>
              {listed.map(({ key, opening }) => {
                const own = progress.get(key);
                return (
                  <li key={key}>
                    <a
                      href={`#${key}`}
                      onClick={() => leap(document.getElementById(key))}
                      aria-current={here === key ? "location" : undefined}
                    >
                      <span className="n">{key}</span>{" "}
                      <span className="t">
                        <bdi lang="zh-Hans">{opening}</bdi>
                      </span>{" "}
                      <span className="c">
                        <UnreadMark count={unread.get(key) ?? 0} />
                        {own === undefined ? (
                          <bdi>–</bdi>
                        ) : (
                          <>
                            <bdi aria-hidden="true">
                              {delegation === null ? own.of : `${own.done}/${own.of}`}
                            </bdi>
                            <span className="vh">
                              {delegation === null ? t("ideas", { count: own.of }) : t("progress", own)}
                            </span>
                          </>
                        )}
                      </span>
                    </a>
                  </li>
                );
              })}
            </ol>
          </details>
        );
      })}
    </nav>
  );
}

/** A paragraph's figure holds those of its ideas. */
function byParagraph(unread: Readonly<Record<string, number>>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [place, count] of Object.entries(unread)) {
    const key = place.split("-")[0] ?? "";
    sums.set(key, (sums.get(key) ?? 0) + count);
  }
  return sums;
}
