"use client";
/** A comment written together before it is submitted; who will read it stands on the button. */
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { canonicalJson } from "#deliberation/canonical";
import { draftIds } from "#deliberation/draft";
import { Audience, CommentKind, type Target } from "#deliberation/entry";
import { DraftId, type RoundId } from "#deliberation/ids";
import { placeOf } from "#deliberation/state";
import { openUnattributed } from "#deliberation/unattributed";
import { useDraft, useDraftPlain } from "../../../_live/drafts.tsx";
import { useLive } from "../../../_live/LiveProvider.tsx";
import { BeforeWeSpeak } from "../../../_ui/BeforeWeSpeak.tsx";
import { browserNow } from "../../../_ui/browser-now.ts";
import { DraftFoot } from "../../../_ui/DraftFoot.tsx";
import { DraftText } from "../../../_ui/DraftText.tsx";
import { LateNotice } from "../../../_ui/LateNotice.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { newId } from "../../../_ui/submit.ts";
import { LanguageOfWords } from "./OurPosition.tsx";

interface Props {
  target: Target;
  replyTo: number | null;
  /** The round that has closed, when what is written is late. */
  late: RoundId | null;
  onCancel: () => void;
}

export function Composer(props: Props) {
  const t = useTranslations("comments");
  const { target, replyTo, late } = props;
  const word = useTranslations("late");
  const plain = useDraftPlain();
  const [begun, setBegun] = useState<DraftId | null>(null);
  // A colleague's comment on the same place that is not submitted yet is gone on with, not begun a second time.
  const open =
    begun ??
    draftIds(plain).find(
      (id) =>
        id.startsWith("comment.") &&
        plain.drafts[`${id}/target`] === canonicalJson(target) &&
        (plain.drafts[`${id}/replyTo`] ?? null) === replyTo &&
        plain.drafts[`${id}/submitted`] === undefined,
    ) ??
    null;
  if (open === null) {
    return (
      <button
        type="button"
        className="btn"
        data-key={replyTo === null ? "c" : undefined}
        aria-keyshortcuts={replyTo === null ? "c" : undefined}
        onClick={() => setBegun(DraftId.parse(`comment.${newId()}`))}
      >
        {late !== null && replyTo === null ? word("comment") : t(replyTo === null ? "write" : "writeReply")}
      </button>
    );
  }
  return <CommentDraft id={open} {...props} />;
}

function CommentDraft({ id, target, replyTo, late, onCancel }: Props & { id: DraftId }) {
  const t = useTranslations();
  const locale = useLocale();
  const { report } = useSeat();
  const draft = useDraft(id);
  const lang = String(draft.fields.lang ?? locale);
  const audience = String(draft.fields.audience ?? "everyone");
  // [G3] What is said late is for all; what a draft had before stays to be seen and changed.
  const audiences = Audience.options.filter((one) => late === null || one === "everyone" || one === audience);
  const quiet = useLive((state) => openUnattributed(state, browserNow()) !== null);
  const begin = () => {
    if (draft.fields.target !== undefined) return;
    draft.set("target", canonicalJson(target));
    draft.set("lang", locale);
    draft.set("commentKind", "general");
    draft.set("audience", "everyone");
    if (replyTo !== null) draft.set("replyTo", replyTo);
  };
  return (
    <form className="composer" onFocus={begin} onSubmit={(event) => event.preventDefault()}>
      <h4>
        {replyTo === null ? t("comments.new") : t("comments.replying", { seq: replyTo })}{" "}
        <span className="draft">{t("comments.private")}</span>
      </h4>
      {quiet && <p className="note small">{t("unattributed.means")}</p>}
      {target.on === "words" && (
        <p className="quote" lang="zh-Hans" dir="ltr">
          “{target.exact}”
        </p>
      )}
      {late !== null && <LateNotice round={late} />}
      <BeforeWeSpeak place={placeOf(target)} />
      <DraftText draft={draft} root="words" label={t("comments.words")} lang={lang} />
      <div className="two">
        <label className="field">
          <span>{t("comments.kind")}</span>
          <select
            value={String(draft.fields.commentKind ?? "general")}
            onChange={(event) => draft.set("commentKind", event.target.value)}
          >
            {CommentKind.options.map((kind) => (
              <option key={kind} value={kind}>
                {t(`commentKind.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{t("comments.audience")}</span>
          <select value={audience} onChange={(event) => draft.set("audience", event.target.value)}>
            {audiences.map((one) => (
              <option key={one} value={one}>
                {t(`audience.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <LanguageOfWords value={lang} onChange={(next) => draft.set("lang", next)} />
      <DraftFoot draft={draft} />
      <div className="acts">
        <a
          className="btn pri"
          data-next
          aria-keyshortcuts="Control+Enter Meta+Enter"
          href={`/reports/${report}/review/${id}`}
        >
          {late === null ? t("comments.review", { audience: t(`audience.${audience}`) }) : t("late.check")}
        </a>
        {replyTo !== null && (
          <button type="button" className="btn quiet" onClick={onCancel}>
            {t("comments.cancel")}
          </button>
        )}
      </div>
    </form>
  );
}
