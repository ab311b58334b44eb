"use client";
/** The head of a column; a group's opens and closes its members. */
import { useTranslations } from "next-intl";
import { ALL, type Column, LETTERS, TOKENS } from "#deliberation/matrix";
import { isAbsence } from "#deliberation/matrix-cell";
import { Icon, StanceShape } from "../../../_ui/Stance.tsx";

export interface Stop {
  tabIndex: number;
  onFocus: () => void;
}

interface Props {
  column: Column;
  name: string;
  totals: boolean;
  index: number;
  stop: Stop;
  onToggle: (column: string) => void;
}

export function ColumnHead({ column, name, totals, index, stop, onToggle }: Props) {
  const t = useTranslations("matrix");
  if (column.kind === "own") {
    return (
      <th
        scope="col"
        aria-colindex={index}
        className={column.under === null ? "single" : "single under"}
        title={name}
        {...stop}
      >
        <span>
          <bdi>{name}</bdi>
        </span>
      </th>
    );
  }
  const words = (
    <>
      <b>
        <bdi>{name}</bdi> {column.id !== ALL && <Icon name={column.open ? "back" : "next"} flip />}
      </b>{" "}
      <small>{t("members", { count: column.members.length })}</small>
    </>
  );
  return (
    <th scope="col" aria-colindex={index} {...(column.id === ALL ? stop : {})}>
      {column.id === ALL ? (
        <b>{name}</b>
      ) : (
        <button type="button" aria-expanded={column.open} onClick={() => onToggle(column.id)} {...stop}>
          {words}
        </button>
      )}
      {totals && (
        <span className="slots" aria-hidden="true">
          {TOKENS.map((token) => (
            <span key={token}>
              <StanceShape stance={token} />
              {!isAbsence(token) && LETTERS[token]}
            </span>
          ))}
          <span />
        </span>
      )}
    </th>
  );
}
