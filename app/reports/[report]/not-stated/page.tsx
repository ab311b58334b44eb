import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { openRound } from "#deliberation/state";
import { progressOfMembers } from "#deliberation/work";
import { remindedBy } from "../../../_data/reminders.ts";
import { reportOf, stateOf } from "../../../_data/report.ts";
import { now, seatedFor } from "../../../_data/seated.ts";
import { ReportFrame } from "../ReportFrame.tsx";
import { RemindForm } from "./RemindForm.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notStated"))("title") };
}

/** Who has stated nothing yet, and who not everything: for those who run the rounds, who may remind them. */
export default async function NotStatedPage({ params }: { params: Promise<{ report: string }> }) {
  const { report: name } = await params;
  const seated = await seatedFor("round.run", `/reports/${name}/not-stated`);
  const { id } = reportOf(name);
  const state = stateOf(id, seated.seat);
  const [t, locale, format] = [await getTranslations("notStated"), await getLocale(), await getFormatter()];
  const reminded = remindedBy(id, seated.seat);
  // Sorted here alone: two machines may not agree on a language's order.
  const { compare } = new Intl.Collator(locale);
  const behind = progressOfMembers(state).filter(({ stated, of }) => stated < of);
  const named = ({ key, names }: (typeof behind)[number]["delegation"]) =>
    (names as Record<string, string>)[locale] ?? names.en ?? key;
  // [P11] Nothing is expected of them.
  const apart = behind.filter(({ takesPart }) => !takesPart).map(({ delegation }) => named(delegation));
  const rows = behind
    .filter(({ takesPart }) => takesPart)
    .map(({ delegation, stated, of }) => ({
      key: delegation.key,
      name: named(delegation),
      ...{ stated, of },
      reminded: reminded.get(delegation.key) ?? null,
    }))
    .sort((a, b) => compare(a.name, b.name));
  return (
    <ReportFrame name={name} seated={seated}>
      <main id="main" className="page narrow">
        <h1>{t("title")}</h1>
        <p className="lead">{t("sentence")}</p>
        {rows.length === 0 ? (
          <p>{t("none")}</p>
        ) : (
          <RemindForm rows={rows} round={openRound(state, now())?.id ?? null} />
        )}
        {apart.length > 0 && (
          <p className="small mute">
            {t("notTakingPart", { names: format.list(apart.sort(compare), { type: "unit" }) })}
          </p>
        )}
      </main>
    </ReportFrame>
  );
}
