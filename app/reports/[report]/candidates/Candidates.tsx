"use client";
/** The candidates one below the other, narrowed by confidence and by what became of them, with how far the review has come. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ideasSharing, stretchOf } from "#deliberation/candidate";
import { nextOf, type Shaping, shapesOf } from "#deliberation/candidate-shapes";
import type { Paragraph } from "#deliberation/report";
import type { State } from "#deliberation/state";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { Heard } from "../../../_ui/Heard.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { type CandidateAsked, decideCandidate } from "../../../_ui/submit.ts";
import { Candidate } from "./Candidate.tsx";

export interface CandidateGiven {
  id: string;
  paragraph: string;
  quote: string;
  confidence: string;
  title: { zh: string; en: string };
  /** The paragraph it stands in. */
  within: Paragraph;
}

/** One there is now, with what was decided of it. */
export type CandidateNow = CandidateGiven & { from: string | null; decided: CandidateDecided | null };

export interface CandidateDecided extends Shaping {
  by: string;
  at: string;
}

export type Standing = "waiting" | "accepted" | "rejected";

const SHOWN = ["waiting", "medium", "low", "rejected", "accepted"] as const;
type Shown = (typeof SHOWN)[number];

/** Accepted is a candidate with whose words an idea stands: the record alone says so. */
function standingOf(state: State, one: CandidateNow): Standing {
  const stretch = stretchOf(one.within, one.quote);
  if (stretch !== null && ideasSharing(state, one.within, stretch).length > 0) return "accepted";
  return one.decided?.decision === "rejected" ? "rejected" : "waiting";
}

interface Props {
  given: CandidateGiven[];
  /** Id → what was decided last, of those there were and are. */
  decided: [string, CandidateDecided][];
  lang: string;
}

export function Candidates({ given, decided: before, lang }: Props) {
  const t = useTranslations("candidates");
  const { report } = useSeat();
  const state = useRecordState();
  const [decided, setDecided] = useState(() => new Map(before));
  const [shown, setShown] = useState<Shown>("waiting");
  const [refused, setRefused] = useState<string | null>(null);
  const all: CandidateNow[] = shapesOf(given, decided).map((one) => ({
    ...one,
    decided: decided.get(one.id) ?? null,
  }));
  const standings = new Map(all.map((one) => [one.id, standingOf(state, one)]));
  const ideas = Object.values(state.ideas).filter(({ withdrawn }) => withdrawn === null).length;
  const count = (which: Standing) => [...standings.values()].filter((one) => one === which).length;
  const decide = async (id: string, asked: CandidateAsked) => {
    setRefused(null);
    const answer = await decideCandidate(report, id, asked);
    if ("code" in answer) return setRefused(answer.code);
    const now = { ...answer.body, by: "", at: new Date().toISOString() };
    setDecided((known) => new Map(known).set(id, now));
  };
  const isShown = (one: CandidateNow) => {
    const standing = standings.get(one.id);
    return shown === "medium" || shown === "low"
      ? standing === "waiting" && one.confidence === shown
      : standing === shown;
  };
  const listed = all.filter(isShown);
  const waitingAfter = (one: CandidateNow) => {
    const next = nextOf(one.within, all, one);
    return next !== null && standings.get(next.with) === "waiting" ? next : null;
  };
  return (
    <section aria-labelledby="candidates-list">
      <h2 id="candidates-list">{t("title", { count: count("waiting") })}</h2>
      <Heard>
        {t("progress", { done: ideas + count("rejected"), of: ideas + count("rejected") + count("waiting") })}
      </Heard>
      <nav className="acts" aria-label={t("which")}>
        {SHOWN.map((one) => (
          <button
            key={one}
            type="button"
            className="btn"
            aria-pressed={shown === one}
            onClick={() => setShown(one)}
          >
            {t(`shown.${one}`)}
          </button>
        ))}
      </nav>
      <p className="small mute">{t("keys")}</p>
      {listed.length === 0 && <p>{t("none")}</p>}
      <ol className="candidates">
        {listed.map((one) => (
          <Candidate
            key={one.id}
            given={one}
            standing={standings.get(one.id) ?? "waiting"}
            lang={lang}
            next={standings.get(one.id) === "waiting" ? waitingAfter(one) : null}
            onDecide={(asked) => decide(one.id, asked)}
            onUndo={() => one.from !== null && decide(one.from, { decision: "open" })}
            refused={refused}
          />
        ))}
      </ol>
    </section>
  );
}
