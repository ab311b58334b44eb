/** Bringing a list: every row is judged first, and then all of it is taken, or its right rows alone, or nothing. */
import { v7 } from "uuid";
import type { By } from "#db/audit";
import { judgeState } from "#db/follow";
import type { Store } from "#db/open";
import type { Instant, PersonId, ReportId } from "#deliberation/ids";
import { isRefusal } from "#deliberation/refusal";
import { Seat } from "#deliberation/seat";
import { Submission } from "#deliberation/submission";
import type { ListKind } from "#formats/lists/columns";
import type { RowFault } from "#formats/lists/faults";
import type { ListRow } from "#formats/lists/read";
import { rowsOf } from "#formats/lists/rows";
import type { RecordKeeper } from "../keeper.ts";
import { knownPersons, type PersonAct, planPerson } from "./person-list.ts";
import { type Deed, judged, type RecordAct, type RecordList } from "./record-list.ts";

/** `check`: nothing; `all`: only where every row is right; `right`: the right rows. */
export const TAKES = ["check", "all", "right"] as const;
export type Takes = (typeof TAKES)[number];

export interface RowAnswer {
  row: number;
  subject: string;
  does: Deed[];
  faults: RowFault[];
}

export interface ListAnswer {
  rows: RowAnswer[];
  /** Whether anything was asked to be taken, and was. */
  taken: boolean;
  /** The link's token, once, for whoever is to hand it on. */
  invited: { email: string; token: string }[];
}

interface Bringing {
  store: Store;
  keeper: RecordKeeper;
  report: ReportId;
  /** Null for the command line, which acts for the secretariat. */
  person: PersonId | null;
  at: Instant;
}

interface Planned extends RowAnswer {
  acts: RecordAct[] | PersonAct[];
}

/** So many rows are judged before others get their turn. */
const ROWS_AT_ONCE = 20;

/** [D41] [D42] */
export async function bringList(
  parts: Bringing,
  list: ListKind,
  rows: readonly ListRow[],
  takes: Takes,
): Promise<ListAnswer> {
  const planned = await plan(parts, list, rows);
  const isRight = planned.every(({ faults }) => faults.length === 0);
  const answer = { rows: planned.map(told), taken: false, invited: [] };
  if (takes === "check" || (takes === "all" && !isRight)) return answer;
  const right = planned.filter(({ faults }) => faults.length === 0);
  const invited = list === "persons" ? takePersons(parts, right) : await takeEntries(parts, right);
  return { rows: planned.map(told), taken: true, invited };
}

function told({ row, subject, does, faults }: Planned): RowAnswer {
  return { row, subject, does: faults.length > 0 ? [] : does, faults };
}

async function plan(
  { store, report, at }: Bringing,
  list: ListKind,
  rows: readonly ListRow[],
): Promise<Planned[]> {
  const planned: Planned[] = [];
  let state = judgeState(store, report);
  const known = knownPersons(store, at);
  for (const [index, one] of rowsOf(list, rows).entries()) {
    if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await new Promise(setImmediate);
    const { row, subject } = one;
    if ("faults" in one) {
      planned.push({ row, subject, does: [], acts: [], faults: one.faults });
      continue;
    }
    let found: { acts: RecordAct[] | PersonAct[] } | { faults: RowFault[] };
    if (list === "persons") found = planPerson(known, one.said as never, at);
    else {
      const result = judged(list as RecordList, state, one.said as never, secretariat(null), at);
      state = result.state;
      found = result.planned;
    }
    const acts = "acts" in found ? found.acts : [];
    const does: Deed[] = acts.length === 0 ? ["nothing"] : acts.map((act) => act.does);
    planned.push({ row, subject, does, acts, faults: "faults" in found ? found.faults : [] });
  }
  return planned;
}

/** Asked all at once, in their order; what the record refuses meanwhile is told with its row. */
async function takeEntries({ keeper, report, person }: Bringing, right: Planned[]): Promise<[]> {
  const seat = secretariat(person);
  const results = right.flatMap((one) =>
    (one.acts as RecordAct[]).map(async ({ asked }) => {
      const submission = Submission.parse({ id: v7(), ...asked });
      return { one, result: await keeper.submit(report, submission, seat) };
    }),
  );
  for (const { one, result } of await Promise.all(results))
    if (isRefusal(result)) one.faults.push({ column: null, fault: result.refused });
  return [];
}

function takePersons({ person, at }: Bringing, right: Planned[]): ListAnswer["invited"] {
  const by: By = person;
  return right.flatMap((one) =>
    (one.acts as PersonAct[]).flatMap(({ run }) => {
      const done = run(by, at);
      if (isRefusal(done)) one.faults.push({ column: null, fault: done.refused });
      else if (done.token !== undefined)
        return [{ email: one.subject.split(" ", 1)[0] ?? "", token: done.token }];
      return [];
    }),
  );
}

function secretariat(person: PersonId | null): Seat {
  return Seat.parse({ as: "administrator", person: person ?? "00000000-0000-0000-0000-000000000000" });
}
