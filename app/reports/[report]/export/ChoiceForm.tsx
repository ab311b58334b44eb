/** What is to be in the paper. A plain form: every choice has an address, and it works without script. */
import { getLocale, getTranslations } from "next-intl/server";
import { PARTS } from "#deliberation/choice";
import type { Compilation } from "#deliberation/compile";
import type { Report } from "#deliberation/report";
import { directionOf, LANGUAGES, langTag } from "../../../_i18n/languages.ts";
import type { Chosen } from "./asked.ts";

interface Props {
  report: Report;
  whole: Compilation;
  asked: Chosen;
  lang: string;
}

export async function ChoiceForm({ report, whole, asked, lang }: Props) {
  const t = await getTranslations("export");
  const locale = await getLocale();
  const { fields } = asked;
  const nameOf = (names: Record<string, string>, key: string) => names[locale] ?? names.en ?? key;
  const delegations = whole.delegations
    .map(({ key, names }) => ({ key, name: nameOf(names, key) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
  return (
    <form method="get" className="card choices">
      <label>
        {t("section")}
        <select name="section" defaultValue={fields.section}>
          <option value="">{t("allSections")}</option>
          {report.sections.map(({ key, mark, heading }) => (
            <option key={key} value={key} lang={langTag(report.lang)} dir={directionOf(report.lang)}>
              {mark} {heading.join(" ")}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("ideas")}
        <input name="ideas" defaultValue={fields.ideas} placeholder="17-1, 17-3" dir="ltr" />
      </label>
      <label>
        {t("delegation")}
        <select name="delegation" defaultValue={fields.delegation}>
          <option value="">{t("allDelegations")}</option>
          {delegations.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("round")}
        <select name="round" defaultValue={fields.round}>
          <option value="">{t("allRounds")}</option>
          {whole.rounds.map(({ id, session }) => (
            <option key={id} value={id}>
              {t("roundOf", { round: id, session: String(session) })}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("at")}
        <input name="at" inputMode="numeric" defaultValue={fields.at} size={8} dir="ltr" />
      </label>
      <label>
        {t("time")}
        <input type="datetime-local" name="time" defaultValue={fields.time} dir="ltr" />
      </label>
      <label>
        {t("lang")}
        <select name="paperLang" defaultValue={lang}>
          {Object.entries(LANGUAGES).map(([one, endonym]) => (
            <option key={one} value={one} lang={langTag(one)}>
              {endonym}
            </option>
          ))}
        </select>
      </label>
      <label className="check">
        <input type="checkbox" name="standing" value="yes" defaultChecked={fields.standing === "yes"} />{" "}
        {t("standing")}
      </label>
      <label className="check">
        <input type="checkbox" name="lists" value="yes" defaultChecked={fields.lists === "yes"} />{" "}
        {t("lists")}
      </label>
      <fieldset className="leave-out">
        <legend>{t("without")}</legend>
        {PARTS.map((part) => (
          <label className="check" key={part}>
            <input
              type="checkbox"
              name="without"
              value={part}
              defaultChecked={asked.without.includes(part)}
            />{" "}
            {t(`part.${part}`)}
          </label>
        ))}
      </fieldset>
      <button type="submit" className="btn">
        {t("show")}
      </button>
    </form>
  );
}
