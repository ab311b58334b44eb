"use client";
/** Beside a paragraph: how many comments it and its ideas have. */
import { useTranslations } from "next-intl";
import { useLive } from "../../../_live/LiveProvider.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { Icon } from "../../../_ui/Stance.tsx";

export function Gutter({ paragraph }: { paragraph: string }) {
  const t = useTranslations("reading");
  const { report } = useSeat();
  const count = useLive(({ counts }) =>
    Object.keys(counts)
      .filter((place) => place === paragraph || place.startsWith(`${paragraph}-`))
      .reduce((sum, place) => sum + (counts[place] ?? 0), 0),
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
