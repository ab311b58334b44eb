"use client";
/** Rounds compared: one bar for each on one scale, or a table; who moved; and behind each figure its list. */
import { useFormatter, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { totalsShown } from "#deliberation/count";
import type { DelegationKey, IdeaId, Instant } from "#deliberation/ids";
import { TOKENS } from "#deliberation/matrix";
import type { Token } from "#deliberation/matrix-cell";
import { type AtRound, roundsCompared } from "#deliberation/rounds-compared";
import { isWithoutAttribution } from "#deliberation/unattributed";
import { useOpened } from "../../../../_live/LiveProvider.tsx";
import { useShownState } from "../../../../_live/unread.tsx";
import { Heard } from "../../../../_ui/Heard.tsx";
import { LateMark } from "../../../../_ui/LateMark.tsx";
import { useNames } from "../../../../_ui/names.ts";
import { StanceShape, StanceToken } from "../../../../_ui/Stance.tsx";
import { Moved } from "./Moved.tsx";
import { RoundBar } from "./RoundBar.tsx";

/** @param at the moment by which a round is over. */
export function Compared({ idea, at }: { idea: IdeaId; at: Instant }) {
  const t = useTranslations("ideaPage");
  const format = useFormatter();
  const opened = useOpened(idea);
  const state = useShownState();
  const [form, setForm] = useState<"bars" | "table">("bars");
  const rounds = opened ? roundsCompared(state, idea, at) : [];
  const whens = useWhens(t, rounds);
  if (rounds.length < 2 || Object.keys(state.positions[idea] ?? {}).length === 0) return null;
  if (!totalsShown(state)) {
    const moves = rounds.filter(({ moved }) => moved.members.length + moved.others.length > 0);
    if (moves.length === 0) return null;
    return (
      <section className="sec" aria-labelledby="compared">
        <h2 id="compared">{t("compared")}</h2>
        {moves.map((one, index) => (
          <Moved key={one.round ?? index} at={one} when={whens[rounds.indexOf(one)] ?? ""} counts={false} />
        ))}
      </section>
    );
  }
  const scale = scaleOf(rounds);
  const nameless = rounds.flatMap(({ round }) =>
    round !== null && isWithoutAttribution(state, round) ? [round] : [],
  );
  return (
    <section className="sec compared" aria-labelledby="compared">
      <h2 id="compared">{t("compared")}</h2>
      <fieldset className="switch">
        <legend className="vh">{t("form")}</legend>
        {(["bars", "table"] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="form" checked={form === one} onChange={() => setForm(one)} /> {t(one)}
          </label>
        ))}
      </fieldset>
      {form === "bars" ? (
        <ol className="plain">
          {rounds.map((one) => (
            <li key={one.round ?? "since"}>
              <Row at={one} when={whens[rounds.indexOf(one)] ?? ""} scale={scale} />
            </li>
          ))}
        </ol>
      ) : (
        <Table rounds={rounds} whens={whens} />
      )}
      <p className="tiny mute">
        {t("comparedRule")}{" "}
        {nameless.length > 0 &&
          t("comparedNameless", { rounds: format.list(nameless, { type: "conjunction" }) })}
      </p>
    </section>
  );
}

export interface Scale {
  /** The most that stand on either side of the axis, in any round. */
  before: number;
  after: number;
}

function scaleOf(rounds: readonly AtRound[]): Scale {
  const most = (count: (one: AtRound) => number) => Math.max(1, ...rounds.map(count));
  return {
    before: most(({ members }) => members["does-not-support"].length),
    after: most(({ members }) => members.support.length + members["support-with-wording"].length),
  };
}

