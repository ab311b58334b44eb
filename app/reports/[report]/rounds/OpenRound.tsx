"use client";
/** Opening a round: the form, then a review that says what follows from it. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Modalities } from "#deliberation/entry";
import type { Instant } from "#deliberation/ids";
import { inNewYork } from "#deliberation/new-york";
import { lastOpened, openRound, type State } from "#deliberation/state";
import { useLive, useRecordState } from "../../../_live/LiveProvider.tsx";
import { browserNow } from "../../../_ui/browser-now.ts";
import { Heard } from "../../../_ui/Heard.tsx";
import { OpeningForm } from "./OpeningForm.tsx";
import { OpeningReview } from "./OpeningReview.tsx";
import { nextNumber } from "./PlanRound.tsx";

/** What is asked of the opening, complete and checked. */
export interface Opening {
  round: string;
  session: number;
  closesAt: Instant;
  modalities: Modalities;
}

/** What stands in the fields. */
export interface OpeningAsked {
  round: string;
  session: string;
  day: string;
  time: string;
  modalities: Modalities;
}

type Stage =
  | { at: "shut" }
  | { at: "form" }
  | { at: "review"; opening: Opening }
  | { at: "done"; round: string; seq: number };

export function OpenRound() {
  const t = useTranslations("rounds");
  const state = useRecordState();
  const open = useLive((it) => openRound(it, browserNow()));
  const [stage, setStage] = useState<Stage>({ at: "shut" });
  const [asked, setAsked] = useState<OpeningAsked>(() => proposed(state));
  // Until it closes: then the next one may be opened here.
  if (stage.at === "done" && (state.rounds[stage.round]?.closedAt ?? null) === null) {
    return (
      <Heard atOnce className="small">
        {t("done", { seq: stage.seq })}
      </Heard>
    );
  }
  if (open !== null) return <p className="small mute">{t("form.after", { number: open.id })}</p>;
  switch (stage.at) {
    case "shut":
    case "done":
      return (
        <button
          type="button"
          className="btn pri"
          onClick={() => {
            setAsked(proposed(state));
            setStage({ at: "form" });
          }}
        >
          {t("form.open")}
        </button>
      );
    case "form":
      return (
        <OpeningForm
          asked={asked}
          onChange={setAsked}
          onReview={(opening) => setStage({ at: "review", opening })}
          onCancel={() => setStage({ at: "shut" })}
        />
      );
    case "review":
      return (
        <OpeningReview
          opening={stage.opening}
          onChange={() => setStage({ at: "form" })}
          onDone={(seq) => setStage({ at: "done", round: stage.opening.round, seq })}
        />
      );
    default:
      return stage satisfies never;
  }
}

/** The round that is planned next, else the next number; and the modalities of the round before. */
function proposed(state: State): OpeningAsked {
  const last = lastOpened(state);
  const [plan] = Object.values(state.plans).sort((a, b) => (a.opensAt < b.opensAt ? -1 : 1));
  return {
    round: plan?.id ?? nextNumber(state),
    session: `${plan?.session ?? last?.session ?? state.item?.session ?? ""}`,
    ...(plan === undefined ? { day: "", time: "18:00" } : inNewYork(plan.closesAt)),
    modalities: {
      audience: "everyone",
      totals: true,
      languages: ["ar", "zh", "en", "fr", "ru", "es"],
      objectors: "members-and-groups",
      ...last?.modalities,
      // What is less usual is chosen anew each time.
      attribution: "attributed",
    },
  };
}
