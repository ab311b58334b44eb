"use client";
/** Rounds that are announced and not opened yet, the next one first. */
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useLive } from "../../../_live/LiveProvider.tsx";
import { Course } from "./Course.tsx";
import { Moment } from "./Moment.tsx";

const PlanRound = dynamic(() => import("./PlanRound.tsx").then((it) => it.PlanRound));
const WithdrawPlan = dynamic(() => import("./WithdrawPlan.tsx").then((it) => it.WithdrawPlan));

export function PlanList({ runs }: { runs: boolean }) {
  const t = useTranslations("rounds");
  const plans = useLive((state) => state.plans);
  const all = Object.values(plans).sort((a, b) => (a.opensAt < b.opensAt ? -1 : 1));
  return (
    <>
      {runs && (
        <div className="acts">
          <PlanRound plan={null} />
        </div>
      )}
      {all.map((plan) => (
        <section key={plan.id} aria-labelledby={`round-${plan.id}`} className="round">
          <h2 id={`round-${plan.id}`}>
            {t("heading", { number: plan.id, session: plan.session })}{" "}
            <span className="demo">{t("state.planned")}</span>
          </h2>
          <dl className="facts review">
            <div>
              <dt>{t("plan.opens")}</dt>
              <dd>
                <Moment at={plan.opensAt} />
              </dd>
            </div>
            <div>
              <dt>{t("plan.closes")}</dt>
              <dd>
                <Moment at={plan.closesAt} />
              </dd>
            </div>
            <div>
              <dt>{t("course")}</dt>
              <dd>
                <Course round={plan} />
              </dd>
            </div>
          </dl>
          {runs && (
            <div className="acts">
              <PlanRound key={plan.course.length} plan={plan} /> <WithdrawPlan number={plan.id} />
            </div>
          )}
        </section>
      ))}
    </>
  );
}
