"use client";
/** Before a round is opened: what was asked, and what follows from it. */
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { RefusalNotice } from "../../../_ui/Refusal.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { newId, submit } from "../../../_ui/submit.ts";
import { Warning } from "./DeadlineFields.tsx";
import { ModalitiesShown } from "./ModalitiesShown.tsx";
import { Moment } from "./Moment.tsx";
import type { Opening } from "./OpenRound.tsx";

interface Props {
  opening: Opening;
  onChange: () => void;
  onDone: (seq: number) => void;
}

export function OpeningReview({ opening, onChange, onDone }: Props) {
  const t = useTranslations("rounds");
  const { report } = useSeat();
  const heading = useRef<HTMLHeadingElement>(null);
  // The same id for a second try: an answer that was lost is no second round.
  const [id] = useState(newId);
  const [refused, setRefused] = useState<string | null>(null);
  useEffect(() => heading.current?.focus(), []);
  const { round, session, closesAt, modalities } = opening;
  const open = async () => {
    setRefused(null);
    const answer = await submit(report, { id, kind: "round.opened", ...opening });
    if ("code" in answer) setRefused(answer.code);
    else onDone(answer.seq);
  };
  return (
    <section className="opening" aria-labelledby="opening">
      <h2 id="opening" tabIndex={-1} ref={heading}>
        {t("review.title", { number: round })}
      </h2>
      <dl className="facts review">
        <div>
          <dt>{t("form.session")}</dt>
          <dd>{session}</dd>
        </div>
        <div>
          <dt>{t("deadline")}</dt>
          <dd>
            <Moment at={closesAt} />
            <Warning at={closesAt} />
          </dd>
        </div>
      </dl>
      <h3>{t("review.forGood")}</h3>
      <dl className="facts review">
        <ModalitiesShown modalities={modalities} />
      </dl>
      <h3>{t("review.follows")}</h3>
      <ul className="follows">
        <li>{t("review.window")}</li>
        <li>{t("review.clock")}</li>
        <li>{t("review.fixed")}</li>
        {modalities.attribution === "unattributed" && <li>{t("review.unattributed")}</li>}
        {modalities.audience !== "everyone" && <li>{t(`review.audience.${modalities.audience}`)}</li>}
        {!modalities.totals && <li>{t("review.noTotals")}</li>}
        <li>{t("told")}</li>
        <li>{t("review.record")}</li>
      </ul>
      {refused !== null && <RefusalNotice code={refused} draft={false} />}
      <div className="acts">
        <button type="button" className="btn pri" onClick={open}>
          {t("review.confirm", { number: round })}
        </button>{" "}
        <button type="button" className="btn" onClick={onChange}>
          {t("review.change")}
        </button>
      </div>
    </section>
  );
}
