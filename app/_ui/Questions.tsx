/** Questions nobody has answered yet, oldest first: where, by whom, and how each begins. */
import { getLocale, getTranslations } from "next-intl/server";
import type { ReportId } from "#deliberation/ids";
import { type CommentState, placeOf, type State } from "#deliberation/state";
import { called } from "./called.ts";

/** More are not read through from a home page. */
const MOST = 50;
const FIRST_LETTERS = 100;

export async function Questions({
  id,
  state,
  all,
}: {
  id: ReportId;
  state: State;
  all: readonly CommentState[];
}) {
  const [t, locale] = [await getTranslations("turn"), await getLocale()];
  const says = t("questions", { count: all.length });
  if (all.length === 0) return <p className="matter">{says}</p>;
  return (
    <details className="matter">
      <summary>{says}</summary>
      <ul className="plain">
        {all.slice(0, MOST).map(({ seq, by, target, words, lang }) => {
          const names: Record<string, string> =
            (by.delegation && state.delegations[by.delegation]?.names) || {};
          const place = placeOf(target);
          return (
            <li key={seq}>
              <a href={`/reports/${id}/entries/${seq}`}>
                <bdi translate={place === "" ? "yes" : "no"}>{called(place) || t("theReport")}</bdi>
                {" · "}
                <bdi>{names[locale] ?? names.en ?? by.delegation}</bdi>
              </a>{" "}
              <bdi className="small" lang={lang}>
                {words.length > FIRST_LETTERS ? `${words.slice(0, FIRST_LETTERS)}…` : words}
              </bdi>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
