/** The last entries of the record, in sentences. */
import { getTranslations } from "next-intl/server";
import type { ReportId } from "#deliberation/ids";
import type { Seat } from "#deliberation/seat";
import type { State } from "#deliberation/state";
import { entriesOf } from "../_data/report.ts";
import { EntryLine } from "./EntryLine.tsx";

const SHOWN = 8;

export async function RecentEntries({ id, seat, state }: { id: ReportId; seat: Seat; state: State }) {
  const t = await getTranslations("home");
  const entries = entriesOf(id, seat, Math.max(0, state.head.seq - SHOWN), SHOWN).reverse();
  return (
    <section aria-labelledby="recent">
      <h2 id="recent">{t("recent")}</h2>
      <ol className="entries">
        {entries.map((entry) => (
          <li key={entry.header.seq}>
            <EntryLine id={id} entry={entry} state={state} />
          </li>
        ))}
      </ol>
      <p>
        <a href={`/reports/${id}/history`}>{t("all")}</a>
      </p>
    </section>
  );
}
