"use client";
/** Which ideas of a silence procedure an objection is to; asked where the others then continue. */
import { useTranslations } from "next-intl";
import type { IdeaId } from "#deliberation/ids";
import type { SilenceState } from "#deliberation/state";

interface Props {
  silence: SilenceState;
  /** null: all of them. */
  value: IdeaId[] | null;
  onChange: (ideas: IdeaId[] | null) => void;
}

export function IdeasObjected({ silence, value, onChange }: Props) {
  const t = useTranslations("silence");
  if (silence.others === "stop" || silence.ideas.length < 2) return null;
  const toggle = (idea: IdeaId) => {
    const now = silence.ideas.filter((one) => (one === idea) !== (value ?? silence.ideas).includes(one));
    // None is no objection; all are what no choice means.
    if (now.length > 0) onChange(now.length === silence.ideas.length ? null : now);
  };
  return (
    <fieldset>
      <legend>{t("objectedIdeas")}</legend>
      {silence.ideas.map((idea) => (
        <label className="check" key={idea}>
          <input
            type="checkbox"
            checked={(value ?? silence.ideas).includes(idea)}
            onChange={() => toggle(idea)}
          />
          <bdi translate="no">{idea}</bdi>
        </label>
      ))}
    </fieldset>
  );
}
