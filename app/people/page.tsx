import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { Instant } from "#deliberation/ids";
import {
  contestsFor,
  delegationsNamed,
  invitationsFor,
  type SeatShown,
  seatsOf,
} from "../_data/administration.ts";
import { ofFirstReport } from "../_data/people.ts";
import { now, seatedFor } from "../_data/seated.ts";
import { Frame } from "../_ui/Frame.tsx";
import { Heard } from "../_ui/Heard.tsx";
import { InvitationList } from "../_ui/InvitationList.tsx";
import { Invite } from "../_ui/Invite.tsx";
import { Window } from "../_ui/Window.tsx";
import { Contest, SeatActs, Settle } from "./SeatActs.tsx";

interface Props {
  searchParams: Promise<{ q?: string; at?: string; all?: string; page?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("all") };
}

/** Persons and their seats, as of a moment: the secretariat's, who gives and takes them here. */
export default async function PeoplePage({ searchParams }: Props) {
  const asked = await searchParams;
  const seated = await seatedFor("people.administer", "/people");
  const { seat } = seated;
  const [t, format, locale] = [await getTranslations(), await getFormatter(), await getLocale()];
  const delegations = delegationsNamed(seat, locale);
  const nameOf = (key: string) => delegations.find((one) => one.key === key)?.name ?? key;
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
  const then = momentOf(asked.at);
  const at = then ?? now();
  const q = (asked.q ?? "").slice(0, 200);
  const all = asked.all === "yes";
  const found = seatsOf(seat, { q, at, all, page: Number(asked.page ?? 1) || 1 }, delegations);
  const contests = contestsFor(seat, at);
  const choices = delegations.filter(({ kind }) => kind !== "former").map(({ key, name }) => ({ key, name }));
  return (
    <Frame seated={seated} {...(ofFirstReport(seat) ?? {})}>
      <main id="main" className="page">
        <h1>{t("people.all")}</h1>
        <p className="lead">{t("people.allLead")}</p>
        <p>
          <a href="/people/audit">{t("audit.title")}</a>
        </p>
        <div className="acts">
          <Invite delegations={choices} />
        </div>
        <InvitationList invitations={invitationsFor(seat)} nameOf={nameOf} />
        {contests.length > 0 && (
          <section aria-labelledby="contests" className="contested">
            <h2 id="contests">{t("credentials.list", { count: contests.length })}</h2>
            <ul className="plain">
              {contests.map((one) => {
                const who =
                  one.delegation === null ? personIn(found.everybody, one.person) : nameOf(one.delegation);
                return (
                  <li key={one.id}>
                    <bdi>{who}</bdi>{" "}
                    <span className="small">
                      {t("credentials.since", { since: day(one.at), document: one.document })}
                    </span>{" "}
                    {one.liftedAt === null && <Settle contest={one.id} name={who} />}
                  </li>
                );
              })}
            </ul>
          </section>
        )}
        <form className="choices" action="/people">
          <label>
            <span>{t("people.find")}</span>
            <input type="search" name="q" defaultValue={q} maxLength={200} />
          </label>
          <label>
            <span>{t("people.asOf")}</span>
            <input type="datetime-local" name="at" defaultValue={then === null ? "" : then.slice(0, 16)} />
          </label>
          <label className="check">
            <input type="checkbox" name="all" value="yes" defaultChecked={all} /> {t("people.also")}
          </label>
          <button type="submit" className="btn">
            {t("people.show")}
          </button>
        </form>
        <Heard>
          {t("people.count", { count: found.total })}{" "}
          {then !== null && t("people.asOfMoment", { at: day(then) })}
        </Heard>
        {groupsOf(found.rows).map(({ key, name, rows }) => (
          <section key={key} aria-labelledby={`of-${key}`}>
            <div className="seat-head">
              <h2 id={`of-${key}`}>
                <bdi>{name ?? t("people.ofNone")}</bdi>
              </h2>
              {name !== null && !contests.some((one) => one.delegation === key) && (
                <Contest of={{ delegation: key }} name={name} />
              )}
            </div>
            <ul className="people">
              {rows.map((row) => (
                <li key={row.seat}>
                  <h3>
                    <bdi>{row.name}</bdi>{" "}
                    <small className="mute">
                      {row.place.as === "delegation"
                        ? t(`function.${row.place.function}`)
                        : t(`capacity.${row.place.as}`)}
                    </small>
                  </h3>
                  <p className="small">
                    <bdi dir="ltr">{row.email}</bdi>
                    {" · "}
                    {row.until === null
                      ? t("people.seatedSince", { from: day(row.from) })
                      : t("people.seatedFromUntil", { from: day(row.from), until: day(row.until) })}
                    {row.cites !== null && (
                      <>
                        {" · "}
                        {t("people.by", {
                          document: row.cites.document,
                          on: format.dateTime(new Date(row.cites.documentOn), {
                            dateStyle: "medium",
                            timeZone: "UTC",
                          }),
                        })}
                      </>
                    )}
                    {row.standing !== "held" && <b> {t(`people.standing.${row.standing}`)}</b>}
                    {row.contests.length > 0 && <b> {t("credentials.suspended")}</b>}
                  </p>
                  <SeatActs
                    {...{ seat: row.seat, person: row.person, name: row.name, delegations: choices }}
                    until={row.until?.slice(0, 10) ?? ""}
                    runs={row.until === null || row.until > now()}
                    own={row.person === seat.person}
                    contestable={
                      row.place.as === "delegation" && !contests.some(({ person }) => person === row.person)
                    }
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
        <Window
          path="/people"
          asked={{ q, at: asked.at, all: all ? "yes" : undefined }}
          page={found.page}
          pages={found.pages}
        />
      </main>
    </Frame>
  );
}

/** A moment named in UTC; null: now. */
function momentOf(at: string | undefined): Instant | null {
  const parsed = Instant.safeParse(`${at}:00.000Z`);
  return parsed.success ? parsed.data : null;
}

function groupsOf(rows: readonly SeatShown[]) {
  const groups: { key: string; name: string | null; rows: SeatShown[] }[] = [];
  for (const row of rows) {
    const key = row.delegation?.key ?? "none";
    const last = groups.at(-1);
    if (last?.key === key) last.rows.push(row);
    else groups.push({ key, name: row.delegation?.name ?? null, rows: [row] });
  }
  return groups;
}

function personIn(everybody: ReadonlyMap<string, string>, person: string | null): string {
  return everybody.get(person ?? "") ?? "";
}
