"use client";
/** Delegations that have not stated everything, chosen one by one or all that stated nothing, and the words to remind them. */
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Heard } from "../../../_ui/Heard.tsx";
import { RefusalNotice } from "../../../_ui/Refusal.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { remind } from "../../../_ui/submit.ts";

export interface Row {
  key: string;
  name: string;
  stated: number;
  of: number;
  /** When it was last reminded. */
  reminded: string | null;
}

interface Props {
  rows: Row[];
  /** The round that is open. */
  round: string | null;
}

export function RemindForm({ rows, round }: Props) {
  const t = useTranslations("notStated");
  const [format, locale] = [useFormatter(), useLocale()];
  const { report } = useSeat();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<string | null>(null);
  const silent = rows.filter(({ stated }) => stated === 0).map(({ key }) => key);
  const toggle = (key: string) => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    setChosen(next);
  };
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const words = String(new FormData(event.currentTarget).get("words")).trim();
    setRefused(null);
    setSaid(new Set());
    const answer = await remind(report, { delegations: [...chosen], words, lang: locale });
    if ("code" in answer) return setRefused(answer.code);
    setSaid(chosen);
    setChosen(new Set());
  };
  return (
    <form onSubmit={send}>
      <p className="acts">
        <button type="button" className="btn" onClick={() => setChosen(new Set(silent))}>
          {t("chooseSilent", { count: silent.length })}
        </button>{" "}
        <button type="button" className="btn" onClick={() => setChosen(new Set())}>
          {t("chooseNone")}
        </button>
      </p>
      <ul className="plain remind-list">
        {rows.map(({ key, name, stated, of, reminded }) => (
          <li key={key}>
            <label className="check">
              <input type="checkbox" checked={chosen.has(key)} onChange={() => toggle(key)} />{" "}
              <bdi>{name}</bdi>
            </label>{" "}
            <span className="small mute">
              {stated === 0 ? t("nothing") : t("some", { stated, of })}{" "}
              {said.has(key)
                ? t("justNow")
                : reminded !== null &&
                  t("last", { time: format.dateTime(new Date(reminded), { dateStyle: "medium" }) })}
            </span>
          </li>
        ))}
      </ul>
      <label className="field">
        <span>{t("words")}</span>
        <textarea
          name="words"
          rows={4}
          required
          maxLength={4_000}
          dir="auto"
          lang={locale}
          defaultValue={round === null ? t("proposedClosed") : t("proposed", { round })}
        />
      </label>
      <p className="small mute">{t("goesTo")}</p>
      {refused !== null && <RefusalNotice code={refused} draft={false} />}
      <p className="acts">
        <button type="submit" className="btn pri" disabled={chosen.size === 0}>
          {t("send", { count: chosen.size })}
        </button>{" "}
        <Heard as="span">{said.size > 0 && t("sent", { count: said.size })}</Heard>
      </p>
    </form>
  );
}
