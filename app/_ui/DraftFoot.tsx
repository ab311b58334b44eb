"use client";
/** What stands below the texts of every draft: words set aside, saving, own steps, colleagues, and how far it is. */
import { useTranslations } from "next-intl";
import { roomOf } from "#deliberation/draft-room";
import { isNote } from "#deliberation/ids";
import { directionOf, langTag } from "../_i18n/languages.ts";
import type { Draft } from "../_live/drafts.tsx";
import { DraftStage } from "./DraftStage.tsx";
import { EarlierVersions } from "./EarlierVersions.tsx";
import { useNames } from "./names.ts";
import { SavingWords } from "./SavingWords.tsx";
import { useSeat } from "./SeatContext.tsx";
import { SetAside } from "./SetAside.tsx";

export function DraftFoot({ draft }: { draft: Draft }) {
  const t = useTranslations();
  const { delegation } = useSeat();
  const isOwn = delegation === null || roomOf(draft.id, delegation) === delegation;
  return (
    <>
      <OwnSteps draft={draft} />
      <SetAside draft={draft} />
      <SavingWords draft={draft} />
      <p className="tiny mute">
        {t(isNote(draft.id) ? "note.kept" : isOwn ? "saving.operator" : "saving.operatorGroup")}
      </p>
      <Colleagues draft={draft} />
      <EarlierVersions draft={draft} />
      <DraftStage draft={draft} />
    </>
  );
}

const WAYS = ["undo", "redo"] as const;

/** One's own steps alone, as Ctrl+Z does in the text. */
function OwnSteps({ draft }: { draft: Draft }) {
  const t = useTranslations("steps");
  if (!draft.steps.undo && !draft.steps.redo) return null;
  return (
    <div className="acts steps">
      {WAYS.map((way) => (
        <button
          key={way}
          type="button"
          className="link"
          aria-disabled={!draft.steps[way]}
          aria-keyshortcuts={way === "undo" ? "Control+Z Meta+Z" : "Control+Shift+Z Meta+Shift+Z"}
          onClick={() => draft.step(way)}
        >
          {t(way)}
        </button>
      ))}
    </div>
  );
}

function Colleagues({ draft }: { draft: Draft }) {
  const t = useTranslations();
  const { delegation } = useSeat();
  const name = useNames();
  // In a group's room delegations meet; persons' names stay inside their own.
  const isOwn = delegation === null || roomOf(draft.id, delegation) === delegation;
  const colleagues = isOwn ? draft.colleagues : draft.colleagues.map(name);
  if (draft.colleagues.length === 0) return null;
  const lang = String(draft.fields.lang ?? "en");
  return (
    <div className="small mute">
      <p>{t("position.colleagues", { names: colleagues.join(", ") })}</p>
      {draft.whereabouts.map(({ name: who, root, before, after }) => (
        <p key={who + root + before}>
          {t(root === "words" ? "steps.inWords" : "steps.inWording", { name: isOwn ? who : name(who) })}{" "}
          <q lang={langTag(lang)} dir={directionOf(lang)}>
            {before}
            <span className="caret" aria-hidden="true" />
            {after}
          </q>
        </p>
      ))}
    </div>
  );
}
