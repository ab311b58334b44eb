"use client";
/** On the page of a statement's entry: who aligned with it or dissociated from it, live, once its words are here. */
import { heldAt } from "#deliberation/by-seq";
import { placesOfStatement } from "#deliberation/state";
import { useOpened, useRecordState } from "../../../../_live/LiveProvider.tsx";
import { StatementStands } from "../../../../_ui/StatementStands.tsx";

export function StatementSaidOf({ entry }: { entry: number }) {
  const statement = heldAt(useRecordState().statements, entry);
  useOpened(statement === undefined ? null : (placesOfStatement(statement)[0] ?? null));
  return statement === undefined ? null : <StatementStands statement={statement} />;
}
