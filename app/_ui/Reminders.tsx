/** What those who run the rounds reminded this delegation of, in their words. */
import { useFormatter, useTranslations } from "next-intl";
import type { Instant, Lang } from "#deliberation/ids";
import { Said } from "./Said.tsx";

export interface Reminded {
  id: string;
  at: Instant;
  words: string;
  lang: Lang;
}

export function Reminders({ reminders }: { reminders: readonly Reminded[] }) {
  const [t, format] = [useTranslations("turn"), useFormatter()];
  return reminders.map(({ id, at, words, lang }) => (
    <div className="matter" key={id}>
      <h3 className="due">
        {t("reminder", { time: format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" }) })}
      </h3>
      <Said words={words} lang={lang} />
    </div>
  ));
}
