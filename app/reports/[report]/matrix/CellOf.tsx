"use client";
/** One cell: a token and its marks, or figures in fixed slots, so that they stand below one another. */
import type { CSSProperties } from "react";
import { type Cell, type Column, LETTERS, TOKENS } from "#deliberation/matrix";
import { isAbsence, MARKS } from "#deliberation/matrix-cell";
import { StanceShape } from "../../../_ui/Stance.tsx";
import type { Stop } from "./ColumnHead.tsx";
import { isSilent } from "./useCellNames.ts";

interface Props {
  column: Column;
  cell: Cell;
  label: string;
  index: number;
  isFresh: boolean;
  stop: Stop;
  onOpen: () => void;
}

export function CellOf({ column, cell, label, index, isFresh, stop, onOpen }: Props) {
  const under = column.kind === "own" && column.under !== null;
  const classes = [cell.kind === "own" ? "single" : "tally", under && "under", isFresh && "fresh"]
    .filter(Boolean)
    .join(" ");
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid answers the keys for all its cells.
    <td aria-colindex={index} aria-label={label} className={classes} onClick={onOpen} {...stop}>
      {cell.kind === "own" ? (
        <>
          <StanceShape stance={cell.token} />
          {!isAbsence(cell.token) && <span aria-hidden="true">{LETTERS[cell.token]}</span>}
          {cell.marks.length > 0 && (
            <i aria-hidden="true">{cell.marks.map((mark) => MARKS[mark]).join("")}</i>
          )}
        </>
      ) : (
        <Figures cell={cell} />
      )}
    </td>
  );
}

function Figures({ cell }: { cell: Extract<Cell, { kind: "tally" }> }) {
  const { counts, own } = cell;
  const group = own !== null && (
    <span className="group">
      <StanceShape stance={own.stance} />
    </span>
  );
  if (counts === null) {
    return (
      <span className="names" aria-hidden="true">
        {isSilent(cell) ? "–" : "…"} {group}
      </span>
    );
  }
  return (
    <>
      <span className="slots" aria-hidden="true">
        {TOKENS.map((token) => (
          <span key={token}>
            {counts[token] > 0 && (
              <>
                <StanceShape stance={token} />
                {counts[token]}
              </>
            )}
          </span>
        ))}
        <span>{group}</span>
      </span>
      <span className="strip-of" style={shares(counts)} />
    </>
  );
}

/** The parts of the strip below the figures, as stops of one gradient: a cell stays few elements. */
function shares(counts: NonNullable<Extract<Cell, { kind: "tally" }>["counts"]>): CSSProperties {
  const whole = TOKENS.reduce((sum, token) => sum + counts[token], 0);
  let from = 0;
  const stops = TOKENS.map((token) => {
    const start = from;
    from += whole === 0 ? 0 : (100 * counts[token]) / whole;
    return `var(--of-${token}) ${start.toFixed(2)}% ${from.toFixed(2)}%`;
  });
  return { backgroundImage: `linear-gradient(var(--onward), ${stops.join(", ")})` };
}
