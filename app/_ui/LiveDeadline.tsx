"use client";
/** The round that goes on, or was opened last, as the record has it now; what is decided about it is said aloud. */
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { isExtended } from "#deliberation/round-course";
import { lastOpened } from "#deliberation/state";
import { useLive } from "../_live/LiveProvider.tsx";
import { useAnnounce } from "./Announcer.tsx";
import { Deadline } from "./Deadline.tsx";

export function LiveDeadline() {
  const t = useTranslations();
  const announce = useAnnounce();
  const round = useLive(lastOpened);
  const step = round?.course.at(-1);
  const said = useRef(step?.seq);
  useEffect(() => {
    if (round === null || step === undefined || said.current === step.seq) return;
    said.current = step.seq;
    announce(
      t(`rounds.now.${step.kind}`, { number: round.id }),
      step.kind === "closed" ? "assertive" : "polite",
    );
  }, [round, step, announce, t]);
  if (round === null) return <span>{t("round.none")}</span>;
  const { id, closesAt, closedAt } = round;
  return <Deadline number={id} closesAt={closesAt} closedAt={closedAt} extended={isExtended(round)} />;
}
