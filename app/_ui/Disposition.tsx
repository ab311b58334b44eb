"use client";
/** What became of words, beside them: the latest disposition, what its author says of it, and, for them, the answer. */
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { heldAt } from "#deliberation/by-seq";
import { hasMoved } from "#deliberation/disposition";
import { draftIds, type PlainDrafts } from "#deliberation/draft";
import { DraftId, type Seq } from "#deliberation/ids";
import type { Disposition as Given } from "#deliberation/state";
import { useDraft, useDraftPlain } from "../_live/drafts.tsx";
import { useRecordState } from "../_live/LiveProvider.tsx";
import { useShownState } from "../_live/unread.tsx";
import { DraftText } from "./DraftText.tsx";
import { Said } from "./Said.tsx";
import { SavingWords } from "./SavingWords.tsx";
import { useSeat } from "./SeatContext.tsx";
import { newId } from "./submit.ts";

interface Props {
  entry: number;
  /** Whether the words are of one's own delegation. */
  own: boolean;
}

/** As the open thread shows it. */
export function Disposition(props: Props) {
  const state = useShownState();
  return <Versions {...props} versions={heldAt(state.dispositions, props.entry) ?? []} />;
}

/** As the record stands. */
export function DispositionNow(props: Props) {
  const state = useRecordState();
  return <Versions {...props} versions={heldAt(state.dispositions, props.entry) ?? []} />;
}

function Versions({ entry, own, versions }: Props & { versions: readonly Given[] }) {
  const [t, format] = [useTranslations("disposition"), useFormatter()];
  const state = useRecordState();
  const { report } = useSeat();
  const outcomeWords = useOutcomeWords();
  const given = versions.at(-1);
  if (given === undefined) return null;
  const moved = hasMoved(state, entry as Seq, given.as);
  return (
    <div className="disp">
      <p>
        <span className="k">{t("title")}</span> <b>{outcomeWords(given)}</b>{" "}
        {given.version > 1 && <span className="small mute">{t("version", { version: given.version })}</span>}{" "}
        <a className="small" href={`/reports/${report}/entries/${given.seq}`}>
          <time dateTime={given.at}>
            {format.dateTime(new Date(given.at), { dateStyle: "medium", timeStyle: "short" })}
          </time>
        </a>
      </p>
      {given.reason !== null && <Said words={given.reason} lang={given.lang} />}
      {moved && <p className="small mute">{t("moved")}</p>}
      {given.reply !== null && (
        <>
          <p className="small">{t(`author.${given.reply.says}`)}</p>
          {given.reply.words !== null && <Said words={given.reply.words} lang={given.reply.lang} />}
        </>
      )}
      {own && !moved && <Answer entry={entry} given={given} />}
    </div>
  );
}

export function useOutcomeWords(): (
  given: Pick<Given, "outcome"> & { where?: string | null | undefined },
) => string {
  const t = useTranslations("disposition");
  return ({ outcome, where }) => {
    if (where == null || where === "") return t(`outcome.${outcome}`);
    if (outcome === "reflected") return t("reflectedIn", { where });
    return outcome === "reflected-in-part" ? t("partIn", { where }) : `${t(`outcome.${outcome}`)} (${where})`;
  };
}

function Answer({ entry, given }: { entry: number; given: Given }) {
  const t = useTranslations("disposition");
  const { writes } = useSeat();
  const plain = useDraftPlain();
  const [open, setOpen] = useState<{ id: DraftId; says: "agrees" | "contests" } | null>(null);
  if (!writes) return null;
  const begin = (says: "agrees" | "contests") =>
    setOpen({ id: begun(plain, entry, given.seq) ?? DraftId.parse(`answer.${newId()}`), says });
  if (open !== null) return <Answering {...open} entry={entry} given={given} onClose={() => setOpen(null)} />;
  return (
    <div className="acts">
      {given.reply === null && <span>{t("ask")} </span>}
      {given.reply?.says !== "agrees" && (
        <button type="button" className="btn" onClick={() => begin("agrees")}>
          {t("agree")}
        </button>
      )}{" "}
      {given.reply?.says !== "contests" && (
        <button type="button" className="btn" onClick={() => begin("contests")}>
          {t("contest")}
        </button>
      )}
    </div>
  );
}

/** One that a colleague began and nobody submitted is gone on with. */
function begun(plain: PlainDrafts, entry: number, disposition: number): DraftId | null {
  return (
    draftIds(plain).find(
      (id) =>
        id.startsWith("answer.") &&
        plain.drafts[`${id}/entry`] === entry &&
        plain.drafts[`${id}/disposition`] === disposition &&
        plain.drafts[`${id}/submitted`] === undefined,
    ) ?? null
  );
}

interface AnsweringProps {
  id: DraftId;
  says: "agrees" | "contests";
  entry: number;
  given: Given;
  onClose: () => void;
}

function Answering({ id, says, entry, given, onClose }: AnsweringProps) {
  const t = useTranslations();
  const locale = useLocale();
  const { report } = useSeat();
  const draft = useDraft(id);
  const begin = () => {
    if (draft.fields.entry === undefined) draft.set("entry", entry);
    if (draft.fields.disposition !== given.seq) draft.set("disposition", given.seq);
    if (draft.fields.says !== says) draft.set("says", says);
    if (draft.fields.lang === undefined) draft.set("lang", locale);
  };
  const { ready } = draft;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen is written once the room has answered.
  useEffect(() => {
    if (ready) begin();
  }, [ready, says]);
  const lacks = says === "contests" && draft.texts.words.trim() === "";
  return (
    <form className="composer" onSubmit={(event) => event.preventDefault()}>
      <h4>
        {t(`disposition.says.${says}`)} <span className="draft">{t("declare.private")}</span>
      </h4>
      <DraftText
        draft={draft}
        root="words"
        label={t(says === "contests" ? "disposition.why" : "disposition.whyOptional")}
        lang={String(draft.fields.lang ?? locale)}
      />
      <SavingWords draft={draft} />
      <div className="acts">
        <a
          className="btn pri"
          data-next
          href={`/reports/${report}/review/${id}`}
          aria-disabled={lacks}
          onClick={(event) => {
            if (lacks) event.preventDefault();
          }}
        >
          {t("declare.review")}
        </a>{" "}
        <button type="button" className="btn quiet" onClick={onClose}>
          {t("declare.close")}
        </button>
      </div>
    </form>
  );
}
