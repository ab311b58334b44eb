"use client";
/** All rounds, the latest first, as the record has them at this moment. */
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { isExtended } from "#deliberation/round-course";
import { lastOpened, type RoundState } from "#deliberation/state";
import { useLive } from "../../../_live/LiveProvider.tsx";
import { Course } from "./Course.tsx";
import { ModalitiesShown } from "./ModalitiesShown.tsx";
import { Moment } from "./Moment.tsx";
import { PlanList } from "./PlanList.tsx";

// Whoever only reads need not load the forms.
const OpenRound = dynamic(() => import("./OpenRound.tsx").then((it) => it.OpenRound));
const CloseRound = dynamic(() => import("./CloseRound.tsx").then((it) => it.CloseRound));
const NewDeadline = dynamic(() => import("./NewDeadline.tsx").then((it) => it.NewDeadline));

export function RoundList({ runs }: { runs: boolean }) {
  const t = useTranslations("rounds");
  const rounds = useLive((state) => state.rounds);
  const latest = useLive(lastOpened);
  const all = Object.values(rounds).sort((a, b) => openedIn(b) - openedIn(a));
  return (
    <>
      {runs && <OpenRound />}
      <PlanList runs={runs} />
      {all.length === 0 && <p>{t("none")}</p>}
      {all.map((round) => (
        <section key={round.id} aria-labelledby={`round-${round.id}`} className="round">
          <h2 id={`round-${round.id}`}>
            {t("heading", { number: round.id, session: round.session })}{" "}
            <span className="demo">{t(`state.${stateOf(round)}`)}</span>
          </h2>
          <dl className="facts review">
            <div>
              <dt>{t(round.closedAt === null ? "deadline" : "closedOn")}</dt>
              <dd>
                <Moment at={round.closedAt ?? round.closesAt} />
              </dd>
            </div>
            <ModalitiesShown modalities={round.modalities} />
            <div>
              <dt>{t("course")}</dt>
              <dd>
                <Course round={round} />
              </dd>
            </div>
          </dl>
          {runs && (
            <div className="acts">
              {round.closedAt === null ? (
                <>
                  <NewDeadline round={round} kind="round.extended" /> <CloseRound round={round} />
                </>
              ) : (
                latest?.id === round.id && <NewDeadline round={round} kind="round.reopened" />
              )}
            </div>
          )}
        </section>
      ))}
    </>
  );
}

function stateOf(round: RoundState): "open" | "extended" | "closed" {
  if (round.closedAt !== null) return "closed";
  return isExtended(round) ? "extended" : "open";
}

function openedIn({ course }: RoundState): number {
  return course.find(({ kind }) => kind === "opened")?.seq ?? 0;
}
