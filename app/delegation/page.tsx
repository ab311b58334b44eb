import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { may } from "#deliberation/may";
import { notTakingPart } from "#deliberation/participation";
import type { SeatRight } from "#deliberation/seat";
import type { Participation } from "#deliberation/state";
import { invitationsFor } from "../_data/administration.ts";
import { ofFirstReport, ownPeople, type RightGiven } from "../_data/people.ts";
import { now, seatedFor } from "../_data/seated.ts";
import { Frame } from "../_ui/Frame.tsx";
import { InvitationList } from "../_ui/InvitationList.tsx";
import { Invite } from "../_ui/Invite.tsx";
import { StanceToken } from "../_ui/Stance.tsx";
import { TakeSeatBack } from "../_ui/TakeBack.tsx";
import { Right } from "./Right.tsx";
import { Unseen } from "./Unseen.tsx";

const RIGHTS: SeatRight[] = ["clearing", "submitting"];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("title") };
}

/** Who sits in one's own delegation; its head gives and takes the rights to clear and to submit. */
export default async function DelegationPage() {
  const seated = await seatedFor("people.read", "/delegation");
  const { seat } = seated;
  const t = await getTranslations();
  const people = ownPeople(seat);
  const gives = seat.as === "delegation" && may(seat, "right.give", { delegation: seat.delegation });
  const at = now();
  const framed = ofFirstReport(seat);
  const own = seat.as === "delegation" ? seat.delegation : undefined;
  const format = await getFormatter();
  const day = (moment: string) =>
    format.dateTime(new Date(moment), { dateStyle: "medium", timeStyle: "short" });
  return (
    <Frame seated={seated} {...(framed ?? {})}>
      <main id="main" className="page">
        <h1>{t("people.title")}</h1>
        {framed !== null && seat.as === "delegation" && (
          <OurStand report={framed.report.id} out={notTakingPart(framed.state, seat.delegation)} />
        )}
        <p>{t(gives ? "people.hint" : "people.hintRead")}</p>
        <Unseen />
        {may(seat, "person.invite") && (
          <>
            <p>
              <a href="/people/audit">{t("audit.title")}</a>
            </p>
            <div className="acts">
              <Invite delegations={null} {...(own && { own })} />
            </div>
            <InvitationList invitations={invitationsFor(seat)} />
          </>
        )}
        <ul className="people">
          {people.map((one) => (
            <li key={one.seat}>
              <h2>
                <bdi>{one.name}</bdi> <small className="mute">{t(`function.${one.function}`)}</small>
              </h2>
              <p className="small mute">
                {one.until === null
                  ? t("people.seatedSince", { from: day(one.from) })
                  : t("people.seatedFromUntil", { from: day(one.from), until: day(one.until) })}
              </p>
              {own !== undefined &&
                one.person !== seat.person &&
                may(seat, "seat.decide", { as: "delegation", delegation: own, function: one.function }) && (
                  <TakeSeatBack seat={one.seat} name={one.name} />
                )}
              {one.function === "head" ? (
                <p className="small">{t("people.headHolds")}</p>
              ) : (
                RIGHTS.map((right) => {
                  const held = one.rights.find((each) => each.right === right && isHeld(each, at));
                  return (
                    <div className="right" key={right}>
                      <span>
                        <b>{t(`right.${right}`)}</b>: {held ? <Since given={held} /> : t("people.notHeld")}
                      </span>
                      {gives && one.person !== seat.person && (
                        <Right seat={one.seat} right={right} held={held !== undefined} name={one.name} />
                      )}
                    </div>
                  );
                })
              )}
              {one.rights.some((each) => !isHeld(each, at)) && (
                <details>
                  <summary>{t("people.before")}</summary>
                  <ul className="small">
                    {one.rights
                      .filter((each) => !isHeld(each, at))
                      .map((each) => (
                        <li key={`${each.right} ${each.from}`}>
                          {t(`right.${each.right}`)}: <Since given={each} />
                        </li>
                      ))}
                  </ul>
                </details>
              )}
            </li>
          ))}
        </ul>
      </main>
    </Frame>
  );
}

/** Whether the delegation takes part; said where its words are drafted, and reviewed like all of them. */
async function OurStand({ report, out }: { report: string; out: Participation | null }) {
  const [t, format] = [await getTranslations("participation"), await getFormatter()];
  return (
    <p>
      {out === null ? (
        t("in")
      ) : (
        <>
          <StanceToken stance="not-taking-part" />{" "}
          {t("since", { date: format.dateTime(new Date(out.at), { dateStyle: "medium" }) })}
        </>
      )}{" "}
      <a href={`/reports/${report}/delegations#taking-part`}>{t("change")}</a>
    </p>
  );
}

function isHeld({ from, until }: RightGiven, at: string): boolean {
  return from <= at && (until === null || at < until);
}

async function Since({ given: { from, until, givenBy, endedBy } }: { given: RightGiven }) {
  const t = await getTranslations("people");
  const format = await getFormatter();
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
  const by = givenBy ?? t("secretariat");
  return (
    <>
      {until === null
        ? t("since", { from: day(from), by })
        : t("fromUntil", { from: day(from), until: day(until), by })}
      {endedBy !== null && ` ${t("endedBy", { by: endedBy })}`}
    </>
  );
}
