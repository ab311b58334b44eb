"use client";
/** How the names and the standing of a delegation changed, and who came before and after it. */
import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { Names } from "#deliberation/entry";
import { predecessorsOf } from "#deliberation/standing";
import type { DelegationState } from "#deliberation/state";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { useNames } from "../../../_ui/names.ts";

export function StandingHistory({ one }: { one: DelegationState }) {
  const t = useTranslations("delegations");
  const [locale, format] = [useLocale(), useFormatter()];
  const state = useRecordState();
  const name = useNames();
  const day = (on: string) => format.dateTime(new Date(on), { dateStyle: "medium", timeZone: "UTC" });
  const lines = [
    ...(one.formerly ?? []).map(({ names, until }) =>
      t("formerly", {
        name: namedIn(names, locale) ?? one.key,
        until: format.dateTime(new Date(until), { dateStyle: "medium" }),
      }),
    ),
    ...(one.standings ?? []).map(({ kind, since, citation }) =>
      t("step", { kind, since: day(since), citation }),
    ),
    ...(one.succeeded ?? []).map(({ by, manner, since, citation }) =>
      t("successor", { name: name(by), manner, since: day(since), citation }),
    ),
    ...predecessorsOf(state, one.key).map(({ key }) => t("came", { name: name(key) })),
  ];
  return lines.map((line) => (
    <p className="mute small" key={line}>
      {line}
    </p>
  ));
}

function namedIn(names: Names, locale: string): string | undefined {
  return (names as Record<string, string>)[locale] ?? names.en;
}
