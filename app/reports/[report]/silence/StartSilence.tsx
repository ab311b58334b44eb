"use client";
/** Putting a wording under silence: which ideas, until when, and whose reservations or opposition are on record. */
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { standingIdeas } from "#deliberation/count";
import type { Objectors } from "#deliberation/entry";
import type { IdeaId, Instant } from "#deliberation/ids";
import { inNewYork } from "#deliberation/new-york";
import { isShort, objectorsFixed, onRecordAgainst, USUAL_HOURS } from "#deliberation/silence";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { browserNow } from "../../../_ui/browser-now.ts";
import { Heard } from "../../../_ui/Heard.tsx";
import { useNames } from "../../../_ui/names.ts";
import { DeadlineFields, momentOf } from "../rounds/DeadlineFields.tsx";
import { type Reason, ReasonFields } from "../rounds/ReasonFields.tsx";
import { RecordDialog } from "../rounds/RecordDialog.tsx";

const OBJECTORS: readonly Objectors[] = ["members-and-groups", "members"];
const OTHERS = ["continue", "stop"] as const;
const HOUR_MS = 3_600_000;

export function StartSilence() {
  const t = useTranslations("silence");
  const state = useRecordState();
  const name = useNames();
  const locale = useLocale();
  const [wording, setWording] = useState("");
  const [given, setGiven] = useState("");
  const [asked, setAsked] = useState(() => inNewYork(usual()));
  const [why, setWhy] = useState<Reason>({ reason: "", lang: locale });
  const [objectors, setObjectors] = useState<Objectors>("members-and-groups");
  const [others, setOthers] = useState<(typeof OTHERS)[number]>("continue");
  const fixed = objectorsFixed(state);
  const ideas = [...new Set(given.split(/[\s,،、;]+/).filter((one) => one !== ""))] as IdeaId[];
  const known = new Set<string>(standingIdeas(state));
  const against = onRecordAgainst(state, ideas);
  const read = () => {
    const closesAt = momentOf(asked);
    const now = browserNow();
    const reason = why.reason.trim();
    const faults: Record<string, string> = {};
    if (wording.trim() === "") faults["silence-wording"] = "wording";
    if (ideas.length === 0 || ideas.some((idea) => !known.has(idea))) faults["silence-ideas"] = "ideas";
    if (closesAt === null) faults["start-silence-day"] = "moment";
    else if (closesAt <= now) faults["start-silence-day"] = "ahead";
    else if (isShort(closesAt, now) && reason === "") faults["start-silence-reason"] = "reason";
    if (Object.keys(faults).length > 0) return { faults };
    const who = { objectors: fixed ?? objectors, others };
    const said = { wording: wording.trim(), ideas, lang: why.lang, closesAt, ...who };
    return { asked: { kind: "silence.started", ...said, ...(reason === "" ? {} : { reason }) } };
  };
  return (
    <RecordDialog
      name="start-silence"
      ask={t("start.ask")}
      title={t("start.ask")}
      says={t("start.says")}
      confirm={t("start.confirm")}
      read={read}
      onRecorded={() => {
        setWording("");
        setGiven("");
        setWhy({ ...why, reason: "" });
      }}
    >
      <label className="field">
        <span>{t("wording")}</span>
        <textarea
          id="silence-wording"
          value={wording}
          lang={why.lang}
          dir="auto"
          onChange={(event) => setWording(event.target.value)}
        />
      </label>
      <label className="field">
        <span>{t("start.ideas")}</span>
        <input
          id="silence-ideas"
          type="text"
          dir="ltr"
          value={given}
          onChange={(event) => setGiven(event.target.value)}
        />
      </label>
      <Heard as="div">
        {against.length > 0 && (
          <div className="warning">
            <b>{t("start.against")}</b>
            <ul>
              {against.map(({ author, ideas: on }) => (
                <li key={author}>
                  {name(author)}: <bdi translate="no">{on.join(" ")}</bdi>
                </li>
              ))}
            </ul>
          </div>
        )}
      </Heard>
      <fieldset>
        <legend>{t("objectors")}</legend>
        {fixed !== null && (
          <p>
            {t(`who.${fixed}`)} <span className="small mute">{t("start.fixed")}</span>
          </p>
        )}
        {fixed === null &&
          OBJECTORS.map((one) => (
            <label className="check" key={one}>
              <input
                type="radio"
                name="objectors"
                checked={objectors === one}
                onChange={() => setObjectors(one)}
              />
              {t(`who.${one}`)}
            </label>
          ))}
      </fieldset>
      {ideas.length > 1 && (
        <fieldset>
          <legend>{t("others")}</legend>
          {OTHERS.map((one) => (
            <label className="check" key={one}>
              <input type="radio" name="others" checked={others === one} onChange={() => setOthers(one)} />
              {t(`other.${one}`)}
            </label>
          ))}
        </fieldset>
      )}
      <DeadlineFields name="start-silence" value={asked} onChange={setAsked} />
      <p className="small mute">{t("start.short")}</p>
      <ReasonFields name="start-silence" value={why} onChange={setWhy} />
    </RecordDialog>
  );
}

/** The usual time from now, and an hour more for the hand that fills in the form. */
function usual(): Instant {
  return new Date(Date.parse(browserNow()) + (USUAL_HOURS + 1) * HOUR_MS).toISOString() as Instant;
}
