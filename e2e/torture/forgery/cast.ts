/** Who is there: in each delegation every seat and right there is, and those whose seat, right or sign-in ended. */
import type { Store } from "#db/open";
import { sessionSecret } from "#server/secrets";
import { type Seated, type Stage, seatAndSignIn } from "../stage.ts";

const LONG_AGO = "2020-01-01T00:00:00.000Z";
const ENDED = "2021-01-01T00:00:00.000Z";
const FAR = "2999-01-01T00:00:00.000Z";

export type Right = "clearing" | "submitting";

export interface Home {
  delegation: string;
  head: Seated;
  drafter: Seated;
  /** A drafter who may clear, one who may submit. */
  clearer: Seated;
  submitter: Seated;
  /** A drafter whose seat a trial ends and gives back. */
  wavering: Seated;
  capital: Seated;
  reader: Seated;
  /** Submitting was given to this drafter, and ended. */
  formerSubmitter: Seated;
  /** Once heads, who may do nothing any more: signed out, sign-in expired, seat ended, seat not begun. */
  gone: Seated[];
}

export interface ForgeCast {
  homes: Home[];
  facilitator: Seated;
  administrator: Seated;
  reviewer: Seated;
  rights: Map<Seated, ReadonlySet<Right>>;
  names: Map<Seated, string>;
}

export async function forgeCastOf(stage: Stage, store: Store): Promise<ForgeCast> {
  const secret = sessionSecret(stage.dataDir);
  const rights = new Map<Seated, ReadonlySet<Right>>();
  const sql = (text: string, ...values: string[]) => store.sqlite.prepare(text).run(...values);
  const give = (to: Seated, right: Right, until: string | null) =>
    store.sqlite
      .prepare(
        'INSERT INTO rights (seat, "right", "from", until) SELECT id, ?, ?, ? FROM seats WHERE person = ?',
      )
      .run(right, LONG_AGO, until, to.person);
  const { facilitator, administrator, reviewer } = stage;
  const homes = await Promise.all(
    stage.heads.map(async (head, n): Promise<Home> => {
      const drafter = stage.drafters[n];
      const { delegation } = head;
      if (drafter === undefined || delegation === null) throw new Error("a delegation without a drafter");
      const more = (as: "head" | "drafter" | "capital" | "reader") =>
        seatAndSignIn(store, secret, "delegation", delegation, as);
      const [clearer, submitter, wavering, formerSubmitter] = [
        await more("drafter"),
        await more("drafter"),
        await more("drafter"),
        await more("drafter"),
      ];
      give(clearer, "clearing", null);
      give(submitter, "submitting", FAR);
      give(formerSubmitter, "submitting", ENDED);
      rights.set(head, new Set(["clearing", "submitting"]));
      rights.set(clearer, new Set(["clearing"]));
      rights.set(submitter, new Set(["submitting"]));
      const gone = [await more("head"), await more("head"), await more("head"), await more("head")] as const;
      sql("UPDATE sign_ins SET revoked_at = ? WHERE id = ?", ENDED, gone[0].signIn);
      sql("UPDATE sign_ins SET expires_at = ? WHERE id = ?", ENDED, gone[1].signIn);
      sql("UPDATE seats SET until = ? WHERE person = ?", ENDED, gone[2].person);
      sql('UPDATE seats SET "from" = ? WHERE person = ?', FAR, gone[3].person);
      const [capital, reader] = [await more("capital"), await more("reader")];
      return {
        ...{ delegation, head, drafter, clearer, submitter, wavering, capital, reader, formerSubmitter },
        gone: [...gone],
      };
    }),
  );
  const names = new Map<Seated, string>();
  const present = homes.flatMap((home) => [
    home.head,
    home.drafter,
    home.clearer,
    home.submitter,
    home.wavering,
  ]);
  for (const one of [...present, facilitator, administrator, reviewer]) {
    names.set(one, `Person ${names.size}`);
    sql("UPDATE persons SET name = ? WHERE id = ?", `Person ${names.size - 1}`, one.person);
  }
  return { homes, facilitator, administrator, reviewer, rights, names };
}

/** Ends a seat while its person is at work; `backInOffice` gives it back. */
export function endSeat(store: Store, one: Seated): void {
  store.sqlite.prepare("UPDATE seats SET until = ? WHERE person = ?").run(ENDED, one.person);
}

export function changeFunction(store: Store, one: Seated, to: string): void {
  store.sqlite.prepare("UPDATE seats SET function = ? WHERE person = ?").run(to, one.person);
}

export function backInOffice(store: Store, one: Seated): void {
  store.sqlite
    .prepare("UPDATE seats SET until = NULL, function = ? WHERE person = ?")
    .run(one.function, one.person);
}
