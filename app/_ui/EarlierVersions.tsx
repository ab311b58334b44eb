"use client";
/** What a draft said earlier, to be read and put back: no colleague's edit loses it. */
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { TEXT_ROOTS } from "#deliberation/draft";
import { roomOf } from "#deliberation/draft-room";
import type { Draft } from "../_live/drafts.tsx";
import { useNames } from "./names.ts";
import { Said } from "./Said.tsx";
import { useSeat } from "./SeatContext.tsx";

interface Version {
  id: number;
  at: string;
  why: "taken-away" | "cleared";
  by: string;
  words: string;
  wording: string;
}

export function EarlierVersions({ draft }: { draft: Draft }) {
  const t = useTranslations("versions");
  const format = useFormatter();
  const { report, delegation, writes } = useSeat();
  const nameOf = useNames();
  // In a group's room a version is named by the delegation.
  const isOwn = delegation === null || roomOf(draft.id, delegation) === delegation;
  const [versions, setVersions] = useState<Version[] | "asking" | "failed">("asking");
  const { id, fields } = draft;
  const load = async () => {
    const answer = await fetch(`/api/v1/reports/${report}/drafts/${id}/versions`).catch(() => null);
    setVersions(answer?.ok ? ((await answer.json()) as { versions: Version[] }).versions : "failed");
  };
  const putBack = (version: Version) => {
    for (const root of TEXT_ROOTS) if (version[root] !== "") draft.put(root, version[root]);
  };
  return (
    <details className="versions" onToggle={(event) => event.currentTarget.open && void load()}>
      <summary>{t("title")}</summary>
      {versions === "asking" && <p className="small mute">{t("asking")}</p>}
      {versions === "failed" && <p className="small">{t("failed")}</p>}
      {versions.length === 0 && <p className="small mute">{t("none")}</p>}
      {typeof versions !== "string" && versions.length > 0 && (
        <ol className="plain">
          {versions.map((version) => (
            <li key={version.id}>
              <p className="small mute">
                {t(version.why, {
                  name: isOwn ? version.by : nameOf(version.by),
                  time: format.dateTime(new Date(version.at), { dateStyle: "medium", timeStyle: "short" }),
                })}
              </p>
              {TEXT_ROOTS.filter((root) => version[root] !== "").map((root) => (
                <Said key={root} words={version[root]} lang={String(fields.lang ?? "en")} />
              ))}
              {writes && version.words + version.wording !== "" && (
                <button type="button" className="btn" onClick={() => putBack(version)}>
                  {t("putBack")}
                </button>
              )}
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}
