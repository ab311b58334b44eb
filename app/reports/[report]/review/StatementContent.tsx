"use client";
/** What a statement's draft holds besides its words, and the statement that a confirmation is about. */
import { useFormatter, useTranslations } from "next-intl";
import { heldAt } from "#deliberation/by-seq";
import { placeOf, revisionOfStatement } from "#deliberation/state";
import type { Content } from "#deliberation/submission";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { called } from "../../../_ui/called.ts";
import { useNames } from "../../../_ui/names.ts";
import { Said } from "../../../_ui/Said.tsx";
import { Fact } from "./ContentShown.tsx";

type Statement = Extract<Content, { kind: "statement.made" }>;

export function StatementContent({ content }: { content: Statement }) {
  const t = useTranslations();
  const format = useFormatter();
  const name = useNames();
  const { manner, date, onBehalfOf, original, passages, words, lang, audience } = content;
  const day = format.dateTime(new Date(date), { dateStyle: "long", timeZone: "UTC" });
  return (
    <>
      <Fact name={t("statements.how")}>
        {t(`statements.${manner}`, { date: day })}
        {onBehalfOf !== undefined && ` · ${t("position.behalf", { name: name(onBehalfOf) })}`}
        <p className="tiny mute">{t("statements.noPosition")}</p>
      </Fact>
      <Fact name={t("comments.audience")}>{t(`audience.${audience}`)}</Fact>
      {original !== undefined && (
        <Fact name={t("statements.original")}>
          <bdi>{original.name}</bdi> <code className="hash">{original.sha256}</code>
        </Fact>
      )}
      <Fact name={t("statements.speaksTo")}>
        {passages.length === 0 && t("statements.linksNothing")}
        {passages.map(({ start, end, target }) => (
          <div key={`${start} ${end} ${placeOf(target)}`}>
            <span className="chip">
              <bdi translate="no">{called(placeOf(target))}</bdi>
            </span>
            <Said words={words.slice(start, end)} lang={lang} />
          </div>
        ))}
      </Fact>
    </>
  );
}

/** The statement that is aligned with or dissociated from, and which of its passages; as it is now. */
export function StatementStood({
  entry,
  as,
  except,
  passage,
}: {
  entry: number;
  as: number;
  except: readonly number[];
  passage?: number | undefined;
}) {
  const t = useTranslations();
  const name = useNames();
  const statement = heldAt(useRecordState().statements, entry);
  if (statement === undefined) return null;
  const { author, words, lang, passages } = statement;
  const only = passage === undefined ? undefined : passages[passage];
  const rev = revisionOfStatement(statement, as);
  return (
    <>
      <p>{t("statements.revisionOf", { name: name(author), rev, seq: entry })}</p>
      <Said words={only === undefined ? words : words.slice(only.start, only.end)} lang={lang} />
      {except.length > 0 && (
        <p>
          <b>{t("statements.except")}</b>
        </p>
      )}
      {except.map((index) => {
        const one = passages[index];
        return one && <Said key={index} words={words.slice(one.start, one.end)} lang={lang} />;
      })}
      <p className="tiny mute">{t("declare.nothing")}</p>
    </>
  );
}

export function StatementNamed({ entry }: { entry: number }) {
  const t = useTranslations();
  const format = useFormatter();
  const statement = heldAt(useRecordState().statements, entry);
  if (statement === undefined) return null;
  const day = format.dateTime(new Date(statement.date), { dateStyle: "long", timeZone: "UTC" });
  return (
    <>
      <p>{t(`statements.${statement.manner}`, { date: day })}</p>
      <Said words={statement.words} lang={statement.lang} />
      <p className="tiny mute">{t("statements.confirmMeans")}</p>
    </>
  );
}
