"use client";
/** The list of what was made: how far each is in words, where to fetch it again and until when. */
import { useFormatter, useTranslations } from "next-intl";
import type { MadePaper } from "../../../_ui/submit.ts";

interface Props {
  id: string;
  papers: MadePaper[];
  drop: (paper: MadePaper) => void;
}

export function Made({ id, papers, drop }: Props) {
  const t = useTranslations("made");
  const forms = useTranslations("export");
  const format = useFormatter();
  return (
    <section aria-labelledby="made">
      <h3 id="made">{t("title")}</h3>
      <p className="small mute">{t("kept")}</p>
      <ul className="made">
        {papers.map((paper) => {
          const name = (
            <bdi className="file-name" translate="no">
              {paper.name}
            </bdi>
          );
          return (
            <li key={paper.id} data-paper-state={paper.state}>
              <span>{forms(`${paper.format}.name`)}</span>
              {paper.state === "made" ? (
                <a href={`/api/v1/reports/${id}/papers/${paper.id}`} download>
                  {name}
                </a>
              ) : (
                name
              )}
              <span className="small mute">
                {paper.state === "made"
                  ? t("until", {
                      size: size(paper.size, format),
                      date: format.dateTime(new Date(paper.until), { dateStyle: "medium" }),
                    })
                  : paper.state === "failed"
                    ? t("failed")
                    : t(`stage.${paper.progress?.stage ?? "waiting"}`, {
                        ahead: paper.progress?.ahead ?? 0,
                      })}
              </span>
              <button type="button" className="link" onClick={() => drop(paper)}>
                {t(paper.state === "making" ? "cancel" : "remove")}{" "}
                <span className="vh">
                  <bdi>{paper.name}</bdi>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function size(bytes: number, format: ReturnType<typeof useFormatter>): string {
  const isBig = bytes >= 1_000_000;
  return format.number(isBig ? bytes / 1_000_000 : Math.max(1, bytes / 1_000), {
    style: "unit",
    unit: isBig ? "megabyte" : "kilobyte",
    maximumFractionDigits: isBig ? 1 : 0,
  });
}
