/** What the opening of a round fixed, as facts of a list. */
import { useFormatter, useTranslations } from "next-intl";
import type { Modalities } from "#deliberation/entry";

export function ModalitiesShown({ modalities }: { modalities: Modalities }) {
  const t = useTranslations();
  const format = useFormatter();
  const { attribution, audience, totals, languages, objectors } = modalities;
  const facts = {
    attribution: t(`rounds.${attribution}`),
    audience: t(`audience.${audience}`),
    totals: t(totals ? "rounds.totalsShown" : "rounds.totalsHidden"),
    languages: format.list(languages.map((lang) => t(`language.${lang}`))),
    // Rounds opened before it was fixed at the opening leave it to each launch.
    objectors: objectors === undefined ? t("rounds.objectorsAtLaunch") : t(`silence.who.${objectors}`),
  };
  return (Object.keys(facts) as (keyof typeof facts)[]).map((key) => (
    <div key={key}>
      <dt>{t(`rounds.modality.${key}`)}</dt>
      <dd>{facts[key]}</dd>
    </div>
  ));
}
