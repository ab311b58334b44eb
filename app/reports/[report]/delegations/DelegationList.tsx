"use client";
/** Member States, observers and groups by name, each with the names it had before. */
import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { Names } from "#deliberation/entry";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { Rename } from "./Rename.tsx";

const KINDS = ["member", "observer", "group"] as const;

export function DelegationList({ enters }: { enters: boolean }) {
  const t = useTranslations("delegations");
  const [locale, format] = [useLocale(), useFormatter()];
  const { delegations } = useRecordState();
  const named = (names: Names, key: string) => (names as Record<string, string>)[locale] ?? names.en ?? key;
  const order = new Intl.Collator(locale);
  const all = Object.values(delegations)
    .map((one) => ({ one, name: named(one.names, one.key) }))
    .sort((a, b) => order.compare(a.name, b.name));
  return KINDS.map((kind) => {
    const shown = all.filter(({ one }) => one.kind === kind);
    return (
      <section key={kind} aria-labelledby={`kind-${kind}`}>
        <h2 id={`kind-${kind}`}>{t(`count.${kind}`, { count: shown.length })}</h2>
        <ul className="entries">
          {shown.map(({ one, name }) => (
            <li key={one.key}>
              <bdi>{name}</bdi>{" "}
              <span className="mute small">
                <bdi translate="no">{one.key}</bdi>
              </span>{" "}
              {one.formerly?.map(({ names, until }) => (
                <span className="mute small" key={until}>
                  {t("formerly", {
                    name: named(names, one.key),
                    until: format.dateTime(new Date(until), { dateStyle: "medium" }),
                  })}{" "}
                </span>
              ))}
              {enters && <Rename key={one.names.en ?? ""} one={one} name={name} />}
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
