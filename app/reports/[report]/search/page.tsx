import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { type Found, search } from "#deliberation/search";
import type { State } from "#deliberation/state";
import { reportOf, stateOf } from "../../../_data/report.ts";
import { seatedFor } from "../../../_data/seated.ts";
import { directionOf, langTag } from "../../../_i18n/languages.ts";
import { LateMark } from "../../../_ui/LateMark.tsx";
import { ReportFrame } from "../ReportFrame.tsx";

interface Props {
  params: Promise<{ report: string }>;
  searchParams: Promise<{ q?: string | string[] }>;
}

/** So many of a kind are listed; the figure says how many there are. */
const MOST = 50;
const KINDS = [
  "paragraph",
  "position",
  "comment",
  "statement",
  "declaration",
  "disposition",
  "participation",
] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("search"))("title") };
}

/** Words found in the text and in what was said of it, as far as this reader may read. */
export default async function SearchPage({ params, searchParams }: Props) {
  const { report: name } = await params;
  const { q } = await searchParams;
  const seated = await seatedFor("record.read", `/reports/${name}/search`);
  const { id, report } = reportOf(name);
  const state = stateOf(id, seated.seat);
  const t = await getTranslations("search");
  const question = (typeof q === "string" ? q : "").slice(0, 200);
  const found = search(report, state, question);
  return (
    <ReportFrame name={name} seated={seated} question={question}>
      <main id="main" className="page">
        <h1>{question === "" ? t("title") : t("for", { question })}</h1>
        <p role="status">{question === "" ? t("hint") : t("count", { count: found.length })}</p>
        {KINDS.map((kind) => {
          const these = found.filter((one) => one.kind === kind);
          if (these.length === 0) return null;
          return (
            <section key={kind} aria-labelledby={`found-${kind}`}>
              <h2 id={`found-${kind}`}>
                {t(kind)} <small className="mute">{these.length}</small>
              </h2>
              <ul className="found">
                {these.slice(0, MOST).map((one) => (
                  <FoundLine
                    key={`${one.place}/${one.seq}`}
                    id={id}
                    one={one}
                    state={state}
                    textLang={report.lang}
                  />
                ))}
              </ul>
              {these.length > MOST && (
                <p className="small mute">{t("more", { count: these.length - MOST })}</p>
              )}
            </section>
          );
        })}
      </main>
    </ReportFrame>
  );
}

interface LineProps {
  id: string;
  one: Found;
  state: State;
  textLang: string;
}

async function FoundLine({ id, one, state, textLang }: LineProps) {
  const t = await getTranslations("search");
  const locale = await getLocale();
  const names: Record<string, string> = (one.author && state.delegations[one.author]?.names) || {};
  const author = one.author === null ? null : (names[locale] ?? names.en ?? one.author);
  const lang = one.lang ?? textLang.slice(0, 2);
  return (
    <li>
      <a href={one.seq === null ? `/reports/${id}#${one.place}` : placeOfSaid(id, one)}>
        {one.place === "" ? state.text?.symbol : <bdi translate="no">{one.place}</bdi>}
        {author !== null && (
          <>
            {" · "}
            <bdi>{author}</bdi>
          </>
        )}
      </a>
      {one.seq !== null && (
        <a className="small mute" href={`/reports/${id}/entries/${one.seq}`}>
          {t("entry", { seq: one.seq })}
        </a>
      )}{" "}
      <LateMark late={one.late} />
      <p lang={langTag(lang)} dir={directionOf(lang)}>
        {parts(one).map(({ text, start, marked }) => (marked ? <mark key={start}>{text}</mark> : text))}
      </p>
    </li>
  );
}

function placeOfSaid(id: string, { kind, place, seq }: Found): string {
  if (place === "" || kind === "statement" || kind === "disposition") return `/reports/${id}/entries/${seq}`;
  const to = place.includes("-") ? `ideas/${place}` : `paragraphs/${place}`;
  return `/reports/${id}/${to}${kind === "comment" ? `#entry-${seq}` : ""}`;
}

function parts({ excerpt, marks }: Found): { text: string; start: number; marked: boolean }[] {
  const all: { text: string; start: number; marked: boolean }[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    all.push({ text: excerpt.slice(at, start), start: at, marked: false });
    all.push({ text: excerpt.slice(start, end), start, marked: true });
    at = end;
  }
  return [...all, { text: excerpt.slice(at), start: at, marked: false }];
}
