"use client";
/** Words kept from copies of before the store began anew: to copy, or to put back. */
import { useTranslations } from "next-intl";
import { TEXT_ROOTS } from "#deliberation/draft";
import type { Draft } from "../_live/drafts.tsx";

export function SetAside({ draft }: { draft: Draft }) {
  const t = useTranslations("setAside");
  const kept = TEXT_ROOTS.flatMap((root) =>
    draft.setAside[root].filter((text) => text !== draft.texts[root]).map((text) => ({ root, text })),
  );
  return kept.map(({ root, text }) => (
    <div className="int" key={`${root}/${text}`}>
      <p>
        <b>{t("title")}</b>
      </p>
      <p>{text}</p>
      {draft.texts[root] === "" && (
        <button type="button" className="btn" onClick={() => draft.begin(root, text)}>
          {t("putBack")}
        </button>
      )}
    </div>
  ));
}
