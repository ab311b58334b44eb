"use client";
/** Aligning, associating, dissociating, replying by right: begun beside what it is about, drafted together, reviewed. */
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { canonicalJson } from "#deliberation/canonical";
import { draftIds, type PlainDrafts } from "#deliberation/draft";
import type { StatementTarget, Target } from "#deliberation/entry";
import { type DelegationKey, DraftId } from "#deliberation/ids";
import { placeOf, placeOfEntry } from "#deliberation/state";
import { openUnattributed } from "#deliberation/unattributed";
import { useDraft, useDraftPlain } from "../_live/drafts.tsx";
import { useLive } from "../_live/LiveProvider.tsx";
import { BeforeWeSpeak } from "./BeforeWeSpeak.tsx";
import { browserNow } from "./browser-now.ts";
import { DraftFoot } from "./DraftFoot.tsx";
import { DraftText } from "./DraftText.tsx";
import { ExceptPassages } from "./ExceptPassages.tsx";
import { ObjectionFields } from "./ObjectionFields.tsx";
import { useSeat } from "./SeatContext.tsx";
import { newId } from "./submit.ts";

interface Props {
  what:
    | "alignment"
    | "association"
    | "dissociation"
    | "reply"
    | "objection"
    | "explanation"
    | "confirmation"
    | "participation";
  /** The entry it names; none for a dissociation from the passage alone. */
  entry?: number;
  /** The passage, for a dissociation and a reply; or a statement that is dissociated from. */
  target?: Target | StatementTarget;
  /** Of a statement aligned with: the entry that last settled its words. */
  as?: number;
  /** Another name for the button. */
  label?: string;
  /** Of taking part in the exercise: what is said. */
  takesPart?: "yes" | "no";
  /** Words it begins with, unless somebody wrote there already. */
  begins?: string;
  /** The part of the address that opens it at once. */
  opensAt?: string;
  /** For words in a silence procedure: the delegation and the groups that may still say them. */
  authors?: readonly DelegationKey[];
}

const LABELS = {
  alignment: "align",
  association: "associate",
  dissociation: "dissociate",
  reply: "reply",
  objection: "object",
  explanation: "explain",
  confirmation: "confirm",
  participation: "takePart",
} as const;

/** What words that may be missing are called. */
const WORDS = { alignment: "declare.addition", participation: "participation.words" } as const;

export function Declare(props: Props) {
  const t = useTranslations("declare");
  const { writes } = useSeat();
  const plain = useDraftPlain();
  const [begun, setBegun] = useState<DraftId | null>(null);
  const [closed, setClosed] = useState(true);
  const { opensAt } = props;
  useEffect(() => {
    if (opensAt === undefined || window.location.hash !== `#${opensAt}`) return;
    setBegun((before) => before ?? DraftId.parse(`${props.what}.${newId()}`));
    setClosed(false);
  }, [opensAt, props.what]);
  // [Q3] By name, nothing is answered in a round without attribution.
  const quiet = useLive((state) => openUnattributed(state, browserNow()) !== null);
  if (!writes || (props.what === "reply" && quiet)) return null;
  const open = begun ?? unsubmitted(plain, props);
  const label = props.label ?? t(LABELS[props.what]);
  if (closed || open === null) {
    const begin = () => {
      setClosed(false);
      if (open === null) setBegun(DraftId.parse(`${props.what}.${newId()}`));
    };
    return (
      <button
        type="button"
        className="link"
        data-key={props.what === "dissociation" && props.entry === undefined ? "d" : undefined}
        aria-keyshortcuts={props.what === "dissociation" && props.entry === undefined ? "d" : undefined}
        onClick={begin}
      >
        {label}
      </button>
    );
  }
  return <Declaration {...props} id={open} label={label} onClose={() => setClosed(true)} />;
}

/** One that a colleague began and nobody submitted is gone on with. */
function unsubmitted(plain: PlainDrafts, { what, entry, target, as, takesPart }: Props): DraftId | null {
  const on = target && canonicalJson(target);
  return (
    draftIds(plain).find(
      (id) =>
        id.startsWith(`${what}.`) &&
        plain.drafts[`${id}/entry`] === entry &&
        plain.drafts[`${id}/target`] === on &&
        plain.drafts[`${id}/takesPart`] === takesPart &&
        plain.drafts[`${id}/as`] === as &&
        plain.drafts[`${id}/submitted`] === undefined,
    ) ?? null
  );
}

interface Open extends Props {
  id: DraftId;
  label: string;
  onClose: () => void;
}

function Declaration({ id, what, entry, target, as, takesPart, authors, label, begins, onClose }: Open) {
  const t = useTranslations();
  const locale = useLocale();
  const { report } = useSeat();
  const draft = useDraft(id);
  const lang = String(draft.fields.lang ?? locale);
  const place = useLive((state) =>
    target === undefined
      ? entry && placeOfEntry(state, entry)
      : target.on === "statement"
        ? placeOfEntry(state, target.entry)
        : placeOf(target),
  );
  const begin = () => {
    if (draft.fields.lang !== undefined) return;
    if (entry !== undefined) draft.set("entry", entry);
    if (target !== undefined) draft.set("target", canonicalJson(target));
    if (as !== undefined) draft.set("as", as);
    if (takesPart !== undefined) draft.set("takesPart", takesPart);
    draft.set("lang", locale);
    if (begins !== undefined) draft.begin("words", begins);
  };
  const isWordless = what === "association" || what === "confirmation";
  const mayBeWordless = isWordless || what === "alignment" || what === "participation";
  const lacks = !mayBeWordless && draft.texts.words.trim() === "";
  // Nothing need be typed into these: begun at once, so that what then shows of saving does not move the link away.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as it opens.
  useEffect(() => {
    if (isWordless || what === "participation") begin();
  }, []);
  return (
    <form className="composer" onFocus={begin} onSubmit={(event) => event.preventDefault()}>
      <h4>
        {label} <span className="draft">{t("declare.private")}</span>
      </h4>
      {what === "participation" ? (
        <p className="tiny mute">
          {t(takesPart === "no" ? "participation.means" : "participation.againMeans")}
        </p>
      ) : (
        what !== "reply" && <p className="tiny mute">{t("declare.nothing")}</p>
      )}
      {typeof place === "string" && <BeforeWeSpeak place={place} />}
      {entry !== undefined && authors !== undefined && (what === "objection" || what === "explanation") && (
        <ObjectionFields draft={draft} what={what} entry={entry} authors={authors} />
      )}
      {as !== undefined && entry !== undefined && <ExceptPassages draft={draft} entry={entry} />}
      {!isWordless && (
        <DraftText
          draft={draft}
          root="words"
          label={t(what in WORDS ? WORDS[what as keyof typeof WORDS] : "declare.why")}
          lang={lang}
        />
      )}
      <DraftFoot draft={draft} />
      <div className="acts">
        <a
          className="btn pri"
          href={`/reports/${report}/review/${id}`}
          aria-disabled={lacks}
          onClick={(event) => lacks && event.preventDefault()}
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
