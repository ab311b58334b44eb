"use client";
/** Late words of one's own delegation that wait for the facilitators; nobody else is told of them. */
import { useTranslations } from "next-intl";
import type { DelegationKey } from "#deliberation/ids";
import { LATE_WITHDRAWAL, waitingLateOf } from "#deliberation/late";
import { type LateWords, placeOf } from "#deliberation/state";
import { useRecordState } from "../_live/LiveProvider.tsx";
import { LateSaid } from "./LateSaid.tsx";
import { useSeat } from "./SeatContext.tsx";
import { Withdraw } from "./Withdraw.tsx";

interface Props {
  kind: LateWords["body"]["kind"];
  /** Idea or paragraph; statements are shown wherever they speak to. */
  place?: string;
}

export function OwnLate({ kind, place }: Props) {
  const t = useTranslations("late");
  const { delegation } = useSeat();
  const state = useRecordState();
  if (delegation === null) return null;
  const here = waitingLateOf(state, delegation as DelegationKey).filter(
    ({ body }) => body.kind === kind && (place === undefined || placeOfLate(body) === place),
  );
  return here.map((late) => (
    <div className="own" key={late.seq}>
      <LateSaid late={late} />
      <p className="small warning">{t("waiting")}</p>
      <Withdraw entry={late.seq} kind={LATE_WITHDRAWAL[kind]} label={t("withdraw")} />
    </div>
  ));
}

function placeOfLate(body: LateWords["body"]): string | null {
  if (body.kind === "position.stated") return body.idea;
  return body.kind === "comment.made" ? placeOf(body.target) : null;
}
