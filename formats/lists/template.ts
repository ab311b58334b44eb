/** An empty list to be filled: its columns, as spreadsheets open it. */
import { csv } from "../csv.ts";
import { COLUMNS, type ListKind } from "./columns.ts";

export function templateOf(kind: ListKind): string {
  return csv([COLUMNS[kind].map(({ name }) => name)]);
}
