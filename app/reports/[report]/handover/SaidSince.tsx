/** A delegation's positions and comments since a date, in its own words, each with its citation. */
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Handover } from "#deliberation/handover";
import type { Instant, ReportId } from "#deliberation/ids";
import { isolated } from "#deliberation/isolated";
import { type CommentState, type Declaration, placeOf, type Revision, type State } from "#deliberation/state";
import { LateMark } from "../../../_ui/LateMark.tsx";
import { Said } from "../../../_ui/Said.tsx";
import { StanceToken } from "../../../_ui/Stance.tsx";

interface Props {
  id: ReportId;
  symbol: string;
  handover: Handover;
  delegations: State["delegations"];
}

const DECLARED = {
  "alignment.declared": "alignment",
  "dissociation.declared": "dissociation",
  "wording.associated": "association",
} as const;

export async function SaidSince({ id, symbol, handover, delegations }: Props) {
  const [t, drafts] = [await getTranslations("handover"), await getTranslations("turn.drafts")];
  const { positions, comments, declarations, statements, participation } = handover;
  const count = [positions, comments, declarations, statements, participation].flat().length;
  return (
    <section aria-labelledby="said">
      <h2 id="said">{t("said", { count })}</h2>
      {count === 0 && <p>{t("nothing")}</p>}
      <ol className="plain">
        {positions.map(({ idea, revision, superseded }) => (
          <li key={revision.seq} className="matter">
            <h3>
              {t("position", { idea, rev: revision.rev })} <StanceToken stance={revision.stance} />{" "}
              <LateMark late={revision.late} />
            </h3>
            {superseded && <p className="small mute">{t("superseded")}</p>}
            <Withdrawn of={revision} />
            <Words of={revision} />
            {revision.wording !== null && (
              <>
                <p className="small">{t("wording")}</p>
                <Said words={revision.wording} lang={revision.lang} />
              </>
            )}
            <Cited id={id} symbol={symbol} seq={revision.seq} at={revision.at} />
          </li>
        ))}
        {participation.map(({ seq, at, takesPart, words, lang }) => (
          <li key={seq} className="matter">
            <h3>
              {takesPart ? drafts("participation", { about: "" }) : <StanceToken stance="not-taking-part" />}
            </h3>
            {words !== null && lang !== null && <Said words={words} lang={lang} />}
            <Cited id={id} symbol={symbol} seq={seq} at={at} />
          </li>
        ))}
        {comments.map((comment) => (
          <li key={comment.seq} className="matter">
            <h3>
              {t("comment", { place: placeOf(comment.target) || symbol })} <LateMark late={comment.late} />
            </h3>
            {comment.audience !== "everyone" && <p className="small mute">{t(`to.${comment.audience}`)}</p>}
            <Withdrawn of={comment} />
            {comment.withdrawn === null && <Words of={comment} />}
            <Cited id={id} symbol={symbol} seq={comment.seq} at={comment.at} />
          </li>
        ))}
        {statements.map((one) => (
          <li key={one.seq} className="matter">
            <h3>
              {t("statement", { date: isolated(one.date) })} <LateMark late={one.late} />
            </h3>
            <Withdrawn of={one} />
            {one.withdrawn === null && (
              <Said words={one.words} lang={one.lang} corrected={one.corrections.length > 0} />
            )}
            <DeclaredOf id={id} all={handover.ofStatements.get(one.seq) ?? []} delegations={delegations} />
            <Cited id={id} symbol={symbol} seq={one.seq} at={one.at} />
          </li>
        ))}
        {declarations.map((one) => (
          <li key={one.seq} className="matter">
            <h3>
              {drafts(DECLARED[one.kind], {
                about: one.statement === undefined ? one.place : `#${one.statement.entry}`,
              })}{" "}
              {one.statement !== undefined && (
                <a href={`/reports/${id}/entries/${one.statement.entry}`}>
                  <bdi translate="no">#{one.statement.entry}</bdi>
                </a>
              )}
              {one.with !== null && (
                <a href={`/reports/${id}/entries/${one.with.entry}`}>
                  <bdi translate="no">
                    {one.place} · #{one.with.entry}
                  </bdi>
                </a>
              )}
            </h3>
            <Withdrawn of={one} />
            {one.words !== null && one.lang !== null && <Said words={one.words} lang={one.lang} />}
            <Cited id={id} symbol={symbol} seq={one.seq} at={one.at} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface DeclaredProps {
  id: ReportId;
  all: readonly Declaration[];
  delegations: State["delegations"];
}

/** What others declared of a statement of ours. */
async function DeclaredOf({ id, all, delegations }: DeclaredProps) {
  const [t, format, locale] = [await getTranslations("statements"), await getFormatter(), await getLocale()];
  const name = (key: string) => {
    const names: Record<string, string> = delegations[key]?.names ?? {};
    return names[locale] ?? names.en ?? key;
  };
  const lists = [
    ["aligned", all.filter(({ kind }) => kind === "alignment.declared")],
    ["dissociated", all.filter(({ kind }) => kind === "dissociation.declared")],
  ] as const;
  return lists
    .filter(([, these]) => these.length > 0)
    .map(([title, these]) => (
      <p className="small" key={title}>
        <a href={`/reports/${id}/entries/${these[0]?.statement?.entry}`}>{t(title)}</a>:{" "}
        {format.list(
          these.map(({ by }) => name(by.delegation ?? "")),
          { type: "unit" },
        )}
      </p>
    ));
}

/** As corrected last. */
function Words({ of }: { of: Revision | CommentState }): ReactNode {
  const { words, lang } = of.corrections.at(-1) ?? of;
  return words === null ? null : <Said words={words} lang={lang} corrected={of.corrections.length > 0} />;
}

async function Withdrawn({ of: { withdrawn } }: { of: Pick<Revision, "withdrawn"> }) {
  const [t, format] = [await getTranslations("handover"), await getFormatter()];
  if (withdrawn === null) return null;
  const time = format.dateTime(new Date(withdrawn.at), { dateStyle: "medium", timeStyle: "short" });
  return <p className="small mute">{t("withdrawn", { time, seq: withdrawn.seq })}</p>;
}

async function Cited({ id, symbol, seq, at }: { id: ReportId; symbol: string; seq: number; at: Instant }) {
  const [t, format] = [await getTranslations("handover"), await getFormatter()];
  const time = format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
  return (
    <p className="small">
      <a href={`/reports/${id}/entries/${seq}`}>{t("cite", { symbol, seq, time })}</a>
    </p>
  );
}
