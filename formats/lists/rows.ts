/** What the cells of a row say, or which of them say nothing that can be read. */
import { z } from "zod";
import type { Names } from "#deliberation/entry";
import { Day, DelegationKey, type Lang } from "#deliberation/ids";
import { SeatFunction } from "#deliberation/seat";
import type { ListKind } from "./columns.ts";
import type { FaultCode, RowFault } from "./faults.ts";
import { LANGS_OF_NAMES } from "./names.ts";
import type { ListRow } from "./read.ts";

const FUNCTIONS = z.enum([...SeatFunction.options, "facilitator", "reviewer", "administrator"]);

export interface RowOf {
  delegations: {
    key: DelegationKey;
    kind: "member" | "observer";
    names: Names;
    standing: "member" | "observer" | "former" | null;
    since: Day | null;
    citation: string;
  };
  groups: { key: DelegationKey; names: Names };
  memberships: { group: DelegationKey; delegation: DelegationKey; from: Day | null; until: Day | null };
  persons: {
    email: string;
    delegation: DelegationKey | null;
    function: z.infer<typeof FUNCTIONS>;
    from: Day | null;
    until: Day | null;
    citation: string;
    citationDate: Day;
  };
}

/** Reads cells one by one and notes what is wrong with each. */
class Cells {
  readonly faults: RowFault[] = [];
  readonly #cells: Record<string, string>;

  constructor({ cells }: ListRow) {
    this.#cells = cells;
  }

  /** @returns what stands in the cell; where that is wrong, whatever: the row is not taken. */
  must<S extends z.ZodType>(column: string, shape: S, fault: FaultCode): z.infer<S> {
    const cell = this.#cells[column] ?? "";
    const read = shape.safeParse(cell);
    if (!read.success) this.faults.push({ column, fault: cell === "" ? "cell-missing" : fault });
    return read.data as z.infer<S>;
  }

  may<S extends z.ZodType>(column: string, shape: S, fault: FaultCode): z.infer<S> | null {
    return (this.#cells[column] ?? "") === "" ? null : this.must(column, shape, fault);
  }

  names(): Names {
    const name = z.string().min(1).max(200);
    const all = LANGS_OF_NAMES.map((lang) => [lang, this.must(`name_${lang}`, name, "too-long")]);
    return Object.fromEntries(all) as Record<Lang, string>;
  }

  /** A beginning and an end, the last day included. */
  days(): { from: Day | null; until: Day | null } {
    const [from, until] = [this.may("from", Day, "not-a-day"), this.may("until", Day, "not-a-day")];
    if (from !== null && until !== null && until < from)
      this.faults.push({ column: "until", fault: "until-first" });
    return { from, until };
  }
}

const READERS: { [K in ListKind]: (cells: Cells) => RowOf[K] } = {
  delegations: (cells) => {
    const standing = cells.may("standing", z.enum(["member", "observer", "former"]), "not-a-standing");
    const must = standing === null ? "may" : "must";
    return {
      key: cells.must("key", DelegationKey, "not-a-key"),
      kind: cells.must("kind", z.enum(["member", "observer"]), "not-a-kind"),
      names: cells.names(),
      standing,
      since: cells[must]("since", Day, "not-a-day"),
      citation: cells[must]("citation", z.string().min(1).max(300), "too-long") ?? "",
    };
  },
  groups: (cells) => ({ key: cells.must("key", DelegationKey, "not-a-key"), names: cells.names() }),
  memberships: (cells) => ({
    group: cells.must("group", DelegationKey, "not-a-key"),
    delegation: cells.must("delegation", DelegationKey, "not-a-key"),
    ...cells.days(),
  }),
  persons: (cells) => {
    const seated = cells.must("function", FUNCTIONS, "not-a-function");
    const inDelegation = SeatFunction.safeParse(seated).success;
    return {
      email: cells.must("email", z.email().max(254), "not-an-address"),
      delegation: cells[inDelegation ? "must" : "may"]("delegation", DelegationKey, "not-a-key"),
      function: seated,
      ...cells.days(),
      citation: cells.must("citation", z.string().min(1).max(200), "too-long"),
      citationDate: cells.must("citation_date", Day, "not-a-day"),
    };
  },
};

/** What a row is of: two rows of one list that are of the same contradict or repeat each other. */
const SUBJECTS: { [K in ListKind]: (row: RowOf[K]) => string } = {
  delegations: ({ key }) => key,
  groups: ({ key }) => key,
  memberships: ({ group, delegation }) => `${group} ${delegation}`,
  persons: (row) => [row.email.toLowerCase(), row.delegation ?? "", row.function].join(" ").trim(),
};

export interface Readable<K extends ListKind> {
  row: number;
  subject: string;
  said: RowOf[K];
}

export interface Unreadable {
  row: number;
  subject: string;
  faults: RowFault[];
}

/** [D41] In the order of the list. */
export function rowsOf<K extends ListKind>(kind: K, rows: readonly ListRow[]): (Readable<K> | Unreadable)[] {
  const seen = new Set<string>();
  return rows.map((one) => {
    const cells = new Cells(one);
    const said = READERS[kind](cells);
    const { row } = one;
    if (cells.faults.length > 0) {
      const [first = ""] = Object.values(one.cells);
      return { row, subject: first, faults: cells.faults };
    }
    const subject = SUBJECTS[kind](said);
    if (seen.has(subject)) return { row, subject, faults: [{ column: null, fault: "row-twice" }] };
    seen.add(subject);
    return { row, subject, said };
  });
}
