"use client";
/** The round that goes on, or was opened last, as the record has it now; what is decided about it is said aloud. */
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { isExtended } from "#deliberation/round-course";
import { lastOpened, type RoundState } from "#deliberation/state";
import { useLive } from "../_live/LiveProvider.tsx";
import { useClosedMeanwhile } from "../_live/missed.ts";
import { useAnnounce } from "./Announcer.tsx";
import { browserNow } from "./browser-now.ts";
import { untilNextMark } from "./closing-marks.ts";
import { Deadline } from "./Deadline.tsx";
import { useSinceWhen } from "./since-when.ts";

export function LiveDeadline() {
  const t = useTranslations();
  const announce = useAnnounce();
  const round = useLive(lastOpened);
  const step = round?.course.at(-1);
  const said = useRef(step?.seq);
  const meanwhile = useClosedMeanwhile();
  const sinceWhen = useSinceWhen();
  const missed =
    meanwhile === null
      ? null
      : t("offline.roundClosed", { number: meanwhile.number, time: sinceWhen(new Date(meanwhile.at)) });
  useEffect(() => {
    if (round === null || step === undefined || said.current === step.seq) return;
    said.current = step.seq;
    announce(
      missed ?? t(`rounds.now.${step.kind}`, { number: round.id }),
      step.kind === "closed" ? "assertive" : "polite",
    );
  }, [round, step, missed, announce, t]);
  useClosingMarks(round);
  if (round === null) return <span>{t("round.none")}</span>;
  const { id, closesAt, closedAt } = round;
  return (
    <>
      <Deadline
        {...{ number: id, closesAt, closedAt }}
        extended={isExtended(round)}
        unattributed={round.modalities.attribution === "unattributed"}
      />
      {missed !== null && <b className="missed"> {missed}</b>}
    </>
  );
}

/** Timers ring a little early at times; the same mark would be said twice. */
const EARLY_MS = 50;
/** A timer longer than this many milliseconds would ring at once. */
const LONGEST_MS = 2 ** 31 - 1;

/** Says how long is left: to whoever does not see the time run. */
function useClosingMarks(round: RoundState | null) {
  const t = useTranslations("rounds");
  const format = useFormatter();
  const announce = useAnnounce();
  const [id, closesAt] = [round?.id, round?.closedAt === null ? round.closesAt : null];
  useEffect(() => {
    if (id === undefined || closesAt === null) return;
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      const next = untilNextMark(Date.parse(closesAt) - Date.parse(browserNow()));
      if (next === null || next > LONGEST_MS) return;
      timer = setTimeout(() => {
        const when = format.relativeTime(new Date(closesAt), new Date(browserNow()));
        announce(t("closesIn", { number: id, when }));
        wait();
      }, next + EARLY_MS);
    };
    wait();
    return () => clearTimeout(timer);
  }, [id, closesAt, announce, t, format]);
}
