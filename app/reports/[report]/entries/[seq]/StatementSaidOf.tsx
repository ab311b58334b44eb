"use client";
/** On the page of a statement's entry: who aligned with it or dissociated from it, live, once its words are here. */
import { heldAt } from "#deliberation/by-seq";
import { useOpened, useRecordState } from "../../../../_live/LiveProvider.tsx";
import { StatementStands } from "../../../../_ui/StatementStands.tsx";

/** @param place one that the statement is read with: a page may have come without its words. */
export function StatementSaidOf({ entry, place }: { entry: number; place: string }) {
  useOpened(place);
  const statement = heldAt(useRecordState().statements, entry);
  return statement === undefined ? null : <StatementStands statement={statement} />;
}
