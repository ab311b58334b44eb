import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { type Compilation, compile, type IdeaRow } from "#deliberation/compile";
import { STANCES } from "#deliberation/entry";
import { publicStateOf, reportOf } from "../../../_data/report.ts";
import { seatedFor } from "../../../_data/seated.ts";
import { Difference } from "../../../_ui/Difference.tsx";
import { LateMark } from "../../../_ui/LateMark.tsx";
import { Said } from "../../../_ui/Said.tsx";
import { StanceToken } from "../../../_ui/Stance.tsx";
import { ReportFrame } from "../ReportFrame.tsx";

interface Props {
  params: Promise<{ report: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("compilation"))("title") };
}

/** The positions side by side, and the papers that say the same. */
export default async function CompilationPage({ params }: Props) {
  const { report: name } = await params;
  const seated = await seatedFor("compilation.read", `/reports/${name}/compilation`);
  const { id } = reportOf(name);
  const t = await getTranslations("compilation");
  const compilation = compile(publicStateOf(id));
  const said = compilation.ideas.filter(({ positions }) => positions.length > 0);
  const paper = `/api/v1/reports/${id}/compilation`;
  const lang = await getLocale();
  return (
    <ReportFrame name={name} seated={seated} view="compilation">
      <main id="main" className="page">
        <h1>{t("title")}</h1>
        <p className="small mute">
          {t("informal")} {t("asOf", { seq: compilation.asOf.seq })}{" "}
          <time dateTime={compilation.asOf.at ?? undefined}>{compilation.asOf.at}</time>{" "}
          <code className="hash">{compilation.asOf.hash}</code>
        </p>
        <p className="acts">
          <a className="btn pri" href={`${paper}.docx?at=${compilation.asOf.seq}&lang=${lang}`} download>
            {t("docx")}
          </a>{" "}
          <a className="btn" href={`${paper}.xlsx?at=${compilation.asOf.seq}&lang=${lang}`} download>
            {t("xlsx")}
          </a>{" "}
          <a className="btn" href={`/reports/${id}/export`}>
            {t("more")}
          </a>
        </p>
        <p className="small">{t("summary", { said: said.length, ideas: compilation.ideas.length })}</p>
        {compilation.totalsShown && <Totals ideas={said} asOf={compilation.asOf.at} />}
        {compilation.participation.length > 0 && <Participation id={id} compilation={compilation} />}
        {compilation.silences.length > 0 && <Silences id={id} compilation={compilation} />}
        {said.map((idea) => (
          <IdeaPositions key={idea.idea} id={id} idea={idea} compilation={compilation} />
        ))}
      </main>
    </ReportFrame>
  );
}

/** What delegations say of taking part in the exercise as a whole. */
async function Participation({ id, compilation }: { id: string; compilation: Compilation }) {
  const [t, locale] = [await getTranslations(), await getLocale()];
  const name = (key: string | null) => {
    const names: Record<string, string> = compilation.delegations.find((one) => one.key === key)?.names ?? {};
    return names[locale] ?? names.en ?? key;
  };
  return (
    <section className="compiled" aria-labelledby="participation">
      <h2 id="participation">{t("participation.title")}</h2>
      <ul>
        {compilation.participation
          .filter(({ status }) => status === "stands")
          .map(({ seq, by, takesPart, words, lang }) => (
            <li key={seq}>
              <p>
                <b>
                  <bdi>{name(by.delegation)}</bdi>
                </b>{" "}
                {takesPart ? t("participation.again") : <StanceToken stance="not-taking-part" />}{" "}
                <a className="small" href={`/reports/${id}/entries/${seq}`}>
                  {t("search.entry", { seq })}
                </a>
              </p>
              {words !== null && lang !== null && <Said words={words} lang={lang} />}
            </li>
          ))}
      </ul>
      <p className="tiny mute">{t("participation.rule")}</p>
    </section>
  );
}

