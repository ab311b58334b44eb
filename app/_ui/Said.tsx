/** Words of a delegation, in their own language and direction. */
import { useTranslations } from "next-intl";
import { directionOf, langTag } from "../_i18n/languages.ts";

export function Said({
  words,
  lang,
  corrected = false,
}: {
  words: string;
  lang: string;
  corrected?: boolean;
}) {
  const t = useTranslations("entry");
  return (
    <>
      {words.split(/\n+/).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text have no other name.
        <p className="said" lang={langTag(lang)} dir={directionOf(lang)} key={index}>
          {line}
        </p>
      ))}
      {corrected && <p className="tiny mute">{t("corrected")}</p>}
    </>
  );
}
