"use client";
/** Who aligned with a statement or dissociated from it, and what one's own delegation can say of it. No figure holds it. */
import { useTranslations } from "next-intl";
import {
  type Declaration,
  declaredOfStatement,
  isStanding,
  placeOf,
  revisionOfStatement,
  type StatementState,
  settledStatement,
} from "#deliberation/state";
import { useShownState } from "../_live/unread.tsx";
import { called } from "./called.ts";
import { Declare } from "./Declare.tsx";
import { useNames } from "./names.ts";
import { Said } from "./Said.tsx";
import { useSeat } from "./SeatContext.tsx";
import { Withdraw } from "./Withdraw.tsx";

const LISTS = [
  ["alignment.declared", "aligned"],
  ["dissociation.declared", "dissociated"],
] as const;

export function StatementStands({ statement }: { statement: StatementState }) {
  const t = useTranslations("statements");
  const { delegation } = useSeat();
  const state = useShownState();
  const all = declaredOfStatement(state, statement.seq);
  return (
    <div className="apart">
      {LISTS.map(([kind, title]) => {
        const these = all.filter((one) => one.kind === kind);
        if (these.length === 0) return null;
        return (
          <div className="stand" key={kind}>
            <h4>{t(title)}</h4>
            <ul>
              {these.map((one) => (
                <Declared key={one.seq} declaration={one} of={statement} />
              ))}
            </ul>
          </div>
        );
      })}
      {all.length > 0 && <p className="tiny mute">{t("standsRule")}</p>}
      {delegation !== null && statement.author !== delegation && isStanding(statement) && (
        <Own statement={statement} mine={all.filter(({ by }) => by.delegation === delegation)} />
      )}
    </div>
  );
}

/** What is not said yet may be said: to align, to dissociate from the whole or from one passage. */
function Own({ statement, mine }: { statement: StatementState; mine: readonly Declaration[] }) {
  const t = useTranslations("statements");
  const { seq, passages } = statement;
  const as = settledStatement(statement);
  const target = { on: "statement", entry: seq, as } as const;
  const isSaid = (kind: Declaration["kind"], passage: number | null) =>
    mine.some((one) => one.kind === kind && (one.statement?.passage ?? null) === passage);
  return (
    <div className="small">
      {!isSaid("alignment.declared", null) && (
        <Declare what="alignment" entry={seq} as={as} label={t("align")} />
      )}{" "}
      {!isSaid("dissociation.declared", null) && (
        <Declare what="dissociation" target={target} label={t("dissociate")} />
      )}{" "}
      {passages.length > 0 && (
        <details>
          <summary>{t("dissociatePassages")}</summary>
          <ul className="plain">
            {passages.map((_, passage) =>
              isSaid("dissociation.declared", passage) ? null : (
                // biome-ignore lint/suspicious/noArrayIndexKey: a passage is named by its place among them.
                <li key={passage}>
                  <Declare
                    what="dissociation"
                    target={{ ...target, passage }}
                    label={t("dissociatePassage", { place: speaksTo(statement, passage) })}
                  />
                </li>
              ),
            )}
          </ul>
        </details>
      )}
    </div>
  );
}

function Declared({ declaration, of }: { declaration: Declaration; of: StatementState }) {
  const t = useTranslations();
  const { report, delegation } = useSeat();
  const name = useNames();
  const { seq, by, kind, statement, words, lang } = declaration;
  if (statement === undefined) return null;
  const own = by.delegation === delegation;
  const rev = revisionOfStatement(of, statement.as);
  const places = (list: readonly number[]) =>
    list.map((index) => speaksTo(of, index)).join(t("matrix.comma"));
  return (
    <li>
      <div className="by">
        <b>
          <bdi>{name(by.delegation ?? "")}</bdi>
        </b>{" "}
        <span className="mute">
          {t("positions.revision", { rev })}
          {statement.except.length > 0 &&
            ` · ${t("statements.exceptOn", { places: places(statement.except) })}`}
          {statement.passage !== null &&
            ` · ${t("statements.onlyOn", { places: places([statement.passage]) })}`}
        </span>{" "}
        <a className="small" href={`/reports/${report}/entries/${seq}`}>
          {t("comments.entry", { seq })}
        </a>{" "}
        {own && <Withdraw entry={seq} kind="declaration.withdrawn" label={t("comments.withdraw")} />}
      </div>
      {own && kind === "alignment.declared" && <Moved declaration={declaration} of={of} />}
      {words !== null && lang !== null && <Said words={words} lang={lang} />}
    </li>
  );
}

/** [H12] Told to the delegation itself alone: the statement was corrected or withdrawn since. */
function Moved({ declaration, of }: { declaration: Declaration; of: StatementState }) {
  const t = useTranslations();
  const as = settledStatement(of);
  if (of.withdrawn !== null)
    return <p className="small">{`${t("statements.gone")} · ${t("positions.onlyYou")}`}</p>;
  if (declaration.statement?.as === as) return null;
  const rev = revisionOfStatement(of, as);
  return (
    <div className="small">
      <p>
        <b>{t("positions.newer", { rev })}</b> · {t("positions.onlyYou")}
      </p>
      <Declare
        what="alignment"
        entry={of.seq}
        as={as}
        label={t("positions.keep", { rev })}
        {...(declaration.words === null ? {} : { begins: declaration.words })}
        opensAt={`keep-${of.seq}`}
      />
    </div>
  );
}

/** The paragraph or idea one of its passages speaks to. */
function speaksTo({ passages }: StatementState, index: number): string {
  const target = passages[index]?.target;
  if (target === undefined) return "";
  return called(placeOf(target));
}
