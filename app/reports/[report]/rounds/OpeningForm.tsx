"use client";
/** The fields of a new round; what is wrong is said together, before it is reviewed. */
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { totalsShown } from "#deliberation/count";
import type { Modalities, Objectors } from "#deliberation/entry";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { browserNow } from "../../../_ui/browser-now.ts";
import { DeadlineFields, momentOf } from "./DeadlineFields.tsx";
import { Faults } from "./Faults.tsx";
import type { Opening, OpeningAsked } from "./OpenRound.tsx";

const AUDIENCES: readonly Modalities["audience"][] = ["everyone", "facilitators", "secretariat"];
const ATTRIBUTIONS: readonly Modalities["attribution"][] = ["attributed", "unattributed"];
const OBJECTORS: readonly Objectors[] = ["members-and-groups", "members"];
const LANGS: readonly Modalities["languages"][number][] = ["ar", "zh", "en", "fr", "ru", "es"];

interface Props {
  asked: OpeningAsked;
  onChange: (asked: OpeningAsked) => void;
  onReview: (opening: Opening) => void;
  onCancel: () => void;
}

export function OpeningForm({ asked, onChange, onReview, onCancel }: Props) {
  const t = useTranslations();
  const state = useRecordState();
  const [faults, setFaults] = useState<Record<string, string>>({});
  const { attribution, audience, totals, languages, objectors } = asked.modalities;
  const set = (fields: Partial<OpeningAsked>) => onChange({ ...asked, ...fields });
  const fix = (fields: Partial<Modalities>) => set({ modalities: { ...asked.modalities, ...fields } });
  const review = (event: FormEvent) => {
    event.preventDefault();
    const closesAt = momentOf(asked);
    const session = Number(asked.session);
    const found = {
      ...(/^[1-9]\d{0,3}$/.test(asked.round) && !(asked.round in state.rounds)
        ? {}
        : { "opening-number": "number" }),
      ...(Number.isInteger(session) && session > 0 ? {} : { "opening-session": "session" }),
      ...(closesAt === null ? { "opening-day": "moment" } : {}),
      ...(closesAt !== null && closesAt <= browserNow() ? { "opening-day": "ahead" } : {}),
      ...(languages.length === 0 ? { "opening-languages": "languages" } : {}),
    };
    setFaults(found);
    if (closesAt !== null && Object.keys(found).length === 0) {
      onReview({ round: asked.round, session, closesAt, modalities: asked.modalities });
    }
  };
  return (
    <form className="opening" onSubmit={review} noValidate aria-labelledby="opening">
      <h2 id="opening">{t("rounds.form.open")}</h2>
      <Faults faults={faults} />
      <div className="two">
        <label className="field">
          <span>{t("rounds.form.number")}</span>
          <input
            id="opening-number"
            inputMode="numeric"
            value={asked.round}
            onChange={(event) => set({ round: event.target.value.trim() })}
          />
        </label>
        <label className="field">
          <span>{t("rounds.form.session")}</span>
          <input
            id="opening-session"
            inputMode="numeric"
            value={asked.session}
            onChange={(event) => set({ session: event.target.value.trim() })}
          />
        </label>
      </div>
      <DeadlineFields name="opening" value={asked} onChange={set} />
      <fieldset>
        <legend>{t("rounds.modality.attribution")}</legend>
        {ATTRIBUTIONS.map((one) => (
          <label className="check" key={one}>
            <input
              type="radio"
              name="attribution"
              checked={attribution === one}
              onChange={() => fix({ attribution: one })}
            />
            {t(`rounds.${one}`)}
          </label>
        ))}
        {attribution === "unattributed" && <p className="small mute">{t("rounds.form.unattributed")}</p>}
      </fieldset>
      <fieldset>
        <legend>{t("rounds.modality.audience")}</legend>
        {AUDIENCES.map((one) => (
          <label className="check" key={one}>
            <input
              type="radio"
              name="audience"
              checked={audience === one}
              onChange={() => fix({ audience: one })}
            />
            {t(`audience.${one}`)}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t("rounds.modality.totals")}</legend>
        {[true, false].map((shown) => (
          <label className="check" key={`${shown}`}>
            <input
              type="radio"
              name="totals"
              checked={totals === shown}
              onChange={() => fix({ totals: shown })}
            />
            {t(shown ? "rounds.totalsShown" : "rounds.totalsHidden")}
          </label>
        ))}
        {Object.keys(state.rounds).length > 0 && !totalsShown(state) && (
          <p className="small mute">{t("rounds.form.totalsNoMore")}</p>
        )}
      </fieldset>
      <fieldset>
        <legend>{t("rounds.modality.objectors")}</legend>
        {OBJECTORS.map((one) => (
          <label className="check" key={one}>
            <input
              type="radio"
              name="objectors"
              checked={objectors === one}
              onChange={() => fix({ objectors: one })}
            />
            {t(`silence.who.${one}`)}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t("rounds.modality.languages")}</legend>
        {LANGS.map((lang, index) => (
          <label className="check" key={lang}>
            <input
              type="checkbox"
              id={index === 0 ? "opening-languages" : undefined}
              checked={languages.includes(lang)}
              onChange={(event) =>
                fix({
                  languages: LANGS.filter((one) =>
                    one === lang ? event.target.checked : languages.includes(one),
                  ),
                })
              }
            />
            {t(`language.${lang}`)}
          </label>
        ))}
      </fieldset>
      <div className="acts">
        <button type="submit" className="btn pri">
          {t("rounds.form.review")}
        </button>{" "}
        <button type="button" className="btn" onClick={onCancel}>
          {t("rounds.cancel")}
        </button>
      </div>
    </form>
  );
}
