"use client";
/** Drafts of one's delegation that wait: asked of the server process, which alone reads draft rooms. */
import { useFormatter, useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import type { Waiting, WaitingDraft } from "#deliberation/waiting-drafts";
import { isolated } from "./isolated.ts";

const ORDER: readonly Waiting[] = ["to-submit", "to-clear", "unfinished"];
const KINDS = [
  "position",
  "comment",
  "correction",
  "reply",
  "alignment",
  "dissociation",
  "association",
  "statement",
  "confirmation",
] as const;

type Answer = WaitingDraft[] | "loading" | "failed";

export function WaitingDrafts({ report }: { report: string }) {
  const t = useTranslations("turn.drafts");
  const [drafts, setDrafts] = useState<Answer>("loading");
  const load = useCallback(() => {
    setDrafts("loading");
    fetch(`/api/v1/reports/${report}/drafts`)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))))
      .then((body: { drafts: WaitingDraft[] }) => setDrafts(body.drafts))
      .catch(() => setDrafts("failed"));
  }, [report]);
  useEffect(load, [load]);
  if (drafts === "loading") return <p className="small mute matter">{t("loading")}</p>;
  if (drafts === "failed") {
    return (
      <div className="matter" role="alert">
        <p>{t("failed")}</p>
        <button type="button" className="btn" onClick={load}>
          {t("again")}
        </button>
      </div>
    );
  }
  if (drafts.length === 0) return <p className="small mute matter">{t("none")}</p>;
  return ORDER.map((waits) => {
    const some = drafts.filter((one) => one.waits === waits);
    return (
      some.length > 0 && (
        <div className="matter" key={waits}>
          <h3>{t(waits, { count: some.length })}</h3>
          <ul className="plain">
            {some.map((one) => (
              <li key={one.draft}>
                <Waits report={report} one={one} />
              </li>
            ))}
          </ul>
        </div>
      )
    );
  });
}

function Waits({ report, one }: { report: string; one: WaitingDraft }) {
  const [t, format] = [useTranslations("turn"), useFormatter()];
  const kind = KINDS.find((name) => one.draft.startsWith(`${name}.`)) ?? "other";
  const about = one.about === "" || one.about === null ? t("theReport") : isolated(one.about);
  return (
    <>
      <a href={`/reports/${report}/review/${one.draft}`}>{t(`drafts.${kind}`, { about })}</a>{" "}
      {one.since !== null && (
        <time className="small mute" dateTime={one.since}>
          {t("drafts.since", {
            time: format.dateTime(new Date(one.since), { dateStyle: "medium", timeStyle: "short" }),
          })}
        </time>
      )}
    </>
  );
}
