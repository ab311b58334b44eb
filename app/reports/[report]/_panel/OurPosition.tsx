"use client";
/** Our position: drafted together with colleagues, seen by nobody else until it is submitted. */
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { STANCES, type Stance } from "#deliberation/entry";
import { type DelegationKey, DraftId, type Instant, type RoundId } from "#deliberation/ids";
import { roundForLate } from "#deliberation/late";
import { bindsMembers, groupsOf, membersOf, speakersOf } from "#deliberation/membership";
import { doesTakePart } from "#deliberation/participation";
import { scriptOf } from "#deliberation/script";
import { type IdeaState, openRound, standing } from "#deliberation/state";
import { openUnattributed, ownPositionIn } from "#deliberation/unattributed";
import { useDraft } from "../../../_live/drafts.tsx";
import { useLive, useRecordState } from "../../../_live/LiveProvider.tsx";
import { BeforeWeSpeak } from "../../../_ui/BeforeWeSpeak.tsx";
import { browserNow } from "../../../_ui/browser-now.ts";
import { DraftFoot } from "../../../_ui/DraftFoot.tsx";
import { DraftText } from "../../../_ui/DraftText.tsx";
import { LateMark } from "../../../_ui/LateMark.tsx";
import { LateNotice } from "../../../_ui/LateNotice.tsx";
import { useNames } from "../../../_ui/names.ts";
import { OwnLate } from "../../../_ui/OwnLate.tsx";
import { Said } from "../../../_ui/Said.tsx";
import { SavingWords } from "../../../_ui/SavingWords.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { StanceShape, StanceToken } from "../../../_ui/Stance.tsx";
import { Withdraw } from "../../../_ui/Withdraw.tsx";
import { SuggestWording } from "./SuggestWording.tsx";

export function OurPosition({ idea }: { idea: IdeaState }) {
  const t = useTranslations();
  const { delegation, writes } = useSeat();
  const state = useRecordState();
  const name = useNames();
  // [S8] The groups it belongs to: what is said in their name is drafted together and submitted by who speaks for them.
  const now = browserNow();
  const quiet = openUnattributed(state, now);
  // [Q3] On behalf of a group nothing is stated in a round without attribution.
  const groups = delegation === null || !writes || quiet !== null ? [] : groupsOf(state, delegation, now);
  const [chosen, setChosen] = useState<DelegationKey | null>(null);
  const group = chosen !== null && groups.includes(chosen) ? chosen : null;
  const author = group ?? delegation;
  const speakers = group === null ? [] : speakersOf(state, group, now);
  const speaks = group === null || speakers.some((one) => one === delegation);
  const own = author === null ? null : standing(state.positions[idea.id]?.[author]);
  const speaksFor = (one: DelegationKey) => speakersOf(state, one, now).some((key) => key === delegation);
  const round = openRound(state, now);
  const late = roundForLate(state, now);
  return (
    <section className="sec" aria-labelledby="our-position">
      <h3 id="our-position">
        {t("position.title")}{" "}
        {writes && delegation !== null && (
          <span className="draft">
            {group === null
              ? t("position.private", { name: name(delegation) })
              : t("position.privateGroup", { name: name(group) })}
          </span>
        )}
      </h3>
      {groups.length > 0 && (
        <fieldset className="seg">
          <legend className="vh">{t("position.title")}</legend>
          {[null, ...groups].map((one) => (
            <label key={one ?? ""}>
              <input type="radio" name="behalf" checked={group === one} onChange={() => setChosen(one)} />
              {one === null
                ? t("position.own")
                : t(speaksFor(one) ? "position.behalf" : "position.draftFor", { name: name(one) })}
            </label>
          ))}
          {group !== null && <GroupRoom group={group} speakers={speakers} now={now} />}
        </fieldset>
      )}
      {own !== null && (
        <div className="own">
          <p>
            {t("position.submitted", { rev: own.rev })} <StanceToken stance={own.stance} />{" "}
            <LateMark late={own.late} />
          </p>
          {own.words !== null && <Said words={own.corrections.at(-1)?.words ?? own.words} lang={own.lang} />}
          {speaks && <Withdraw entry={own.seq} kind="position.withdrawn" label={t("position.withdraw")} />}
        </div>
      )}
      {group === null && delegation !== null && !doesTakePart(state, delegation) && (
        <p className="small mute">{t("participation.statingMeans")}</p>
      )}
      <OwnLate kind="position.stated" place={idea.id} />
      {quiet !== null && delegation !== null && (
        <InRoundWithout idea={idea.id} round={quiet} delegation={delegation} />
      )}
      {quiet !== null && state.delegations[delegation ?? ""]?.kind !== "member" ? null : round === null &&
        writes &&
        late !== null ? (
        <SayLate key={group ?? ""} idea={idea} group={group} round={late.id} />
      ) : round === null ? (
        <>
          <p>{t("position.noRound")}</p>
          {delegation !== null &&
            [null, ...groups].map((one) => <KeptDraft key={one ?? ""} idea={idea} group={one} />)}
        </>
      ) : writes ? (
        <PositionDraft key={group ?? ""} idea={idea} group={group} />
      ) : (
        <p className="small mute">{t("position.reading")}</p>
      )}
    </section>
  );
}

