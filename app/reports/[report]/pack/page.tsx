import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { may } from "#deliberation/may";
import { reportOf } from "../../../_data/report.ts";
import { seatedFor } from "../../../_data/seated.ts";
import { directionOf, LANGUAGES, langTag } from "../../../_i18n/languages.ts";
import { ReportFrame } from "../ReportFrame.tsx";
import { FilledPack } from "./FilledPack.tsx";

interface Props {
  params: Promise<{ report: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("pack"))("title") };
}

/** What goes to capital and what comes back: a Word file made for whoever asks, its last column read in again. */
export default async function PackPage({ params }: Props) {
  const { report: name } = await params;
  const seated = await seatedFor("draft.read", `/reports/${name}/pack`);
  const { id, report } = reportOf(name);
  const { seat } = seated;
  const writes = seat.as === "delegation" && may(seat, "draft.write", { delegation: seat.delegation });
  const [t, locale] = [await getTranslations("pack"), await getLocale()];
  return (
    <ReportFrame name={name} seated={seated} view="read">
      <main id="main" className="page narrow">
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
        <form method="get" action={`/api/v1/reports/${id}/pack`} className="card choices">
          <label>
            {t("section")}
            <select name="section">
              <option value="">{t("all")}</option>
              {report.sections.map(({ key, mark, heading }) => (
                <option key={key} value={key} lang={langTag(report.lang)} dir={directionOf(report.lang)}>
                  {mark} {heading.join(" ")}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t("lang")}
            <select name="lang" defaultValue={locale}>
              {Object.entries(LANGUAGES).map(([code, endonym]) => (
                <option key={code} value={code} lang={code}>
                  {endonym}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className="btn pri">
            {t("make")}
          </button>
        </form>
        <form method="get" action={`/api/v1/reports/${id}/pack`} className="card choices">
          <label>
            {t("ideas")}
            <input
              name="ideas"
              required
              placeholder="17-1,17-3"
              pattern="[0-9A-Z]+-[0-9]+(,[0-9A-Z]+-[0-9]+)*"
              dir="ltr"
            />
          </label>
          <input type="hidden" name="lang" value={locale} />
          <button type="submit" className="btn">
            {t("make")}
          </button>
        </form>
        {writes && <FilledPack />}
      </main>
    </ReportFrame>
  );
}
