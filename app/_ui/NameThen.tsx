"use client";
/** The name a delegation had when it spoke, beside the one it has now; nothing where it is the same. */
import { useLocale, useTranslations } from "next-intl";
import type { Instant } from "#deliberation/ids";
import { namesAt } from "#deliberation/standing";
import { useRecordState } from "../_live/LiveProvider.tsx";

export function NameThen({ of, at }: { of: string; at: Instant }) {
  const t = useTranslations("delegations");
  const locale = useLocale();
  const one = useRecordState().delegations[of];
  if (one?.formerly === undefined) return null;
  const [now, then] = [one.names, namesAt(one, at)].map(
    (names: Record<string, string>) => names[locale] ?? names.en ?? of,
  );
  return then === undefined || then === now ? null : (
    <span className="mute small">
      (<bdi>{t("then", { name: then })}</bdi>){" "}
    </span>
  );
}
