/** What was found, kind by kind, each line leading to its place. The server lists it, and a device without a network. */
import { useLocale, useTranslations } from "next-intl";
import type { Found } from "#deliberation/search";
import type { State } from "#deliberation/state";
import { directionOf, langTag } from "../../../_i18n/languages.ts";
import { LateMark } from "../../../_ui/LateMark.tsx";

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

interface Props {
  id: string;
  found: readonly Found[];
  state: State;
  textLang: string;
}

export function FoundList({ id, found, state, textLang }: Props) {
  const t = useTranslations("search");
  return (
    <>
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
                  textLang={textLang}
                />
              ))}
            </ul>
            {these.length > MOST && <p className="small mute">{t("more", { count: these.length - MOST })}</p>}
          </section>
        );
      })}
    </>
  );
}

interface LineProps {
  id: string;
  one: Found;
  state: State;
  textLang: string;
}

function FoundLine({ id, one, state, textLang }: LineProps) {
  const t = useTranslations("search");
  const locale = useLocale();
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
