"use client";
/** Ideas identified or withdrawn since the page came: the text stays as it is until the reader asks. */
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { State } from "#deliberation/state";
import { useLive } from "../../../_live/LiveProvider.tsx";
import { Heard } from "../../../_ui/Heard.tsx";

/** @param shown the ideas marked in the text as it stands on the page. */
export function NewIdeas({ shown }: { shown: string[] }) {
  const t = useTranslations("reading");
  const router = useRouter();
  const now = useLive((state) => standing(state.ideas).join(" "));
  const changed = difference(now === "" ? [] : now.split(" "), shown);
  return (
    <Heard as="div" className="new-ideas">
      {changed > 0 && (
        <button type="button" className="pill" onClick={() => router.refresh()}>
          {t("newIdeas", { count: changed })}
        </button>
      )}
    </Heard>
  );
}

function standing(ideas: State["ideas"]): string[] {
  return Object.values(ideas).flatMap(({ id, withdrawn }) => (withdrawn === null ? [id] : []));
}

function difference(one: string[], other: string[]): number {
  return one.filter((id) => !other.includes(id)).length + other.filter((id) => !one.includes(id)).length;
}
