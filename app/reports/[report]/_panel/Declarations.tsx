"use client";
/** Who aligned with a position, associated with a wording or dissociated from a passage: apart from all figures. */
import { useTranslations } from "next-intl";
import { type Declaration, declaredOn, type State, standing } from "#deliberation/state";
import { keepable } from "#deliberation/turn";
import { useShownState } from "../../../_live/unread.tsx";
import { Declare } from "../../../_ui/Declare.tsx";
import { useNames } from "../../../_ui/names.ts";
import { Said } from "../../../_ui/Said.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { Withdraw } from "../../../_ui/Withdraw.tsx";

const LISTS = ["alignedTitle", "alsoOwn", "associatedTitle", "dissociatedTitle"] as const;

/** [N4] The list a declaration is in: who states a position of its own is not among the aligned. */
function listOf(state: State, { kind, place, by }: Declaration): (typeof LISTS)[number] {
  if (kind === "wording.associated") return "associatedTitle";
  if (kind === "dissociation.declared") return "dissociatedTitle";
  return standing(state.positions[place]?.[by.delegation ?? ""]) === null ? "alignedTitle" : "alsoOwn";
}

export function Declarations({ place }: { place: string }) {
  const t = useTranslations("positions");
  const state = useShownState();
  const all = declaredOn(state, place);
  if (all.length === 0) return null;
  return (
    <div className="apart">
      {LISTS.map((title) => {
        const these = all.filter((one) => listOf(state, one) === title);
        if (these.length === 0) return null;
        return (
          <div className="stand" key={title}>
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
  const { report, delegation } = useSeat();
  const name = useNames();
  const { seq, by, with: named, words, lang } = declaration;
  const own = by.delegation === delegation;
  const who = name(by.delegation ?? "");
  return (
    <li>
      <div className="by">
        <b>
          <bdi>
            {named === null
              ? who
              : t(
                  declaration.kind === "dissociation.declared"
                    ? "positions.dissociatedFrom"
                    : "positions.aligned",
                  {
                    who,
                    name: name(named.author),
                    rev: named.rev,
                  },
                )}
          </bdi>
        </b>{" "}
        <a className="small" href={`/reports/${report}/entries/${seq}`}>
          {t("comments.entry", { seq })}
        </a>{" "}
        {own && <Withdraw entry={seq} kind="declaration.withdrawn" label={t("comments.withdraw")} />}
      </div>
      {own && <Moved declaration={declaration} />}
      {words !== null && lang !== null && <Said words={words} lang={lang} />}
    </li>
  );
}

/** [A2] Told to the delegation itself alone: the position it names was revised or withdrawn since. */
function Moved({ declaration }: { declaration: Declaration }) {
  const t = useTranslations("positions");
  const state = useShownState();
  const { report } = useSeat();
  const { place, kind, with: named, words } = declaration;
  const last = named === null ? undefined : state.positions[place]?.[named.author]?.at(-1);
  if (last === undefined || named === null || kind === "dissociation.declared") return null;
  const { rev, seq, withdrawn } = last;
  if (withdrawn !== null) return <p className="small">{`${t("gone")} · ${t("onlyYou")}`}</p>;
  if (rev <= named.rev) return null;
  const aligned = kind === "alignment.declared";
  return (
    <div className="small">
      <p>
        <b>{t("newer", { rev })}</b> · {t("onlyYou")}
      </p>
      {keepable(declaration, last) && (
        <Declare
          what={aligned ? "alignment" : "association"}
          entry={seq}
          label={t(aligned ? "keep" : "keepWording", { rev })}
          {...(words === null ? {} : { begins: words })}
          opensAt={`keep-${seq}`}
        />
      )}{" "}
      <a href={`/reports/${report}/entries/${seq}`}>{t("review", { rev })}</a>
    </div>
  );
}
