/** Lists that the secretariat brings as CSV: what each is of, and its columns by their names. */
import { LANGS_OF_NAMES } from "./names.ts";

export const LISTS = ["delegations", "groups", "memberships", "persons"] as const;
export type ListKind = (typeof LISTS)[number];

export interface Column {
  name: string;
  /** Whether a list without it is not read; its cells may be empty where `required` is false. */
  required: boolean;
}

const column = (name: string, required = true): Column => ({ name, required });
const optional = (name: string): Column => column(name, false);
const NAMES = LANGS_OF_NAMES.map((lang) => column(`name_${lang}`));

export const COLUMNS: Record<ListKind, readonly Column[]> = {
  delegations: [
    ...[column("key"), column("kind"), ...NAMES],
    ...[optional("standing"), optional("since"), optional("citation")],
  ],
  groups: [column("key"), ...NAMES],
  memberships: [column("group"), column("delegation"), optional("from"), optional("until")],
  persons: [
    ...[column("email"), optional("name"), optional("delegation"), column("function")],
    ...[optional("from"), optional("until"), column("citation"), column("citation_date")],
  ],
};
