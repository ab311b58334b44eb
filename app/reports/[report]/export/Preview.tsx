/** The first things the paper will say, in its order. */
import { getLocale, getTranslations } from "next-intl/server";
import type { Compilation } from "#deliberation/compile";
import { directionOf, langTag } from "../../../_i18n/languages.ts";
import { LateMark } from "../../../_ui/LateMark.tsx";
import { StanceToken } from "../../../_ui/Stance.tsx";

const SHOWN = 12;

export async function Preview({ chosen }: { chosen: Compilation }) {
  const t = await getTranslations("export");
  const locale = await getLocale();
  const names = new Map(chosen.delegations.map(({ key, names: all }) => [key as string, all]));
  const nameOf = (key: string) => {
    const all: Record<string, string> = names.get(key) ?? {};
    return all[locale] ?? all.en ?? key;
  };
  const rows = chosen.ideas.flatMap(({ idea, positions }) => positions.map((one) => ({ idea, ...one })));
  if (rows.length === 0) return <p>{t("nothing")}</p>;
  return (
    <div className="scroll">
      <table className="totals">
        <caption>{t("first", { count: Math.min(SHOWN, rows.length), of: rows.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("column.idea")}</th>
            <th scope="col">{t("column.delegation")}</th>
            <th scope="col">{t("column.position")}</th>
            <th scope="col">{t("column.words")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN).map((row) => (
            <tr key={row.seq}>
              <th scope="row">
                <bdi translate="no">{row.idea}</bdi>
              </th>
              <td>
                <bdi>{nameOf(row.delegation)}</bdi>
              </td>
              <td>
                <StanceToken stance={row.stance} /> <LateMark late={row.late} />
                {row.status !== "stands" && <small className="mute"> {t(`status.${row.status}`)}</small>}
              </td>
              <td lang={langTag(row.lang)} dir={directionOf(row.lang)}>
                {row.words ?? row.wording ?? ""}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
