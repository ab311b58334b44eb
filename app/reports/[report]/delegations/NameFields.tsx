"use client";
/** The names of a delegation in the six official languages. */
import type { Names } from "#deliberation/entry";
import type { Lang } from "#deliberation/ids";
import { directionOf, LANGUAGES, langTag } from "../../../_i18n/languages.ts";

const LANGS = Object.keys(LANGUAGES) as Lang[];

interface Props {
  id: string;
  names: Names;
  onChange: (names: Names) => void;
}

export function NameFields({ id, names, onChange }: Props) {
  return LANGS.map((lang) => (
    <div className="field" key={lang}>
      <label htmlFor={`${id}-${lang}`} lang={langTag(lang)}>
        {LANGUAGES[lang]}
      </label>
      <input
        id={`${id}-${lang}`}
        value={names[lang] ?? ""}
        lang={langTag(lang)}
        dir={directionOf(lang)}
        maxLength={200}
        required
        onChange={(event) => onChange({ ...names, [lang]: event.target.value })}
      />
    </div>
  ));
}

/** Trimmed; null while a language has no name. */
export function allNames(names: Names): Names | null {
  const all = LANGS.map((lang) => [lang, (names[lang] ?? "").trim()] as const);
  return all.every(([, name]) => name !== "") ? Object.fromEntries(all) : null;
}
