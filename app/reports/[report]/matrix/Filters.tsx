/** The filters that hold, each with a way to take it off, and the form that adds others: an address each, without script. */
import { getTranslations } from "next-intl/server";
import type { MatrixFilter } from "#deliberation/matrix-filter";
import { addressOf, type MatrixView, PILLARS, SWITCHES, without } from "./address.ts";

interface Props {
  report: string;
  view: MatrixView;
  /** In the order of their names. */
  delegations: { key: string; kind: "member" | "observer" | "group"; name: string }[];
  /** Rounds that are over. */
  rounds: string[];
}

const KINDS = ["group", "member", "observer"] as const;

export async function Filters({ report, view, delegations, rounds }: Props) {
  const t = await getTranslations();
  const { filter } = view;
  const chips = await chipsOf(filter, delegations);
  return (
    <search className="matrix-filters" aria-label={t("matrix.filters")}>
      {chips.map(([name, words]) => (
        <a
          className="filt"
          key={name}
          href={addressOf(report, without(view, name))}
          aria-label={t("matrix.remove", { filter: words })}
        >
          {words} <span aria-hidden="true">×</span>
        </a>
      ))}{" "}
      {chips.length > 1 && <a href={addressOf(report, { ...view, filter: {} })}>{t("matrix.clear")}</a>}{" "}
      <details>
        <summary>{t("matrix.add")}</summary>
        <form action={`/reports/${report}/matrix`}>
          {view.columns === "delegations" && <input type="hidden" name="group" value="none" />}
          {view.rows !== "text" && <input type="hidden" name="rows" value={view.rows} />}
          <label className="field">
            <span>{t("matrix.pillar")}</span>
            <select name="pillar" defaultValue={filter.pillar ?? ""}>
              <option value="">{t("matrix.any")}</option>
              {PILLARS.map((number) => (
                <option key={number} value={number}>
                  {t("matrix.pillarOf", { number: String(number) })}
                </option>
              ))}
            </select>
          </label>
          <fieldset className="field">
            <legend>{t("matrix.positions")}</legend>
            {SWITCHES.map((one) => (
              <label key={one} className="check">
                <input type="checkbox" name="filter" value={one} defaultChecked={filter[one] === true} />{" "}
                {t(`matrix.filter.${one}`)}
              </label>
            ))}
          </fieldset>
          <label className="field">
            <span>{t("matrix.unstated")}</span>
            <select name="unstated" defaultValue={filter.unstated ?? ""}>
              <option value="">{t("matrix.any")}</option>
              {KINDS.map((kind) => (
                <optgroup key={kind} label={t(`matrix.kinds.${kind}`)}>
                  {delegations
                    .filter((one) => one.kind === kind)
                    .map(({ key, name }) => (
                      <option key={key} value={key}>
                        {name}
                      </option>
                    ))}
                </optgroup>
              ))}
            </select>
          </label>
          {rounds.length > 0 && (
            <label className="field">
              <span>{t("matrix.since")}</span>
              <select name="since" defaultValue={filter.since ?? ""}>
                <option value="">{t("matrix.any")}</option>
                {rounds.map((round) => (
                  <option key={round} value={round}>
                    {t("matrix.roundOf", { round })}
                  </option>
                ))}
              </select>
            </label>
          )}
          <label className="field">
            <span>{t("matrix.text")}</span>
            <input type="text" name="text" defaultValue={filter.text ?? ""} maxLength={200} />
          </label>
          <button type="submit" className="btn pri">
            {t("matrix.apply")}
          </button>
        </form>
      </details>
    </search>
  );
}

async function chipsOf(
  filter: MatrixFilter,
  delegations: Props["delegations"],
): Promise<[keyof MatrixFilter, string][]> {
  const t = await getTranslations("matrix");
  const { pillar, unstated, since, text } = filter;
  const chips: [keyof MatrixFilter, string][] = [];
  if (pillar !== undefined) chips.push(["pillar", t("pillarOf", { number: String(pillar) })]);
  for (const one of SWITCHES) if (filter[one]) chips.push([one, t(`filter.${one}`)]);
  if (unstated !== undefined) {
    const name = delegations.find(({ key }) => key === unstated)?.name ?? unstated;
    chips.push(["unstated", t("unstatedOf", { name })]);
  }
  if (since !== undefined) chips.push(["since", t("sinceOf", { round: since })]);
  if (text !== undefined) chips.push(["text", t("textOf", { text })]);
  return chips;
}
