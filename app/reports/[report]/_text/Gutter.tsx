"use client";
/** Beside a paragraph: how many comments it and its ideas have. */
import { useTranslations } from "next-intl";
import { useLive } from "../../../_live/LiveProvider.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { Icon } from "../../../_ui/Stance.tsx";

export function Gutter({ paragraph }: { paragraph: string }) {
  const t = useTranslations("reading");
  const { report } = useSeat();
  const count = useLive(
    ({ comments }) =>
      Object.values(comments).filter(
        ({ target }) =>
          ("paragraph" in target && target.paragraph === paragraph) ||
          ("idea" in target && target.idea.startsWith(`${paragraph}-`)),
      ).length,
  );
  return (
    <div className="gut" lang={t("lang")}>
      <a
        href={`/reports/${report}/paragraphs/${paragraph}`}
        data-place={paragraph}
        aria-label={t("comments", { key: paragraph, count })}
      >
        <Icon name="comment" />
        {count > 0 && count}
      </a>
    </div>
  );
}
