"use client";
/** What one's own delegation says of taking part in the exercise: drafted here together, reviewed, and submitted. */
import { useFormatter, useTranslations } from "next-intl";
import { notTakingPart } from "#deliberation/participation";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { Declare } from "../../../_ui/Declare.tsx";
import { Said } from "../../../_ui/Said.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { StanceToken } from "../../../_ui/Stance.tsx";

export function TakingPart() {
  const t = useTranslations("participation");
  const format = useFormatter();
  const { delegation, writes } = useSeat();
  const state = useRecordState();
  if (delegation === null) return null;
  const out = notTakingPart(state, delegation);
  return (
    <section className="sec" id="taking-part" aria-labelledby="taking-part-title">
      <h2 id="taking-part-title">{t("ours")}</h2>
      {out === null ? (
        <p>{t("in")}</p>
      ) : (
        <>
          <p>
            <StanceToken stance="not-taking-part" />{" "}
            {t("since", { date: format.dateTime(new Date(out.at), { dateStyle: "medium" }) })}
          </p>
          {out.words !== null && out.lang !== null && <Said words={out.words} lang={out.lang} />}
        </>
      )}
      {writes && (
        <div className="acts">
          {out === null ? (
            <Declare key="no" what="participation" takesPart="no" label={t("sayOut")} />
          ) : (
            <Declare key="yes" what="participation" takesPart="yes" label={t("sayAgain")} />
          )}
        </div>
      )}
    </section>
  );
}
