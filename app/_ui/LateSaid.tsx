"use client";
/** What was said late, in full: of which kind and where, when it was received, and the words in their language. */
import { useFormatter, useTranslations } from "next-intl";
import { type LateWords, placeOf } from "#deliberation/state";
import { useRecordState } from "../_live/LiveProvider.tsx";
import { Difference } from "./Difference.tsx";
import { Said } from "./Said.tsx";
import { useSeat } from "./SeatContext.tsx";
import { StanceToken } from "./Stance.tsx";

export function LateSaid({ late: { seq, at, body } }: { late: LateWords }) {
  const [t, format] = [useTranslations(), useFormatter()];
  const { report } = useSeat();
  const state = useRecordState();
  const time = format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
  return (
    <>
      <p>
        <WhatIsLate body={body} /> {body.kind === "position.stated" && <StanceToken stance={body.stance} />}
      </p>
      <p className="small mute">
        <time dateTime={at}>{t("late.received", { time, round: body.round })}</time> ·{" "}
        <a href={`/reports/${report}/entries/${seq}`}>{t("late.sealedIn", { entry: seq })}</a>
      </p>
      {body.kind === "comment.made" && body.target.on === "words" && (
        <p className="small quote">
          {t("comments.onWords")} <q lang="zh-Hans">{body.target.exact}</q>
        </p>
      )}
      {body.words !== undefined && <Said words={body.words} lang={body.lang} />}
      {body.kind === "position.stated" && body.wording !== undefined && (
        <Difference
          before={state.ideas[body.idea]?.quote ?? ""}
          after={body.wording}
          lang={state.text?.lang ?? body.lang}
        />
      )}
    </>
  );
}

function WhatIsLate({ body }: { body: LateWords["body"] }) {
  const [t, format] = [useTranslations("late.what"), useFormatter()];
  const whole = useTranslations("panel")("whole");
  switch (body.kind) {
    case "position.stated":
      return t("position", { place: body.idea });
    case "comment.made":
      return body.replyTo === undefined
        ? t("comment", { place: placeOf(body.target) || whole })
        : t("reply", { entry: body.replyTo });
    case "statement.made":
      return t("statement", {
        date: format.dateTime(new Date(body.date), { dateStyle: "medium", timeZone: "UTC" }),
      });
    default:
      return body satisfies never;
  }
}