/** [Q2] [Q4] What it means, and our own position in this round, which nobody else can tell. */
function InRoundWithout({
  idea,
  round,
  delegation,
}: {
  idea: IdeaState["id"];
  round: RoundId;
  delegation: DelegationKey;
}) {
  const [t, all] = [useTranslations("unattributed"), useTranslations()];
  const state = useRecordState();
  const own = ownPositionIn(state, idea, round, delegation);
  const states = state.delegations[delegation]?.kind === "member";
  return (
    <>
      <p className="note small">{t(states ? "means" : "noPositions")}</p>
      {own !== null && (
        <div className="own">
          <p>
            {t("ours")} <StanceToken stance={own.stance ?? "position-reserved"} />
          </p>
          <p className="small own-untold">{t("yours")}</p>
          {own.words !== null && <Said words={own.words} lang={scriptOf(own.words)} />}
          <Withdraw entry={own.seq} kind="position.withdrawn" label={all("position.withdraw")} />
        </div>
      )}
    </>
  );
}

/** Who reads and writes this draft, and who submits it: said before the first word is typed. */
function GroupRoom({
  group,
  speakers,
  now,
}: {
  group: DelegationKey;
  speakers: DelegationKey[];
  now: Instant;
}) {
  const [t, rule] = [useTranslations("position"), useTranslations("groups")];
  const format = useFormatter();
  const state = useRecordState();
  const name = useNames();
  const named = (keys: DelegationKey[]) => format.list(keys.map(name), { type: "conjunction" });
  return (
    <div className="tiny mute">
      <p>{bindsMembers(state, group, now) ? rule("ruleMeans") : t("behalfMeans")}</p>
      <p>{t("groupRoom", { members: named(membersOf(state, group, now)) })}</p>
      <p>{speakers.length === 0 ? t("nobodySpeaks") : t("groupSubmits", { speakers: named(speakers) })}</p>
    </div>
  );
}

/** A round that closed meanwhile takes nothing away: what was drafted stays to be read and copied. */
function KeptDraft({ idea, group }: { idea: IdeaState; group: DelegationKey | null }) {
  const t = useTranslations("position");
  const name = useNames();
  const draft = useDraft(draftOf(idea.id, group));
  const { words, wording } = draft.texts;
  const stance = draft.fields.stance as Stance | undefined;
  if ((words === "" && wording === "" && stance === undefined) || draft.submitted !== null) return null;
  return (
    <div className="int">
      <p>
        <b>{group === null ? t("closedKept") : t("closedKeptFor", { name: name(group) })}</b>
      </p>
      {stance !== undefined && <StanceToken stance={stance} />}
      {[words, wording]
        .filter((text) => text !== "")
        .map((text) => (
          <Said key={text} words={text} lang={String(draft.fields.lang ?? "en")} />
        ))}
      <SavingWords draft={draft} />
    </div>
  );
}

