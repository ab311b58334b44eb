/** Positions one's delegation aligned with that were revised or withdrawn since, each leading to its place. */
import { useLocale, useTranslations } from "next-intl";
import type { ReportId } from "#deliberation/ids";
import { revisionOfStatement, type State } from "#deliberation/state";
import type { MovedStatement } from "#deliberation/statement-stands";
import { keepable, type Moved } from "#deliberation/turn";

interface Props {
  id: ReportId;
  moved: readonly Moved[];
  statements: readonly MovedStatement[];
  state: State;
}

export function MovedOn({ id, moved, statements, state }: Props) {
  const [t, locale] = [useTranslations("turn"), useLocale()];
  if (moved.length + statements.length === 0) return null;
  return (
    <div className="matter">
      {statements.length > 0 && <h3>{t("movedStatements", { count: statements.length })}</h3>}
      <ul className="plain">
        {statements.map(({ declaration, statement }) => {
          const { author, seq, withdrawn, corrections } = statement;
          const names: Record<string, string> = state.delegations[author]?.names ?? {};
          const who = names[locale] ?? names.en ?? author;
          const then = revisionOfStatement(statement, declaration.statement?.as ?? seq);
          return (
            <li key={declaration.seq}>
              {withdrawn === null
                ? t("statementMoved", { who, then, now: corrections.length + 1 })
                : t("statementGone", { who })}{" "}
              {withdrawn === null && (
                <>
                  <a href={`/reports/${id}/entries/${seq}#keep-${seq}`}>{t("keepMoved")}</a>
                  {" · "}
                </>
              )}
              <a href={`/reports/${id}/entries/${seq}`}>{t("reviewMoved")}</a>
            </li>
          );
        })}
      </ul>
      {moved.length > 0 && <h3>{t("moved", { count: moved.length })}</h3>}
      <ul className="plain">
        {moved.map(({ declaration, author, now }) => {
          const names: Record<string, string> = state.delegations[author]?.names ?? {};
          const who = names[locale] ?? names.en ?? author;
          const idea = declaration.place;
          const [then, rev] = [declaration.with?.rev ?? 0, now?.rev ?? 0];
          return (
            <li key={declaration.seq}>
              {now === null ? t("movedAway", { who, idea }) : t("movedTo", { who, idea, then, now: rev })}{" "}
              {now !== null && keepable(declaration, now) && (
                <>
                  <a href={`/reports/${id}/ideas/${declaration.place}#keep-${now.seq}`}>{t("keepMoved")}</a>
                  {" · "}
                </>
              )}
              <a href={`/reports/${id}/ideas/${declaration.place}`}>{t("reviewMoved")}</a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
