"use client";
/** One answer for many words: chosen, then shown in a preview, and only then written as prepared. */
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { Queued } from "#deliberation/disposition-queue";
import { OUTCOMES, type Outcome } from "#deliberation/entry";
import type { Lang } from "#deliberation/ids";
import { usePrepare } from "../../../_live/podium.tsx";
import { useAnnounce } from "../../../_ui/Announcer.tsx";
import { useAuthors } from "../../../_ui/names.ts";

interface Props {
  /** Chosen in the list. */
  items: Queued[];
  /** How many rows the list shows. */
  all: number;
  onAll: () => void;
  onDone: () => void;
}

export function Bulk({ items, all, onAll, onDone }: Props) {
  const t = useTranslations("disposition");
  const locale = useLocale() as Lang;
  const authorOf = useAuthors();
  const prepare = usePrepare();
  const announce = useAnnounce();
  const heading = useRef<HTMLHeadingElement>(null);
  const [outcome, setOutcome] = useState<Outcome>("noted");
  const [preview, setPreview] = useState(false);
  const [where, setWhere] = useState("");
  const [reason, setReason] = useState("");
  useEffect(() => {
    if (preview) heading.current?.focus();
  }, [preview]);
  const lacks =
    (outcome === "reflected" && where.trim() === "") || (outcome === "not-reflected" && reason.trim() === "");
  const apply = () => {
    prepare(items.map(({ entry, as }) => ({ entry, as, outcome, where, reason, lang: locale })));
    announce(t("bulk.done", { count: items.length }));
    setPreview(false);
    onDone();
  };
  return (
    <section className="bulk" aria-label={t("bulk.label")}>
      <p>
        {t("bulk.chosen", { count: items.length })}{" "}
        <button type="button" className="link" onClick={items.length > 0 ? onDone : onAll}>
          {items.length > 0 ? t("bulk.none") : t("bulk.all", { count: all })}
        </button>
      </p>
      {items.length > 0 && !preview && (
        <p className="acts">
          <label>
            {t("bulk.set")}{" "}
            <select value={outcome} onChange={(event) => setOutcome(event.target.value as Outcome)}>
              {OUTCOMES.map((one) => (
                <option key={one} value={one}>
                  {t(`outcome.${one}`)}
                </option>
              ))}
            </select>
          </label>{" "}
          <button type="button" className="btn" onClick={() => setPreview(true)}>
            {t("bulk.preview")}
          </button>
        </p>
      )}
      {items.length > 0 && preview && (
        <div className="composer">
          <h2 ref={heading} tabIndex={-1}>
            {t("bulk.about", { count: items.length, outcome: t(`outcome.${outcome}`) })}
          </h2>
          <table>
            <thead>
              <tr>
                <th scope="col">{t("place")}</th>
                <th scope="col">{t("author.label")}</th>
                <th scope="col">{t("wordsLabel")}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <tr key={one.entry}>
                  <td>
                    <bdi translate="no">{one.place === "" ? t("wholeReport") : one.place}</bdi>
                  </td>
                  <td>
                    <bdi>{authorOf(one.author)}</bdi>
                  </td>
                  <td lang={one.lang} dir="auto">
                    {one.text.length > 120 ? `${one.text.slice(0, 120)}…` : one.text}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {(outcome === "reflected" || outcome === "reflected-in-part") && (
            <label className="field">
              <span>{t(outcome === "reflected" ? "where" : "whereOptional")}</span>
              <input
                type="text"
                dir="auto"
                maxLength={200}
                value={where}
                onChange={(event) => setWhere(event.target.value)}
              />
            </label>
          )}
          <label className="field">
            <span>{t(outcome === "not-reflected" ? "reason" : "reasonOptional")}</span>
            <textarea dir="auto" value={reason} onChange={(event) => setReason(event.target.value)} />
          </label>
          <p className="small mute">{t("bulk.private")}</p>
          <div className="acts">
            <button type="button" className="btn pri" disabled={lacks} onClick={apply}>
              {t("bulk.apply", { count: items.length })}
            </button>{" "}
            <button type="button" className="btn" onClick={() => setPreview(false)}>
              {t("bulk.cancel")}
            </button>
          </div>
        </div>
      )}
    </section>
  );
}
