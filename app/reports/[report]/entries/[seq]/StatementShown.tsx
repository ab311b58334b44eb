/** A statement in full, its passages marked with what they speak to. */
import { useTranslations } from "next-intl";
import { heldAt } from "#deliberation/by-seq";
import type { ReportId } from "#deliberation/ids";
import { placeOf, type State } from "#deliberation/state";
import { directionOf, langTag } from "../../../../_i18n/languages.ts";
import { called } from "../../../../_ui/called.ts";
import { StatementFacts } from "../../../../_ui/StatementFacts.tsx";

interface Props {
  id: ReportId;
  state: State;
  seq: number;
}

export function StatementShown({ id, state, seq }: Props) {
  const t = useTranslations("statements");
  const statement = heldAt(state.statements, seq);
  if (statement === undefined) return null;
  const { words, lang, original, passages } = statement;
  return (
    <>
      <StatementFacts statement={statement} />
      <div className="whole" lang={langTag(lang)} dir={directionOf(lang)}>
        {words.split(/\n+/).map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text have no other name.
          <p className="said" key={index}>
            {line}
          </p>
        ))}
      </div>
      <h2>{t("speaksTo")}</h2>
      {passages.length === 0 && <p>{t("linksNothing")}</p>}
      <ul className="plain">
        {passages.map(({ start, end, target }) => (
          <li key={`${start} ${end} ${placeOf(target)}`}>
            <a className="chip" href={`/reports/${id}#${placeOf(target)}`}>
              <bdi translate="no">{called(placeOf(target))}</bdi>
            </a>{" "}
            <q className="said" lang={langTag(lang)} dir={directionOf(lang)}>
              {words.slice(start, end)}
            </q>
          </li>
        ))}
      </ul>
      {original !== null && (
        <p className="small">
          {t("original")}:{" "}
          <a href={`/api/v1/reports/${id}/originals/${original.sha256}`}>
            <bdi>{original.name}</bdi>
          </a>{" "}
          <code className="hash">{original.sha256}</code>
        </p>
      )}
    </>
  );
}
