"use client";
/** Planning a round ahead: when it is to open and to close. The plan binds nobody to open it then. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { inNewYork } from "#deliberation/new-york";
import { lastOpened, type RoundPlan, type State } from "#deliberation/state";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { browserNow } from "../../../_ui/browser-now.ts";
import { DeadlineFields, momentOf } from "./DeadlineFields.tsx";
import { RecordDialog } from "./RecordDialog.tsx";

/** @param plan the one that is changed; null for a new one. */
export function PlanRound({ plan }: { plan: RoundPlan | null }) {
  const t = useTranslations("rounds");
  const state = useRecordState();
  const [typed, setTyped] = useState<{ round?: string; session?: string }>({});
  const [opens, setOpens] = useState(plan === null ? { day: "", time: "10:00" } : inNewYork(plan.opensAt));
  const [closes, setCloses] = useState(plan === null ? { day: "", time: "18:00" } : inNewYork(plan.closesAt));
  const round = plan?.id ?? typed.round ?? nextNumber(state);
  const session =
    typed.session ?? `${plan?.session ?? lastOpened(state)?.session ?? state.item?.session ?? ""}`;
  const name = `plan-${plan?.id ?? "new"}`;
  const read = () => {
    const [opensAt, closesAt] = [momentOf(opens), momentOf(closes)];
    const opening = opensAt === null ? "moment" : opensAt <= browserNow() ? "opensAhead" : null;
    const closing =
      closesAt === null ? "moment" : opensAt !== null && closesAt <= opensAt ? "afterOpening" : null;
    const faults = {
      ...(/^[1-9]\d{0,3}$/.test(round) && !(round in state.rounds) ? {} : { [`${name}-number`]: "number" }),
      ...(/^[1-9]\d*$/.test(session) ? {} : { [`${name}-session`]: "session" }),
      ...(opening === null ? {} : { [`${name}-opens-day`]: opening }),
      ...(closing === null ? {} : { [`${name}-day`]: closing }),
    };
    if (Object.keys(faults).length > 0) return { faults };
    return { asked: { kind: "round.planned", round, session: Number(session), opensAt, closesAt } };
  };
  return (
    <RecordDialog
      name={name}
      ask={plan === null ? t("plan.ask") : t("plan.change", { number: plan.id })}
      title={plan === null ? t("plan.ask") : t("plan.change", { number: plan.id })}
      says={t("plan.says")}
      confirm={t("plan.confirm")}
      read={read}
      onRecorded={() => {
        setTyped({});
        if (plan === null) {
          setOpens({ ...opens, day: "" });
          setCloses({ ...closes, day: "" });
        }
      }}
    >
      <div className="two">
        {plan === null && (
          <label className="field">
            <span>{t("form.number")}</span>
            <input
              id={`${name}-number`}
              inputMode="numeric"
              value={round}
              onChange={(event) => setTyped({ ...typed, round: event.target.value.trim() })}
            />
          </label>
        )}
        <label className="field">
          <span>{t("form.session")}</span>
          <input
            id={`${name}-session`}
            inputMode="numeric"
            value={session}
            onChange={(event) => setTyped({ ...typed, session: event.target.value.trim() })}
          />
        </label>
      </div>
      <fieldset>
        <legend>{t("plan.opens")}</legend>
        <DeadlineFields name={`${name}-opens`} of="opening" value={opens} onChange={setOpens} />
      </fieldset>
      <fieldset>
        <legend>{t("plan.closes")}</legend>
        <DeadlineFields name={name} value={closes} onChange={setCloses} />
      </fieldset>
    </RecordDialog>
  );
}

/** After every round opened or planned. */
export function nextNumber(state: State): string {
  return `${Math.max(0, ...Object.keys(state.rounds).map(Number), ...Object.keys(state.plans).map(Number)) + 1}`;
}
