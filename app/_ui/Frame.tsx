/** What stands on every screen: skip links, masthead, round strip, and the sentence of what this is not. */
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { ReportId } from "#deliberation/ids";
import { holds } from "#deliberation/seat";
import type { State } from "#deliberation/state";
import { buildId } from "../_data/build.ts";
import { unreadNotices } from "../_data/notices.ts";
import { ownSeats } from "../_data/people.ts";
import type { Seated } from "../_data/seated.ts";
import { Device } from "./Device.tsx";
import { Foot } from "./Foot.tsx";
import { Keys } from "./Keys.tsx";
import { LanguagePicker } from "./LanguagePicker.tsx";
import { Masthead } from "./Masthead.tsx";
import { Palette } from "./Palette.tsx";
import { PaperReady } from "./PaperReady.tsx";
import { RoundStrip } from "./RoundStrip.tsx";
import { SearchField } from "./SearchField.tsx";
import { SignOut } from "./SignOut.tsx";
import { SkipLinks } from "./SkipLinks.tsx";
import { nameIn, Suspended } from "./Suspended.tsx";

interface Props {
  seated: Seated | null;
  report?: { id: ReportId; symbol: string; title: string };
  state?: State;
  /** Which of the report's views this is. */
  view?: "read" | "matrix" | "history" | "compilation" | "rounds";
  /** The round and its deadline as they change, where the page is live. */
  deadline?: ReactNode;
  /** The connection chip, where the page is live. */
  chip?: ReactNode;
  /** Whether there is a panel beside the text to skip to. */
  panel?: boolean;
  /** What was searched for, where the page shows what was found. */
  question?: string;
  children: ReactNode;
}

export async function Frame({
  seated,
  report,
  state,
  view,
  deadline,
  chip,
  panel = false,
  question = "",
  children,
}: Props) {
  const t = await getTranslations();
  return (
    <>
      <SkipLinks panel={panel} />
      <div className="mast">
        <Masthead report={report}>
          {report && <SearchField report={report.id} question={question} />} {chip}{" "}
          {seated && (
            <a className="notices-link" href="/notices">
              {t("notices.link", {
                count: report && state ? unreadNotices(report.id, seated.seat, state) : 0,
              })}
            </a>
          )}{" "}
          <LanguagePicker /> {seated && <Acting seated={seated} state={state} />}
        </Masthead>
        {report && state && <RoundStrip id={report.id} state={state} view={view} deadline={deadline} />}
      </div>
      {seated?.suspended && <Suspended suspended={seated.suspended} state={state} />}
      {children}
      <Foot demonstration={state?.item?.demonstration ?? false}>
        {report && (
          <div className="aids">
            <Palette report={report.id} /> <Keys />
          </div>
        )}
      </Foot>
      {seated && report && <PaperReady report={report.id} />}
      <Device held={seated && { person: seated.seat.person, until: seated.until }} build={buildId()} />
    </>
  );
}

async function Acting({ seated, state }: { seated: Seated; state: State | undefined }) {
  const t = await getTranslations();
  const [locale, format] = [await getLocale(), await getFormatter()];
  const { seat, suspended } = seated;
  // A facilitator may sit for a delegation as well: one sign-in acts in one seat at a time.
  const other = ownSeats(seat).length > 1 && (
    <>
      {" "}
      <a href="/act">{t("acting.other")}</a>
    </>
  );
  if (suspended !== undefined) {
    return (
      <span className="who">
        {t("acting.for")} <b>{await nameIn(state, suspended.delegation)}</b> · {t("credentials.suspended")}
        {other} <SignOut />
      </span>
    );
  }
  if (seat.as !== "delegation") {
    return (
      <span className="who">
        {t("acting.as")} <b>{t(`capacity.${seat.as}`)}</b>
        {other} <SignOut />
      </span>
    );
  }
  const names: Record<string, string> = state?.delegations[seat.delegation]?.names ?? {};
  const held = (["clearing", "submitting"] as const).filter((right) => holds(seat, right));
  return (
    <span className="who">
      {t("acting.for")}{" "}
      <a href="/delegation">
        <b>
          <bdi>{names[locale] ?? names.en ?? seat.delegation}</bdi>
        </b>
      </a>
      {` · ${t(`function.${seat.function}`)}`}
      {held.length > 0 && (
        <span className="held">
          {`, ${format.list(
            held.map((right) => t(`right.${right}`)),
            { type: "unit" },
          )}`}
        </span>
      )}
      {other} <SignOut />
    </span>
  );
}
