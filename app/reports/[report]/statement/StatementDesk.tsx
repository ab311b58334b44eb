"use client";
/** Statements in preparation, one of them open: a colleague's is gone on with, not begun a second time. */
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import type { Citable } from "#deliberation/citing";
import { draftIds, fieldKey, submittedAs } from "#deliberation/draft";
import { DraftId } from "#deliberation/ids";
import { roundForLate } from "#deliberation/late";
import { openRound } from "#deliberation/state";
import { useDraftPlain } from "../../../_live/drafts.tsx";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { browserNow } from "../../../_ui/browser-now.ts";
import { LateNotice } from "../../../_ui/LateNotice.tsx";
import { OwnLate } from "../../../_ui/OwnLate.tsx";
import { newId } from "../../../_ui/submit.ts";
import { StatementForm } from "./StatementForm.tsx";

export function StatementDesk({ report }: { report: readonly Citable[] }) {
  const t = useTranslations();
  const format = useFormatter();
  const plain = useDraftPlain();
  const state = useRecordState();
  const late = roundForLate(state, browserNow());
  const [asked, setChosen] = useState<DraftId | null>(null);
  const open = draftIds(plain).filter((id) => id.startsWith("statement.") && submittedAs(plain, id) === null);
  const chosen = asked ?? (open.length === 1 ? (open[0] ?? null) : null);
  const nameOf = (id: DraftId) => {
    const date = plain.drafts[fieldKey(id, "date")];
    return typeof date === "string" && !Number.isNaN(Date.parse(date))
      ? t("bring.draftOf", {
          date: format.dateTime(new Date(date), { dateStyle: "medium", timeZone: "UTC" }),
        })
      : t("bring.undated");
  };
  return (
    <>
      {openRound(state, browserNow()) === null && late === null && (
        <p className="warning">{t("position.noRound")}</p>
      )}
      {late !== null && <LateNotice round={late.id} />}
      <OwnLate kind="statement.made" />
      {open.length > 0 && (
        <section aria-labelledby="in-preparation">
          <h2 id="in-preparation">{t("bring.open")}</h2>
          <ul className="plain">
            {open.map((id) => (
              <li key={id}>
                <button
                  type="button"
                  className="link"
                  aria-current={id === chosen ? "true" : undefined}
                  onClick={() => setChosen(id)}
                >
                  {nameOf(id)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <button
          type="button"
          className="btn"
          onClick={() => setChosen(DraftId.parse(`statement.${newId()}`))}
        >
          {t("bring.new")}
        </button>
      </p>
      {chosen !== null && <StatementForm key={chosen} id={chosen} report={report} />}
    </>
  );
}
