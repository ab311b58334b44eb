/** Seats the real membership on a report. */
import { reportList } from "#db/reports";
import { PersonId } from "#deliberation/ids";
import { Seat } from "#deliberation/seat";
import { RecordKeeper } from "../keeper.ts";
import { NotSeated, seatMembershipOf } from "../membership.ts";
import { onStore, print, reportNamed, Unusable } from "./command.ts";

export const seatMembership = onStore(async (store, values) => {
  const report = reportNamed(store, values.report);
  // The command line acts for the secretariat: whoever runs it holds the store.
  const secretariat = Seat.parse({
    as: "administrator",
    person: PersonId.parse("00000000-0000-0000-0000-000000000000"),
  });
  try {
    const entries = await seatMembershipOf(
      store,
      new RecordKeeper(store),
      secretariat,
      report,
      reportList(store),
    );
    return print(`${report}: the membership is seated, in ${entries} entries.\n`);
  } catch (error) {
    throw error instanceof NotSeated ? new Unusable(error.message) : error;
  }
});
