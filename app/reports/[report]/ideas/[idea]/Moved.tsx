"use client";
/** Who moved since the round before: from where to where. Observers and groups stand apart and enter no figure. */
import { useTranslations } from "next-intl";
import type { AtRound, Move } from "#deliberation/rounds-compared";
import { LateMark } from "../../../../_ui/LateMark.tsx";
import { useNames } from "../../../../_ui/names.ts";
import { StanceToken } from "../../../../_ui/Stance.tsx";

interface Props {
  at: AtRound;
  when: string;
  /** Figures are shown. */
  counts: boolean;
}

export function Moved({ at: { moved, late }, when, counts }: Props) {
  const t = useTranslations("ideaPage");
  const { members, others } = moved;
  if (members.length + others.length === 0) return null;
  return (
    <details className="moved">
      <summary>
        {counts ? t("moved", { count: members.length }) : t("movedNames")} <span className="vh">{when}</span>
      </summary>
      <Moves moves={members} late={late} />
      {others.length > 0 && (
        <>
          <p className="small mute">{t("movedOthers")}</p>
          <Moves moves={others} late={late} />
        </>
      )}
    </details>
  );
}

function Moves({ moves, late }: { moves: readonly Move[]; late: AtRound["late"] }) {
  const t = useTranslations("ideaPage");
  const name = useNames();
  return (
    <ul>
      {moves.map(({ delegation, from, to }) => (
        <li key={delegation}>
          <bdi>{name(delegation)}</bdi>: <StanceToken stance={from} /> <span aria-hidden="true">→</span>{" "}
          <span className="vh">{t("to")}</span> <StanceToken stance={to} />{" "}
          <LateMark late={late[delegation]} />
        </li>
      ))}
    </ul>
  );
}
