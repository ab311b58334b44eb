"use client";
/** One position for a chosen set of ideas, taken from the statement: an ordinary draft on each. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Citable } from "#deliberation/citing";
import { submittedAs, textRoot } from "#deliberation/draft";
import { STANCES, type Stance } from "#deliberation/entry";
import { DraftId } from "#deliberation/ids";
import { type Draft, useDraftPlain, useDraftRoom } from "../../../_live/drafts.tsx";
import { Heard } from "../../../_ui/Heard.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { StanceShape } from "../../../_ui/Stance.tsx";

interface Props {
  draft: Draft;
  lang: string;
  report: readonly Citable[];
}

/** Suggested wording is another on each idea: it is drafted there. */
const OFFERED = STANCES.filter((one) => one !== "support-with-wording");

export function PositionsFrom({ draft, lang, report }: Props) {
  const t = useTranslations();
  const { report: name } = useSeat();
  const room = useDraftRoom();
  const plain = useDraftPlain();
  const [stance, setStance] = useState<Stance | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [made, setMade] = useState<{ made: DraftId[]; left: string[] } | null>(null);
  const { linked } = draft;
  const offered = report.flatMap(({ key, ideas }) =>
    ideas.flatMap(({ id, quote }) => {
      const own = linked.filter(({ target }) => target.on === "idea" && target.idea === id);
      const around = linked.filter(({ target }) => target.on === "paragraph" && target.paragraph === key);
      const words = (own.length > 0 ? own : around).map(({ exact }) => exact).join("\n");
      return words === "" ? [] : [{ id, quote, words }];
    }),
  );
  const group = typeof draft.fields.onBehalfOf === "string" ? `.${draft.fields.onBehalfOf}` : "";
  const picked = offered.filter(({ id }) => chosen.has(id));
  const make = () => {
    if (stance === null || room === null) return;
    const result = { made: [] as DraftId[], left: [] as string[] };
    for (const { id, words } of picked) {
      const position = DraftId.parse(`position.${id}${group}`);
      const isOpen =
        submittedAs(plain, position) === null &&
        (plain.drafts[`${position}/stance`] !== undefined ||
          (plain.texts[textRoot("words", position)] ?? "").trim() !== "");
      if (isOpen) {
        result.left.push(id);
        continue;
      }
      room.set(position, "stance", stance);
      room.set(position, "lang", lang);
      room.set(position, "statement", draft.id);
      room.put(position, "words", words);
      result.made.push(position);
    }
    setMade(result);
    setChosen(new Set());
  };
  const toggle = (id: string) =>
    setChosen(new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]));
  return (
    <section aria-labelledby="positions-from">
      <h2 id="positions-from">{t("bring.positions")}</h2>
      <p className="small">{t("bring.positionsLead")}</p>
      {offered.length === 0 ? (
        <p className="mute">{t("bring.noIdeas")}</p>
      ) : (
        <>
          <fieldset className="plain">
            <legend>{t("bring.chosen")}</legend>
            {offered.map(({ id, quote }) => (
              <label className="choice" key={id}>
                <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />
                <span className="chip">
                  <bdi translate="no">{id}</bdi>
                </span>{" "}
                <span lang="zh-Hans">{quote}</span>
              </label>
            ))}
          </fieldset>
          <fieldset className="pick">
            <legend>{t("position.title")}</legend>
            {OFFERED.map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  name="stance-from"
                  checked={stance === one}
                  onChange={() => setStance(one)}
                />
                <StanceShape stance={one} />
                <span>{t(`stance.${one}`)}</span>
              </label>
            ))}
          </fieldset>
          <button
            type="button"
            className="btn"
            aria-disabled={stance === null || picked.length === 0}
            onClick={() => picked.length > 0 && make()}
          >
            {t("bring.make", { count: picked.length })}
          </button>
        </>
      )}
      <Heard as="div">
        {made !== null && made.made.length > 0 && (
          <p>
            {t("bring.made")}{" "}
            {made.made.map((id) => (
              <a key={id} href={`/reports/${name}/review/${id}`}>
                <bdi translate="no">{id.split(".")[1]}</bdi>{" "}
              </a>
            ))}
          </p>
        )}
        {made !== null && made.left.length > 0 && (
          <p>
            {t("bring.left")} <bdi translate="no">{made.left.join(" ")}</bdi>
          </p>
        )}
      </Heard>
    </section>
  );
}
