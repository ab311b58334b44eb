"use client";
/** Suggested wordings that stand: each once with all who suggest it, which of them collide, and all on one text. */
import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { collisions, onOneText } from "#deliberation/alternatives";
import type { IdeaId } from "#deliberation/ids";
import { lateStanding } from "#deliberation/late";
import { wordingsOn } from "#deliberation/wordings";
import { directionOf, langTag } from "../../../../_i18n/languages.ts";
import { useOpened } from "../../../../_live/LiveProvider.tsx";
import { useShownState } from "../../../../_live/unread.tsx";
import { Difference } from "../../../../_ui/Difference.tsx";
import { LateMark } from "../../../../_ui/LateMark.tsx";
import { useNames } from "../../../../_ui/names.ts";
import { changesOf } from "../../../../_ui/text-changes.ts";
import { letterOf } from "./letters.ts";
import { OneText } from "./OneText.tsx";

export function Wordings({ idea }: { idea: IdeaId }) {
  const t = useTranslations("ideaPage");
  const format = useFormatter();
  const name = useNames();
  const opened = useOpened(idea);
  const state = useShownState();
  const [together, setTogether] = useState(false);
  const wordings = opened ? wordingsOn(state, idea) : [];
  if (wordings.length === 0) return null;
  const quote = state.ideas[idea]?.quote ?? "";
  const lang = state.text?.lang ?? "en";
  const changes = wordings.map(({ wording }) => changesOf(quote, wording, lang));
  const pairs = collisions(quote, changes);
  const names = (keys: readonly string[], late: readonly string[] = []): ReactNode =>
    format.list(
      keys.map((key) => (
        <span key={key}>
          <bdi>{name(key)}</bdi>
          {late.includes(key) && <LateMark late={lateStanding(state, idea, key)} />}
        </span>
      )),
    );
  return (
    <section className="sec wordings" aria-labelledby="wordings">
      <h2 id="wordings">{t("wordings")}</h2>
      {wordings.length > 1 && (
        <fieldset className="switch">
          <legend className="vh">{t("form")}</legend>
          {[false, true].map((one) => (
            <label key={String(one)}>
              <input
                type="radio"
                name="wordings"
                checked={together === one}
                onChange={() => setTogether(one)}
              />{" "}
              {t(one ? "oneText" : "oneByOne")}
            </label>
          ))}
        </fieldset>
      )}
      {together && wordings.length > 1 && (
        <OneText pieces={onOneText(quote, changes)} lang={langTag(lang)} dir={directionOf(lang)} />
      )}
      <ul className="plain">
        {wordings.map(({ by, late, associated, entries, wording }, index) => {
          const letter = letterOf(index);
          const against = pairs.filter(({ one, other }) => one === index || other === index);
          return (
            <li key={entries[0]}>
              <h3>{t("wording", { letter })}</h3>
              <p className="small">
                {t.rich("suggestedBy", { names: () => names(by, late) })}{" "}
                {associated.length > 0 && t.rich("associated", { names: () => names(associated) })}
              </p>
              {against.map(({ one, other, words }) => (
                <p className="small conflict" key={`${one}-${other}`}>
                  {t.rich(words.some((it) => it !== "") ? "conflict" : "conflictPut", {
                    letter: letterOf(one === index ? other : one),
                    words: () => (
                      <q lang={langTag(lang)} dir={directionOf(lang)}>
                        {words.filter((it) => it !== "").join(" … ")}
                      </q>
                    ),
                  })}
                </p>
              ))}
              {!together && <Difference before={quote} after={wording} lang={lang} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
