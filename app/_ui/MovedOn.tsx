/** Positions one's delegation aligned with that were revised or withdrawn since, each leading to its place. */
import { useLocale, useTranslations } from "next-intl";
import type { ReportId } from "#deliberation/ids";
import type { State } from "#deliberation/state";
import { keepable, type Moved } from "#deliberation/turn";

export function MovedOn({ id, moved, state }: { id: ReportId; moved: readonly Moved[]; state: State }) {
  const [t, locale] = [useTranslations("turn"), useLocale()];
  if (moved.length === 0) return null;
  return (
    <div className="matter">
      <h3>{t("moved", { count: moved.length })}</h3>
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
