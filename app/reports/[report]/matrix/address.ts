/** A view of the matrix as its address says it, so that every view can be passed on. What an address gets wrong is left out. */
import { DelegationKey, RoundId } from "#deliberation/ids";
import { UNGROUPED } from "#deliberation/matrix";
import type { MatrixFilter } from "#deliberation/matrix-filter";
import { ROW_ORDERS, type RowOrder } from "#deliberation/matrix-order";

export interface MatrixView {
  columns: "groups" | "delegations";
  /** Ids of the group columns shown with their members. */
  open: string[];
  rows: RowOrder;
  filter: MatrixFilter;
}

type Params = Readonly<Record<string, string | string[] | undefined>>;

/** Filters that are on or off, by the word the address has for them. */
export const SWITCHES = ["contested", "opposed", "silent", "wording"] as const;
export const PILLARS = [1, 2, 3] as const;

/** The word for the column of those in no group: no group's key looks so. */
const NO_GROUP = "-";
const LONGEST_TEXT = 200;

export function viewOf(params: Params): MatrixView {
  const filter: MatrixFilter = {};
  const pillar = PILLARS.find((one) => String(one) === first(params.pillar));
  if (pillar !== undefined) filter.pillar = pillar;
  for (const one of SWITCHES) if (all(params.filter).includes(one)) filter[one] = true;
  const unstated = DelegationKey.safeParse(first(params.unstated));
  if (unstated.success) filter.unstated = unstated.data;
  const since = RoundId.safeParse(first(params.since));
  if (since.success) filter.since = since.data;
  const text = first(params.text)?.trim().slice(0, LONGEST_TEXT);
  if (text) filter.text = text;
  const open = all(params.open).map((key) => (key === NO_GROUP ? UNGROUPED : `group:${key}`));
  const rows = ROW_ORDERS.find((one) => one === first(params.rows)) ?? "text";
  return { columns: first(params.group) === "none" ? "delegations" : "groups", open, rows, filter };
}

export function addressOf(report: string, { columns, open, rows, filter }: MatrixView): string {
  const { pillar, unstated, since, text } = filter;
  const params = new URLSearchParams();
  if (columns === "delegations") params.set("group", "none");
  if (rows !== "text") params.set("rows", rows);
  if (pillar !== undefined) params.set("pillar", String(pillar));
  for (const one of SWITCHES) if (filter[one]) params.append("filter", one);
  if (unstated !== undefined) params.set("unstated", unstated);
  if (since !== undefined) params.set("since", since);
  if (text !== undefined) params.set("text", text);
  if (columns === "groups") {
    for (const id of open) params.append("open", id === UNGROUPED ? NO_GROUP : id.slice("group:".length));
  }
  const words = params.toString();
  return `/reports/${report}/matrix${words === "" ? "" : `?${words}`}`;
}

/** The view without one of its filters. */
export function without(view: MatrixView, name: keyof MatrixFilter): MatrixView {
  const { [name]: _, ...filter } = view.filter;
  return { ...view, filter };
}

function all(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

function first(value: string | string[] | undefined): string | undefined {
  return all(value)[0];
}
