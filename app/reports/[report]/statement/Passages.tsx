"use client";
/** What the passages speak to, each beside the words of the report: linked ones, and proposals to be taken or not. */
import { useTranslations } from "next-intl";
import { useDeferredValue, useMemo, useState } from "react";
import { type Citable, type Proposal, proposedPassages } from "#deliberation/citing";
import { placeOf } from "#deliberation/state";
import { type LinkedWords, placeInText } from "#deliberation/statement-draft";
import { directionOf, langTag } from "../../../_i18n/languages.ts";
import type { LinkChange } from "../../../_live/linking.ts";
import { called } from "../../../_ui/called.ts";
import { Heard } from "../../../_ui/Heard.tsx";
import { targetOf, textAt } from "./places.ts";

interface Props {
  words: string;
  lang: string;
  linked: readonly LinkedWords[];
  report: readonly Citable[];
  /** The text area of the words, for what is selected in it. */
  area: () => HTMLTextAreaElement | null;
  onChange: (change: LinkChange) => void;
}

export function Passages({ words, lang, linked, report, area, onChange }: Props) {
  const t = useTranslations("bring");
  // As the content will have it: places count from the first letter.
  const text = useDeferredValue(words.trim());
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const all = useMemo(() => proposedPassages(text, report), [text, report]);
  const taken = new Set(linked.map(nameOf));
  const proposals = all.filter((one) => !taken.has(nameOf(one)) && !dismissed.has(nameOf(one)));
  const take = (more: readonly Proposal[]) =>
    onChange({ add: more.map(({ exact, start, target }) => ({ exact, start, target })) });
  return (
    <section aria-labelledby="passages">
      <h2 id="passages">{t("passages")}</h2>
      {linked.length === 0 && <p className="mute">{t("noneLinked")}</p>}
      <ul className="plain passages">
        {linked.map((one) => (
          <li key={nameOf(one)}>
            <Beside one={one} lang={lang} report={report} />
            {placeInText(text, one) === null && <p className="warning small">{t("lost")}</p>}
            <div className="acts">
              <Retarget
                one={one}
                report={report}
                onChange={(target) => onChange({ add: [{ ...one, target }], remove: [one] })}
              />
              <button type="button" className="btn quiet" onClick={() => onChange({ remove: [one] })}>
                {t("remove")}
              </button>
            </div>
          </li>
        ))}
      </ul>
      <LinkSelected area={area} report={report} onLink={(one) => onChange({ add: [one] })} />
      {proposals.length > 0 && (
        <>
          <h3>{t("proposed", { count: proposals.length })}</h3>
          <p>
            <button type="button" className="btn" onClick={() => take(proposals)}>
              {t("takeAll")}
            </button>
          </p>
          <ul className="plain passages">
            {proposals.map((one) => (
              <li key={nameOf(one)}>
                <Beside one={one} lang={lang} report={report} />
                <div className="acts">
                  <span className="tiny mute">{t("because", { why: one.because })}</span>
                  <button type="button" className="btn" onClick={() => take([one])}>
                    {t("take")}
                  </button>
                  <button
                    type="button"
                    className="btn quiet"
                    onClick={() => setDismissed(new Set([...dismissed, nameOf(one)]))}
                  >
                    {t("dismiss")}
                  </button>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** The passage and what it speaks to, side by side. */
function Beside({ one, lang, report }: { one: LinkedWords; lang: string; report: readonly Citable[] }) {
  return (
    <div className="beside">
      <p className="said" lang={langTag(lang)} dir={directionOf(lang)}>
        {one.exact}
      </p>
      <div>
        <span className="chip">
          <bdi translate="no">{shown(one)}</bdi>
        </span>
        <p className="quote" lang="zh-Hans" dir="ltr">
          {textAt(one.target, report)}
        </p>
      </div>
    </div>
  );
}

function Retarget({
  one,
  report,
  onChange,
}: {
  one: LinkedWords;
  report: readonly Citable[];
  onChange: (target: LinkedWords["target"]) => void;
}) {
  const t = useTranslations("bring");
  const now = placeOf(one.target);
  const [typed, setTyped] = useState(now);
  const keep = () => {
    const target = targetOf(typed, report);
    if (target === null) setTyped(now);
    else if (placeOf(target) !== now) onChange(target);
  };
  return (
    <label className="field inline">
      <span>{t("speaksTo")}</span>
      <input
        type="text"
        dir="ltr"
        size={7}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => event.key === "Enter" && keep()}
      />
    </label>
  );
}

function LinkSelected({
  area,
  report,
  onLink,
}: Pick<Props, "area" | "report"> & { onLink: (one: LinkedWords) => void }) {
  const t = useTranslations("bring");
  const [typed, setTyped] = useState("");
  const [lacks, setLacks] = useState(false);
  const link = () => {
    const text = area();
    const target = targetOf(typed, report);
    const chosen = text?.value.slice(text.selectionStart, text.selectionEnd) ?? "";
    const exact = chosen.trim();
    setLacks(target === null || exact === "");
    if (text === null || target === null || exact === "") return;
    const before = text.value.length - text.value.trimStart().length;
    const start = text.selectionStart + chosen.indexOf(exact) - before;
    onLink({ exact, start, target });
    setTyped("");
  };
  return (
    <div className="acts">
      <label className="field inline">
        <span>{t("speaksTo")}</span>
        <input
          type="text"
          dir="ltr"
          size={7}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <button type="button" className="btn" onClick={link}>
        {t("linkSelected")}
      </button>
      <Heard as="span" className="tiny mute">
        {lacks && t("selectFirst")}
      </Heard>
    </div>
  );
}

function nameOf({ exact, start, target }: LinkedWords): string {
  return `${start} ${exact.length} ${placeOf(target)}`;
}

function shown({ target }: LinkedWords): string {
  return called(placeOf(target));
}
