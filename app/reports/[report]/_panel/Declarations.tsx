"use client";
/** Who aligned with a position, associated with a wording or dissociated from a passage: apart from all figures. */
import { useTranslations } from "next-intl";
import { heldAt } from "#deliberation/by-seq";
import { type Declaration, declaredOn, type State } from "#deliberation/state";
import { useShownState } from "../../../_live/unread.tsx";
import { useNames } from "../../../_ui/names.ts";
import { Said } from "../../../_ui/Said.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { Withdraw } from "../../../_ui/Withdraw.tsx";

const KINDS = [
  { kind: "alignment.declared", title: "alignedTitle" },
  { kind: "wording.associated", title: "associatedTitle" },
  { kind: "dissociation.declared", title: "dissociatedTitle" },
] as const;

export function Declarations({ place }: { place: string }) {
  const t = useTranslations("positions");
  const state = useShownState();
  const all = declaredOn(state, place);
  if (all.length === 0) return null;
  return (
    <div className="apart">
      {KINDS.map(({ kind, title }) => {
        const these = all.filter((one) => one.kind === kind);
        if (these.length === 0) return null;
        return (
          <div className="stand" key={kind}>
            <h4>{t(title)}</h4>
            <ul>
              {these.map((one) => (
                <Declared key={one.seq} declaration={one} />
              ))}
            </ul>
          </div>
        );
      })}
      <p className="tiny mute">{t("apartRule")}</p>
    </div>
  );
}

function Declared({ declaration }: { declaration: Declaration }) {
  const t = useTranslations();
  const state = useShownState();
  const { report, delegation } = useSeat();
  const name = useNames();
  const { seq, by, with: named, words, lang } = declaration;
  const own = by.delegation === delegation;
  const who = name(by.delegation ?? "");
  const newer = named === null ? null : newerRevision(state, declaration);
  return (
    <li>
      <div className="by">
        <b>
          <bdi>
            {named === null ? who : t("positions.aligned", { who, name: name(named.author), rev: named.rev })}
          </bdi>
        </b>{" "}
        {newer !== null && <span className="was">{t("positions.newer", { rev: newer })}</span>}{" "}
        <a className="small" href={`/reports/${report}/entries/${seq}`}>
          {t("comments.entry", { seq })}
        </a>{" "}
        {own && <Withdraw entry={seq} kind="declaration.withdrawn" label={t("comments.withdraw")} />}
      </div>
      {own && newer !== null && <p className="small">{t("positions.keepOrReview")}</p>}
      {words !== null && lang !== null && <Said words={words} lang={lang} />}
    </li>
  );
}

/** [A2] Number of the revision that came after the one it names; null when there is none. */
function newerRevision(state: State, { place, with: named }: Declaration): number | null {
  if (named === null || heldAt(state.positionAt, named.entry) === undefined) return null;
  const last = state.positions[place]?.[named.author]?.at(-1);
  return last !== undefined && last.rev > named.rev ? last.rev : null;
}
