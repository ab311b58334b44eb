/** The frame of a report's live pages: its title, round and views, and the connection chip. */
import type { ReactNode } from "react";
import { reportOf, stateOf } from "../../_data/report.ts";
import type { Seated } from "../../_data/seated.ts";
import { ConnectionChip } from "../../_ui/ConnectionChip.tsx";
import { Frame } from "../../_ui/Frame.tsx";
import { InvitedPlace } from "../../_ui/InvitedPlace.tsx";
import { LiveDeadline } from "../../_ui/LiveDeadline.tsx";

interface Props {
  /** The report's name in the address. */
  name: string;
  seated: Seated;
  view?: "read" | "matrix" | "history" | "compilation" | "rounds";
  panel?: boolean;
  question?: string;
  children: ReactNode;
}

export function ReportFrame({ name, seated, children, ...rest }: Props) {
  const { id, report } = reportOf(name);
  return (
    <Frame
      seated={seated}
      report={{ id, symbol: report.symbol, title: report.title }}
      state={stateOf(id, seated.seat)}
      chip={
        <>
          <ConnectionChip />
          <InvitedPlace report={id} leads={seated.seat.as === "facilitator"} />
        </>
      }
      deadline={<LiveDeadline />}
      {...rest}
    >
      {children}
    </Frame>
  );
}