/** [G1] What was drafted is shown as it was kept; going on with it is a choice, made knowing whom it reaches. */
function SayLate({ idea, group, round }: { idea: IdeaState; group: DelegationKey | null; round: RoundId }) {
  const t = useTranslations("late");
  const [writing, setWriting] = useState(false);
  return (
    <>
      <LateNotice round={round} />
      {writing ? (
        <PositionDraft idea={idea} group={group} />
      ) : (
        <>
          <KeptDraft idea={idea} group={group} />
          <p>
            <button type="button" className="btn" onClick={() => setWriting(true)}>
              {t("position")}
            </button>
          </p>
        </>
      )}
    </>
  );
}

/** The keys that lead to a choice; they focus it and choose nothing. */
const KEYS: Partial<Record<Stance, string>> = { support: "p", "support-with-wording": "a" };

function PositionDraft({ idea, group }: { idea: IdeaState; group: DelegationKey | null }) {
  const t = useTranslations();
  const locale = useLocale();
  const { report, delegation } = useSeat();
  const name = useNames();
  // Wording is suggested in the language of the text it would stand in.
  const textLang = useLive(({ text }) => text?.lang ?? locale);
  const id = draftOf(idea.id, group);
  const draft = useDraft(id);
  const stance = draft.fields.stance as Stance | undefined;
  const lang = String(draft.fields.lang ?? locale);

  const choose = (next: Stance) => {
    draft.set("stance", next);
    if (draft.fields.lang === undefined) draft.set("lang", locale);
    // Suggested wording begins from the idea's own words.
    if (next === "support-with-wording") draft.begin("wording", idea.quote);
  };
  const legend = t("position.legend", { name: name(group ?? delegation ?? ""), idea: idea.id });
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <BeforeWeSpeak place={idea.id} />
      <fieldset className="pick">
        <legend className="vh">{legend}</legend>
        {STANCES.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="stance"
              data-key={KEYS[one]}
              aria-keyshortcuts={KEYS[one]}
              value={one}
              checked={stance === one}
              onChange={() => choose(one)}
              aria-labelledby={`stance-${one}`}
              aria-describedby={`meaning-${one}`}
            />
            <StanceShape stance={one} />
            <span>
              <span id={`stance-${one}`}>{t(`stance.${one}`)}</span>{" "}
              <span className="h" id={`meaning-${one}`}>
                {t(`meaning.${one}`)}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      {stance === "support-with-wording" && (
        <SuggestWording draft={draft} quote={idea.quote} lang={textLang} />
      )}
      <DraftText draft={draft} root="words" label={t("position.words")} lang={lang} />
      {draft.fields.statement !== undefined && (
        <p className="small">
          {t("bring.taken")}{" "}
          <button type="button" className="link" onClick={() => draft.set("statement", undefined)}>
            {t("bring.takenNot")}
          </button>
        </p>
      )}
      <LanguageOfWords value={lang} onChange={(next) => draft.set("lang", next)} />
      <DraftFoot draft={draft} />
      <div className="acts">
        <a
          className="btn pri"
          data-next
          aria-keyshortcuts="Control+Enter Meta+Enter"
          href={`/reports/${report}/review/${id}`}
          aria-disabled={stance === undefined}
          onClick={(event) => stance === undefined && event.preventDefault()}
        >
          {t("position.review")}
        </a>
        {stance === undefined && <span className="tiny mute">{t("position.chooseFirst")}</span>}
      </div>
    </form>
  );
}

function draftOf(idea: IdeaState["id"], group: DelegationKey | null): DraftId {
  return DraftId.parse(`position.${idea}${group === null ? "" : `.${group}`}`);
}

const LANGS = ["ar", "zh", "en", "fr", "ru", "es"] as const;

export function LanguageOfWords({ value, onChange }: { value: string; onChange: (lang: string) => void }) {
  const t = useTranslations();
  return (
    <label className="field inline">
      <span>{t("position.language")}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {LANGS.map((lang) => (
          <option key={lang} value={lang}>
            {t(`language.${lang}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
