"use client";
/** What columns and cells are called, for the eye and for a screen reader. */
import { useFormatter, useTranslations } from "next-intl";
import type { Stance } from "#deliberation/entry";
import type { DelegationKey, IdeaId } from "#deliberation/ids";
import { ALL, type Cell, type Column, TOKENS } from "#deliberation/matrix";
import { useNames } from "../../../_ui/names.ts";

export function useCellNames() {
  const t = useTranslations();
  const format = useFormatter();
  const name = useNames();
  const nameOf = (column: Column): string => {
    if (column.kind === "own") return name(column.delegation);
    if (column.id === ALL) return t("matrix.all");
    return column.group === null ? t("matrix.ungrouped") : name(column.group);
  };
  const throughOf = (group: DelegationKey, stance: Stance) =>
    t("matrix.throughOf", { group: name(group), stance: t(`stance.${stance}`) });
  const said = (cell: Cell): string => {
    if (cell.kind === "own") {
      const marks = cell.marks.filter((mark) => mark !== "through").map((mark) => t(`matrix.mark.${mark}`));
      const through = cell.through.map(({ group, stance }) => throughOf(group, stance));
      return format.list([t(`stance.${cell.token}`), ...marks, ...through], { type: "unit" });
    }
    const parts: string[] = [];
    const { counts } = cell;
    if (counts === null) parts.push(t(isSilent(cell) ? "matrix.nothingStated" : "matrix.names"));
    else {
      for (const token of TOKENS) {
        if (counts[token] > 0)
          parts.push(t("matrix.figure", { stance: t(`stance.${token}`), count: counts[token] }));
      }
    }
    if (cell.own !== null) parts.push(t("matrix.own", { stance: t(`stance.${cell.own.stance}`) }));
    return format.list(parts, { type: "unit" });
  };
  const labelOf = (idea: IdeaId, column: Column, cell: Cell): string =>
    t("matrix.cell", { name: nameOf(column), idea, said: said(cell) });
  return { nameOf, labelOf, throughOf };
}

/** Whether nobody in the cell has stated anything, observers and the group itself included. */
export function isSilent(cell: Extract<Cell, { kind: "tally" }>): boolean {
  return [...Object.values(cell.members), ...Object.values(cell.observers)].every(
    (keys) => keys.length === 0,
  );
}
