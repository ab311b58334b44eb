"use client";
/** One row of the queue: the words, who else says the same, what was said of them, and the answer being prepared. */
import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { Queued } from "#deliberation/disposition-queue";
import { OUTCOMES } from "#deliberation/entry";
import { draftOfAnswer, type Prepared } from "#deliberation/podium";
import { useDraft } from "../../../_live/drafts.tsx";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { useUnprepare } from "../../../_live/podium.tsx";
import { Difference } from "../../../_ui/Difference.tsx";
import { useOutcomeWords } from "../../../_ui/Disposition.tsx";
import { DraftText } from "../../../_ui/DraftText.tsx";
import { Heard } from "../../../_ui/Heard.tsx";
import { LateMark } from "../../../_ui/LateMark.tsx";
import { useAuthors } from "../../../_ui/names.ts";
import { Said } from "../../../_ui/Said.tsx";
import { SavingWords } from "../../../_ui/SavingWords.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import type { Status } from "./address.ts";

interface Props {
  item: Queued;
  status: Status;
  prepared: Prepared | null;
  /** Others that say the same. */
  alike: Queued[];
  open: boolean;
  onOpen: () => void;
  chosen: boolean;
  onChoose: (yes: boolean) => void;
}

export function Row({ item, status, prepared, alike, open, onOpen, chosen, onChoose }: Props) {
  const [t, format] = [useTranslations("disposition"), useFormatter()];
  const authorOf = useAuthors();
  const { report } = useSeat();
  const outcomeWords = useOutcomeWords();
  const place = item.place === "" ? t("wholeReport") : item.place;
  const said = prepared ?? item.disposition;
  return (
    <li data-row className={open ? "open" : undefined} id={`entry-${item.entry}`}>
      <h2>
        <input
          type="checkbox"
          checked={chosen}
          aria-label={t("choose", { entry: item.entry })}
          onChange={(event) => onChoose(event.target.checked)}
        />{" "}
        <button type="button" className="link" aria-expanded={open} onClick={onOpen}>
          <bdi translate="no">{place}</bdi> · <bdi>{authorOf(item.author)}</bdi> · {t(`kind.${item.kind}`)}
        </button>{" "}
        <span className="demo">{t(`status.${status}`)}</span>{" "}
        {item.audience !== "everyone" && <span className="demo">{t("sealed")}</span>}
      </h2>
      <p className="small mute">
        <a href={`/reports/${report}/entries/${item.entry}`}>{t("entryLink", { seq: item.entry })}</a>{" "}
        {item.at !== null && (
          <time dateTime={item.at}>
            {format.dateTime(new Date(item.at), { dateStyle: "medium", timeStyle: "short" })}
          </time>
        )}{" "}
        <LateMark late={item.late} />
      </p>
      <WordsOf item={item} />
      {alike.length > 0 && (
        <p className="small">
          {t("alike", { count: alike.length })}{" "}
          {alike.map(({ entry, author }) => (
            <span key={entry}>
              <bdi>{authorOf(author)}</bdi> (<a href={`/reports/${report}/entries/${entry}`}>{entry}</a>){" "}
            </span>
          ))}
        </p>
      )}
      {item.moved && <p className="small">{t("moved")}</p>}
      {said !== null && !open && (
        <p>
          <b>{outcomeWords(said)}</b>
        </p>
      )}
      {item.disposition?.reply?.words != null && (
        <div className="disp">
          <p className="small">{t(`author.${item.disposition.reply.says}`)}</p>
          <Said words={item.disposition.reply.words} lang={item.disposition.reply.lang} />
        </div>
      )}
      {open && <Editor item={item} prepared={prepared} />}
    </li>
  );
}

export function WordsOf({ item }: { item: Queued }) {
  const state = useRecordState();
  return item.kind === "wording" ? (
    <Difference
      before={state.ideas[item.place]?.quote ?? ""}
      after={item.text}
      lang={state.text?.lang ?? item.lang}
    />
  ) : (
    <Said words={item.text} lang={item.lang} />
  );
}

function Editor({ item, prepared }: { item: Queued; prepared: Prepared | null }) {
  const t = useTranslations();
  const locale = useLocale();
  const draft = useDraft(draftOfAnswer(item.entry));
  const unprepare = useUnprepare();
  const choose = (outcome: string) => {
    draft.set("outcome", outcome);
    draft.set("as", item.as);
    if (draft.fields.lang === undefined) draft.set("lang", locale);
  };
  const outcome = prepared?.outcome;
  const lang = String(draft.fields.lang ?? locale);
  return (
    <form className="composer" onSubmit={(event) => event.preventDefault()}>
      <fieldset className="outcomes">
        <legend>
          {t("disposition.chooseOutcome")} <span className="draft">{t("disposition.private")}</span>
        </legend>
        {OUTCOMES.map((one, index) => (
          <label key={one} className="check">
            <input
              type="radio"
              name={`outcome-${item.entry}`}
              value={one}
              checked={outcome === one}
              onChange={() => choose(one)}
            />{" "}
            <kbd>{index + 1}</kbd> {t(`disposition.outcome.${one}`)}
          </label>
        ))}
      </fieldset>
      {(outcome === "reflected" || outcome === "reflected-in-part") && (
        <label className="field">
          <span>{t(outcome === "reflected" ? "disposition.where" : "disposition.whereOptional")}</span>
          <input
            type="text"
            dir="auto"
            maxLength={200}
            value={String(draft.fields.where ?? "")}
            onChange={(event) => draft.set("where", event.target.value || undefined)}
          />
        </label>
      )}
      <DraftText
        draft={draft}
        root="words"
        label={t(outcome === "not-reflected" ? "disposition.reason" : "disposition.reasonOptional")}
        lang={lang}
      />
      <label className="field">
        <span>{t("position.language")}</span>
        <select value={lang} onChange={(event) => draft.set("lang", event.target.value)}>
          {(["ar", "zh", "en", "fr", "ru", "es"] as const).map((one) => (
            <option key={one} value={one}>
              {t(`language.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {prepared?.lacks != null && <p className="small">{t(`refusal.${prepared.lacks}`)}</p>}
      {prepared !== null && prepared.as !== item.as && (
        <Heard atOnce>
          {t("refusal.changed-since-read")}{" "}
          <button type="button" className="btn" onClick={() => draft.set("as", item.as)}>
            {t("disposition.readAgain")}
          </button>
        </Heard>
      )}
      {draft.colleagues.length > 0 && (
        <p className="small">{t("position.colleagues", { names: draft.colleagues.join(", ") })}</p>
      )}
      <SavingWords draft={draft} />
      {prepared !== null && (
        <button type="button" className="btn quiet" onClick={() => unprepare([item.entry])}>
          {t("disposition.takeBack")}
        </button>
      )}
    </form>
  );
}
