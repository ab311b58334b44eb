"use client";
/** Which passages of a statement an alignment with it excepts. */
import { useTranslations } from "next-intl";
import { heldAt } from "#deliberation/by-seq";
import { placeOf } from "#deliberation/state";
import { directionOf, langTag } from "../_i18n/languages.ts";
import type { Draft } from "../_live/drafts.tsx";
import { useRecordState } from "../_live/LiveProvider.tsx";
import { called } from "./called.ts";

export function ExceptPassages({ draft, entry }: { draft: Draft; entry: number }) {
  const t = useTranslations("statements");
  const statement = heldAt(useRecordState().statements, entry);
  if (statement === undefined || statement.passages.length === 0) return null;
  const { words, lang, passages } = statement;
  const chosen = chosenIn(draft.fields.except);
  const toggle = (index: number) => {
    const next = chosen.includes(index) ? chosen.filter((one) => one !== index) : [...chosen, index];
    draft.set("except", next.length === 0 ? undefined : JSON.stringify(next.sort((a, b) => a - b)));
  };
  return (
    <fieldset className="except">
      <legend>{t("exceptWhich")}</legend>
      {passages.map(({ start, end, target }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a passage is named by its place among them.
        <label className="check" key={index}>
          <input type="checkbox" checked={chosen.includes(index)} onChange={() => toggle(index)} />{" "}
          <span className="chip">
            <bdi translate="no">{called(placeOf(target))}</bdi>
          </span>{" "}
          <q lang={langTag(lang)} dir={directionOf(lang)}>
            {words.slice(start, end)}
          </q>
        </label>
      ))}
    </fieldset>
  );
}

function chosenIn(written: unknown): number[] {
  try {
    const read: unknown = JSON.parse(typeof written === "string" ? written : "[]");
    return Array.isArray(read) ? read.filter((one): one is number => Number.isInteger(one)) : [];
  } catch {
    return [];
  }
}
