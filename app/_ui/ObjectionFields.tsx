"use client";
/** In whose name a delegation objects or explains, and to which ideas: kept in the draft, reviewed and cleared with it. */
import { useTranslations } from "next-intl";
import { type DelegationKey, IdeaId } from "#deliberation/ids";
import type { useDraft } from "../_live/drafts.tsx";
import { useRecordState } from "../_live/LiveProvider.tsx";
import { IdeasObjected } from "./IdeasObjected.tsx";
import { useNames } from "./names.ts";
import { useSeat } from "./SeatContext.tsx";

interface Props {
  draft: ReturnType<typeof useDraft>;
  what: "objection" | "explanation";
  entry: number;
  /** The delegation and the groups that may still say it. */
  authors: readonly DelegationKey[];
}

export function ObjectionFields({ draft, what, entry, authors }: Props) {
  const t = useTranslations("silence");
  const names = useNames();
  const { delegation } = useSeat();
  const silence = useRecordState().silences[entry];
  if (silence === undefined) return null;
  const [group] = authors.filter((one) => one !== delegation);
  const chosen = String(draft.fields.onBehalfOf ?? "");
  return (
    <>
      {group !== undefined && (
        <label className="field">
          <span>{t("nameOf")}</span>
          <select
            value={chosen}
            onChange={(event) => draft.set("onBehalfOf", event.target.value || undefined)}
          >
            <option value="">{t("ownName")}</option>
            {authors
              .filter((one) => one !== delegation)
              .map((one) => (
                <option key={one} value={one}>
                  {names(one)}
                </option>
              ))}
          </select>
        </label>
      )}
      {what === "objection" && (
        <IdeasObjected
          silence={silence}
          value={ideasIn(draft.fields.ideas)}
          onChange={(ideas) => draft.set("ideas", ideas === null ? undefined : JSON.stringify(ideas))}
        />
      )}
    </>
  );
}

/** What a colleague wrote in the draft, as far as it names ideas. */
function ideasIn(field: unknown): IdeaId[] | null {
  try {
    const ideas = IdeaId.array().safeParse(JSON.parse(String(field)));
    return ideas.success ? ideas.data : null;
  } catch {
    return null;
  }
}
