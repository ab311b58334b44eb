/** What a delegation still owes, and what closed without its position. */
import { getFormatter, getTranslations } from "next-intl/server";
import type { Handover } from "#deliberation/handover";
import type { IdeaId, ReportId } from "#deliberation/ids";
import type { State } from "#deliberation/state";
import type { Turn } from "#deliberation/turn";
import { MovedOn } from "../../../_ui/MovedOn.tsx";
import { Reply } from "../../../_ui/Reply.tsx";

export async function Owed({ id, state, turn }: { id: ReportId; state: State; turn: Turn }) {
  const [t, todo, home] = [
    await getTranslations("handover"),
    await getTranslations("turn"),
    await getTranslations("home"),
  ];
  return (
    <section aria-labelledby="owed">
      <h2 id="owed">{t("owed")}</h2>
      <div className="matter">
        <h3>{home("without", { count: turn.without.length })}</h3>
        {turn.parts
          .filter(({ open }) => open.length > 0)
          .map(({ section, open }) => (
            <p key={section.key}>
              <span lang="zh-Hans">{section.heading[0]}</span> <Ideas ideas={open} id={id} />
            </p>
          ))}
      </div>
      <MovedOn id={id} moved={turn.moved} statements={turn.movedStatements} state={state} />
      {turn.replies.length > 0 && (
        <div className="matter">
          <h3>{todo("replies", { count: turn.replies.length })}</h3>
          <ul className="plain">
            {turn.replies.map((reply) => (
              <Reply key={reply.seq} id={id} reply={reply} state={state} />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

export async function Missed({ missed }: { missed: Handover["missed"] }) {
  const [t, format] = [await getTranslations("handover"), await getFormatter()];
  return (
    <section aria-labelledby="missed">
      <h2 id="missed">{t("missed")}</h2>
      {missed.length === 0 && <p>{t("nothingMissed")}</p>}
      {missed.map(({ round, closedAt, ideas }) => (
        <div key={round} className="matter">
          <h3>
            {t("missedRound", {
              round,
              time: format.dateTime(new Date(closedAt), { dateStyle: "medium", timeStyle: "short" }),
              count: ideas.length,
            })}
          </h3>
          <p>
            <Ideas ideas={ideas} id={null} />
          </p>
        </div>
      ))}
    </section>
  );
}

function Ideas({ ideas, id }: { ideas: readonly IdeaId[]; id: ReportId | null }) {
  return ideas.map((idea, index) => (
    <span key={idea}>
      {index > 0 && " · "}
      {id === null ? (
        <bdi translate="no">{idea}</bdi>
      ) : (
        <a href={`/reports/${id}/ideas/${idea}`}>
          <bdi translate="no">{idea}</bdi>
        </a>
      )}
    </span>
  ));
}
