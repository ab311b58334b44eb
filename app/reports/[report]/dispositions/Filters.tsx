"use client";
/** The filters of the queue: an address each, without script. */
import { useTranslations } from "next-intl";
import type { Queued } from "#deliberation/disposition-queue";
import { useNames } from "../../../_ui/names.ts";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { addressOf, type QueueView, SORTS } from "./address.ts";

export function Filters({ view, items }: { view: QueueView; items: readonly Queued[] }) {
  const t = useTranslations();
  const { report } = useSeat();
  const name = useNames();
  const authors = [...new Set(items.flatMap(({ author }) => author ?? []))].sort((a, b) =>
    name(a).localeCompare(name(b)),
  );
  const { kind, author, place, text } = view;
  const set = kind !== undefined || author !== undefined || place !== undefined || text !== undefined;
  return (
    <search className="matrix-filters" aria-label={t("matrix.filters")}>
      {set && (
        <a href={addressOf(report, view.status === undefined ? {} : { status: view.status })}>
          {t("matrix.clear")}
        </a>
      )}{" "}
      <details open={set}>
        <summary>{t("matrix.add")}</summary>
        <form action={`/reports/${report}/dispositions`}>
          {view.status !== undefined && <input type="hidden" name="status" value={view.status} />}
          <label className="field">
            <span>{t("disposition.kindLabel")}</span>
            <select name="kind" defaultValue={kind ?? ""}>
              <option value="">{t("matrix.any")}</option>
              {SORTS.map((one) => (
                <option key={one} value={one}>
                  {t(`disposition.kind.${one}`)}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            <span>{t("disposition.author.label")}</span>
            <select name="author" defaultValue={author ?? ""}>
              <option value="">{t("matrix.any")}</option>
              {authors.map((key) => (
                <option key={key} value={key}>
                  {name(key)}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            <span>{t("disposition.place")}</span>
            <input type="text" name="place" dir="ltr" defaultValue={place ?? ""} maxLength={12} />
          </label>
          <label className="field">
            <span>{t("disposition.text")}</span>
            <input type="text" name="text" defaultValue={text ?? ""} maxLength={200} />
          </label>
          <button type="submit" className="btn pri">
            {t("matrix.apply")}
          </button>
        </form>
      </details>
    </search>
  );
}
