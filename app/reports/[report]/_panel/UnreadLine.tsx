"use client";
/** Over the outline: how much is unread in all, on to the next, and all marked as read. */
import { useTranslations } from "next-intl";
import { ALL_PLACES } from "#deliberation/unread";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { useReadMarks, useUnread } from "../../../_live/unread.tsx";
import { goUnread } from "./going.ts";
import { usePlace } from "./place.ts";

export function UnreadLine() {
  const t = useTranslations("unread");
  const { head } = useRecordState();
  const marks = useReadMarks();
  const unread = useUnread((all) => all);
  const place = usePlace();
  const count = Object.values(unread).reduce((sum, one) => sum + one, 0);
  return (
    <div className="unread-line">
      <p>
        {count > 0 && <i className="dot" aria-hidden="true" />}
        {t("count", { count })}
      </p>
      <p>
        <button
          type="button"
          className="link"
          data-key="u"
          aria-keyshortcuts="u"
          disabled={count === 0}
          onClick={() => goUnread(unread, place)}
        >
          {t("next")}
        </button>{" "}
        <button
          type="button"
          className="link"
          disabled={count === 0}
          onClick={() => void marks.read(ALL_PLACES, head.seq)}
        >
          {t("all")}
        </button>
      </p>
    </div>
  );
}
