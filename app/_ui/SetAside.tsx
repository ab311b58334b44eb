"use client";
/** Words kept from a copy of before the store began anew: to copy, or to put back. */
import { useTranslations } from "next-intl";
import type { TextRoot } from "#deliberation/draft";
import type { Draft } from "../_live/drafts.tsx";

export function SetAside({ draft }: { draft: Draft }) {
  const t = useTranslations("setAside");
  const roots = (["words", "wording"] as TextRoot[]).filter((root) => {
    const kept = draft.setAside[root] ?? "";
    return kept !== "" && kept !== draft.texts[root];
  });
  return roots.map((root) => (
    <div className="int" key={root}>
      <p>
        <b>{t("title")}</b>
      </p>
      <p>{draft.setAside[root]}</p>
      {draft.texts[root] === "" && (
        <button type="button" className="btn" onClick={() => draft.begin(root, draft.setAside[root] ?? "")}>
          {t("putBack")}
        </button>
      )}
    </div>
  ));
}
