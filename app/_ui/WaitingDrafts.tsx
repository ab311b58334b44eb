"use client";
/** Drafts of one's delegation that wait: asked of the server process, which alone reads draft rooms. */
import { useFormatter, useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { WAITING, type WaitingDraft } from "#deliberation/waiting-drafts";
import { useDraftName } from "./draft-name.ts";
import { Heard } from "./Heard.tsx";

type Answer = WaitingDraft[] | "loading" | "failed";

/** @param clears whether whoever looks may clear: then what was sent for clearance waits for them. */
export function WaitingDrafts({ report, clears }: { report: string; clears: boolean }) {
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
      <Heard as="div" atOnce className="matter">
        <p>{t("failed")}</p>
        <button type="button" className="btn" onClick={load}>
          {t("again")}
        </button>
      </Heard>
    );
  }
  if (drafts.length === 0) return <p className="small mute matter">{t("none")}</p>;
  const several = drafts.filter(({ waits }) => waits === "to-submit" || waits === "to-clear").length > 1;
  return (
    <>
      {WAITING.map((waits) => {
        const some = drafts.filter((one) => one.waits === waits);
        return (
          some.length > 0 && (
            <div className="matter" key={waits}>
              <h3>{t(waits === "to-clear" && clears ? "to-clear-you" : waits, { count: some.length })}</h3>
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
      })}
      {several && (
        <p className="matter">
          <a href={`/reports/${report}/review`}>{t("several")}</a>
        </p>
      )}
    </>
  );
}

function Waits({ report, one }: { report: string; one: WaitingDraft }) {
  const [t, format] = [useTranslations("turn"), useFormatter()];
  const name = useDraftName();
  return (
    <>
      <a href={`/reports/${report}/review/${one.draft}`}>{name(one.draft, one.about)}</a>{" "}
      {one.changed && <span className="small">{t("drafts.changed")}</span>}
      {one.draft.split(".")[2] !== undefined && <span className="small mute">{t("drafts.inGroupName")}</span>}{" "}
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
