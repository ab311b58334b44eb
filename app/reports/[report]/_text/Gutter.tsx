"use client";
/** Beside a paragraph: how many comments it and its ideas have, and how much there is unread. */
import { useTranslations } from "next-intl";
import { useLive } from "../../../_live/LiveProvider.tsx";
import { useUnread } from "../../../_live/unread.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { Icon } from "../../../_ui/Stance.tsx";
import { UnreadMark } from "../../../_ui/UnreadMark.tsx";

export function Gutter({ paragraph }: { paragraph: string }) {
  const t = useTranslations("reading");
  const words = useTranslations("unread");
  const { report } = useSeat();
  const count = useLive(({ counts }) => inParagraph(counts, paragraph));
  const unread = useUnread((all) => inParagraph(all, paragraph));
  return (
    <div className="gut" lang={t("lang")}>
      <a
        href={`/reports/${report}/paragraphs/${paragraph}`}
        data-place={paragraph}
        aria-label={`${t("comments", { key: paragraph, count })}${unread === 0 ? "" : `, ${words("count", { count: unread })}`}`}
      >
        <Icon name="comment" />
        {count > 0 && count}
        <UnreadMark count={unread} />
      </a>
    </div>
  );
}

/** What is counted on a paragraph and its ideas. */
function inParagraph(counts: Readonly<Record<string, number>>, paragraph: string): number {
  let sum = 0;
  for (const place in counts) {
    if (place === paragraph || place.startsWith(`${paragraph}-`)) sum += counts[place] ?? 0;
  }
  return sum;
}
