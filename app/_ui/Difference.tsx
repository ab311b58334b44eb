/** How suggested wording differs from an idea: word by word, also where words stand without spaces. */
import { diffArrays } from "diff";
import { useLocale, useTranslations } from "next-intl";
import { directionOf, langTag } from "../_i18n/languages.ts";
import { wordsIn } from "./text-changes.ts";

export function Difference({ before, after, lang }: { before: string; after: string; lang: string }) {
  const t = useTranslations("difference");
  const parts = diffArrays(wordsIn(before, lang), wordsIn(after, lang));
  const inserted = parts.filter((part) => part.added).length;
  const deleted = parts.filter((part) => part.removed).length;
  return (
    <div className="wording">
      <p className="tiny mute">{t("summary", { inserted, deleted })}</p>
      <p className="diff" lang={langTag(lang)} dir={directionOf(lang)}>
        {parts.map((part, index) => {
          const text = part.value.join("");
          if (!part.added && !part.removed) return text;
          const Changed = part.added ? "ins" : "del";
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of one difference have no other name.
            <Changed key={index}>
              <Spoken>{t(part.added ? "added" : "deleted")}</Spoken>
              {text}
            </Changed>
          );
        })}
      </p>
    </div>
  );
}

/** Many screen readers pass over `ins` and `del` in silence. Not copied with the words, and in the reader's language. */
function Spoken({ children }: { children: string }) {
  const locale = useLocale();
  return (
    <span className="vh" lang={langTag(locale)} style={{ userSelect: "none" }}>
      {children}{" "}
    </span>
  );
}