/** Each with its outcome; the words said in it are on its own page. */
async function Silences({ id, compilation }: { id: string; compilation: Compilation }) {
  const t = await getTranslations("silence");
  return (
    <section className="compiled" aria-labelledby="silences">
      <h2 id="silences">{t("title")}</h2>
      <ul>
        {compilation.silences.map(({ seq, number, ideas, status, wording, lang, broken }) => (
          <li key={seq}>
            <a href={`/reports/${id}/silence#silence-${seq}`}>{t("heading", { number })}</a> ·{" "}
            <bdi translate="no">{ideas.join(" ")}</bdi> · {t(`state.${status}`)}
            {broken.length > 0 && (
              <>
                {" "}
                · {t("brokenOn")} <bdi translate="no">{broken.join(" ")}</bdi>
              </>
            )}
            <Said words={wording} lang={lang} />
          </li>
        ))}
      </ul>
    </section>
  );
}

async function Totals({ ideas, asOf }: { ideas: IdeaRow[]; asOf: string | null }) {
  const [t, format] = [await getTranslations(), await getFormatter()];
  const time =
    asOf === null ? "" : format.dateTime(new Date(asOf), { dateStyle: "medium", timeStyle: "short" });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: by keyboard it is scrolled only when it has the focus.
    <section className="scroll" aria-labelledby="totals" tabIndex={0}>
      <table className="totals">
        <caption id="totals">
          {t("positions.rule")} {t("positions.membersAsOf", { time })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("panel.ideaWord")}</th>
            {[...STANCES, "not-stated" as const, "not-taking-part" as const].map((stance) => (
              <th scope="col" key={stance}>
                <StanceToken stance={stance} />
              </th>
            ))}
            <th scope="col">{t("compilation.heard")}</th>
          </tr>
        </thead>
        <tbody>
          {ideas.map(({ idea, stand }) => (
            <tr key={idea}>
              <th scope="row">
                <bdi translate="no">{idea}</bdi>
              </th>
              {STANCES.map((stance) => (
                <td key={stance}>{stand.members[stance].length}</td>
              ))}
              <td>{stand.notStated.length}</td>
              <td>{stand.notTakingPart.length}</td>
              <td>
                {stand.heard} / {stand.of}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

async function IdeaPositions({
  id,
  idea,
  compilation,
}: {
  id: string;
  idea: IdeaRow;
  compilation: Compilation;
}) {
  const [t, format] = [await getTranslations(), await getFormatter()];
  const locale = await getLocale();
  const name = (key: string) => {
    const names: Record<string, string> = compilation.delegations.find((one) => one.key === key)?.names ?? {};
    return names[locale] ?? names.en ?? key;
  };
  return (
    <section className="compiled" aria-labelledby={`c${idea.idea}`}>
      <h2 id={`c${idea.idea}`}>
        <a href={`/reports/${id}/ideas/${idea.idea}`}>
          <bdi translate="no">{idea.idea}</bdi>
        </a>{" "}
        <span lang="zh-Hans">{idea.quote}</span>
      </h2>
      <ul>
        {idea.positions
          .filter(({ status }) => status === "stands")
          .map((row) => (
            <li key={row.seq}>
              <p>
                <b>
                  <bdi>{name(row.delegation)}</bdi>
                </b>{" "}
                {row.kind !== "member" && <span className="mute">({t(`kind.${row.kind}`)})</span>}{" "}
                <StanceToken stance={row.stance} /> <LateMark late={row.late} />{" "}
                {row.was !== null && (
                  <span className="was">{t("positions.was", { stance: t(`stance.${row.was}`) })}</span>
                )}
              </p>
              {row.words !== null && <Said words={row.words} lang={row.lang} corrected={row.corrected} />}
              {row.wording !== null && (
                <Difference before={idea.quote} after={row.wording} lang={compilation.lang} />
              )}
            </li>
          ))}
      </ul>
      {"stand" in idea &&
        idea.stand.through
          .filter(({ members }) => members.length > 0)
          .map(({ group, stance, members }) => (
            <p className="small" key={group}>
              <StanceToken stance={stance} /> {t("positions.throughGroup", { name: name(group) })}:{" "}
              {format.list(members.map(name), { type: "unit" })}
            </p>
          ))}
    </section>
  );
}