function Row({ at, when, scale }: { at: AtRound; when: string; scale: Scale }) {
  const [open, setOpen] = useState<Token | null>(null);
  const list = useId();
  return (
    <>
      <h3>{when}</h3>
      <RoundBar members={at.members} scale={scale} />
      <p className="figures">
        {TOKENS.map((token) => (
          <Figure
            key={token}
            token={token}
            count={keysOf(at, token).length}
            isOpen={open === token}
            list={list}
            onPress={() => setOpen(open === token ? null : token)}
          />
        ))}
      </p>
      <NameList id={list} token={open} keys={open === null ? [] : keysOf(at, open)} late={at.late} />
      <Moved at={at} when={when} counts />
    </>
  );
}

function Table({ rounds, whens }: { rounds: readonly AtRound[]; whens: readonly string[] }) {
  const t = useTranslations("ideaPage");
  const stance = useTranslations("stance");
  const [open, setOpen] = useState<{ row: number; token: Token } | null>(null);
  const list = useId();
  const shown = open === null ? undefined : rounds[open.row];
  return (
    <>
      <div className="scroll" tabIndex={-1}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("when")}</th>
              {TOKENS.map((token) => (
                <th key={token} scope="col">
                  <StanceShape stance={token} /> {stance(token)}
                </th>
              ))}
              <th scope="col">{t("movedHead")}</th>
            </tr>
          </thead>
          <tbody>
            {rounds.map((one, row) => (
              <tr key={one.round ?? "since"}>
                <th scope="row">{whens[row]}</th>
                {TOKENS.map((token) => (
                  <td key={token}>
                    <Figure
                      token={token}
                      count={keysOf(one, token).length}
                      isOpen={open?.row === row && open.token === token}
                      list={list}
                      bare
                      onPress={() =>
                        setOpen(open?.row === row && open.token === token ? null : { row, token })
                      }
                    />
                  </td>
                ))}
                <td>{row === 0 ? "" : one.moved.members.length}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <NameList
        id={list}
        token={open?.token ?? null}
        keys={open === null || shown === undefined ? [] : keysOf(shown, open.token)}
        late={shown?.late ?? {}}
      />
    </>
  );
}

interface FigureProps {
  token: Token;
  count: number;
  isOpen: boolean;
  list: string;
  onPress: () => void;
  /** The number alone, where a column's head says the rest. */
  bare?: boolean;
}

function Figure({ token, count, isOpen, list, onPress, bare = false }: FigureProps) {
  const stance = useTranslations("stance");
  const words = bare ? (
    <>
      {count} <span className="vh">{stance(token)}</span>
    </>
  ) : (
    <StanceToken stance={token} count={count} />
  );
  if (count === 0) return <span className="figure none">{words}</span>;
  return (
    <button type="button" className="figure" aria-expanded={isOpen} aria-controls={list} onClick={onPress}>
      {words}
    </button>
  );
}

interface NameListProps {
  id: string;
  token: Token | null;
  keys: DelegationKey[];
  late: AtRound["late"];
}

function NameList({ id, token, keys, late }: NameListProps) {
  const name = useNames();
  return (
    <Heard as="div" id={id}>
      {token !== null && (
        <div className="name-list">
          <StanceToken stance={token} />{" "}
          <ul>
            {keys.map((key) => (
              <li key={key}>
                <bdi>{name(key)}</bdi>
                <LateMark late={late[key]} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </Heard>
  );
}

function keysOf({ members, notStated, notTakingPart }: AtRound, token: Token): DelegationKey[] {
  if (token === "not-taking-part") return notTakingPart;
  return token === "not-stated" ? notStated : members[token];
}

type Words = ReturnType<typeof useTranslations<"ideaPage">>;

function useWhens(t: Words, rounds: readonly AtRound[]): string[] {
  const format = useFormatter();
  return rounds.map(({ round, endedAt }) => {
    if (round === null) return t("since", { round: rounds.at(-2)?.round ?? "" });
    if (endedAt === null) return t("roundNow", { round });
    return t("roundEnd", { round, date: format.dateTime(new Date(endedAt), { dateStyle: "medium" }) });
  });
}
