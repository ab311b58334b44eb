import type { ReactNode } from "react";
import { may } from "#deliberation/may";
import { PODIUM } from "#deliberation/podium";
import { holds } from "#deliberation/seat";
import { ownOf } from "#deliberation/unread";
import { noticeSettingsFor } from "../../_data/notices.ts";
import { carriedOf, reportOf, stateOf } from "../../_data/report.ts";
import { seatedFor } from "../../_data/seated.ts";
import { epoch, volumeSize } from "../../_data/store.ts";
import { unreadFor } from "../../_data/unread.ts";
import { lastVisitOf } from "../../_data/visits.ts";
import { Keeping } from "../../_live/Keeping.tsx";
import { LiveProvider } from "../../_live/LiveProvider.tsx";
import { ArrivalsHeard } from "../../_ui/ArrivalsHeard.tsx";
import { type BrowserSeat, SeatProvider } from "../../_ui/SeatContext.tsx";
import { Visit } from "../../_ui/Visit.tsx";

interface Props {
  params: Promise<{ report: string }>;
  children: ReactNode;
}

/** Every view of a report is live: the page brings the fold, the browser folds on from there. */
export default async function ReportLayout({ params, children }: Props) {
  const { report: name } = await params;
  const { seat, name: person, suspended } = await seatedFor("record.read", `/reports/${name}`);
  const { id } = reportOf(name);
  const own = seat.as === "delegation" ? seat.delegation : undefined;
  // Nothing is offered that the record would refuse: who has no standing any more reads what it has.
  const hasStanding = own === undefined || stateOf(id, seat).delegations[own]?.kind !== "former";
  const writes = hasStanding && own !== undefined && may(seat, "draft.write", { delegation: own });
  const reads = own !== undefined && may(seat, "draft.read", { delegation: own });
  const browserSeat: BrowserSeat = {
    as: seat.as,
    suspended: suspended !== undefined,
    report: id,
    person,
    delegation: own ?? null,
    writes,
    clears: hasStanding && holds(seat, "clearing"),
    submits: hasStanding && holds(seat, "submitting"),
    erases: own !== undefined && may(seat, "draft.erase", { delegation: own }),
    hears: noticeSettingsFor(seat).heard,
  };
  const live = {
    volumeSize: volumeSize(),
    draftsOf: reads ? own : may(seat, "podium.read") ? PODIUM : null,
    person: seat.person,
    readsSealed: seat.as === "facilitator" || seat.as === "administrator" || own !== undefined,
  };
  return (
    <SeatProvider seat={browserSeat}>
      <LiveProvider
        report={id}
        epoch={epoch()}
        state={carriedOf(id, seat).packed}
        own={ownOf(seat)}
        counted={unreadFor(id, seat)}
        {...live}
        suspended={suspended !== undefined}
      >
        <Keeping {...live} seat={browserSeat} since={lastVisitOf(id, seat)?.seq ?? 0} />
        <ArrivalsHeard />
        <Visit report={id} seq={carriedOf(id, seat).seq} />
        {children}
      </LiveProvider>
    </SeatProvider>
  );
}
