import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { AUDIT_ACTS, type AuditDetails } from "#deliberation/audit";
import { DelegationKey } from "#deliberation/ids";
import { may } from "#deliberation/may";
import { type AuditRow, auditFor, delegationsNamed } from "../../_data/administration.ts";
import { ofFirstReport } from "../../_data/people.ts";
import { seatedFor } from "../../_data/seated.ts";
import { Frame } from "../../_ui/Frame.tsx";
import { Heard } from "../../_ui/Heard.tsx";
import { Window } from "../../_ui/Window.tsx";

interface Props {
  searchParams: Promise<{ delegation?: string; act?: string; from?: string; until?: string; page?: string }>;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

/** What was done with persons, seats and credentials: all of it for the secretariat, a head's own part for a head. */
export default async function AuditPage({ searchParams }: Props) {
  const given = await searchParams;
  const seated = await seatedFor("audit.read", "/people/audit");
  const { seat } = seated;
  const [t, format, locale] = [await getTranslations(), await getFormatter(), await getLocale()];
  const administers = may(seat, "people.administer");
  const delegations = delegationsNamed(seat, locale);
  const asked = {
    delegation: DelegationKey.safeParse(given.delegation).data,
    act: AUDIT_ACTS.find((one) => one === given.act),
    from: DAY.test(given.from ?? "") ? given.from : undefined,
    until: DAY.test(given.until ?? "") ? given.until : undefined,
  };
  const found = auditFor(seat, { ...asked, page: Number(given.page ?? 1) || 1 });
  const words = Object.entries({ ...asked, lang: locale }).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as [string, string]],
  );
  const nameOf = (key: string) => delegations.find((one) => one.key === key)?.name ?? key;
  return (
    <Frame seated={seated} {...(ofFirstReport(seat) ?? {})}>
      <main id="main" className="page">
        <h1>{t("audit.title")}</h1>
        <p className="lead">{t(administers ? "audit.lead" : "audit.leadOwn")}</p>
        <p>
          <a href={administers ? "/people" : "/delegation"}>
            {t(administers ? "people.all" : "people.title")}
          </a>
        </p>
        <form className="choices" action="/people/audit">
          {administers && (
            <label>
              <span>{t("audit.delegation")}</span>
              <select name="delegation" defaultValue={asked.delegation ?? ""}>
                <option value="">{t("audit.any")}</option>
                {delegations.map(({ key, name }) => (
                  <option key={key} value={key}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          )}
          <label>
            <span>{t("audit.act")}</span>
            <select name="act" defaultValue={asked.act ?? ""}>
              <option value="">{t("audit.any")}</option>
              {AUDIT_ACTS.map((one) => (
                <option key={one} value={one}>
                  {t(`audit.acts.${one.replace(".", "-")}`)}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>{t("audit.from")}</span>
            <input type="date" name="from" defaultValue={asked.from} />
          </label>
          <label>
            <span>{t("audit.until")}</span>
            <input type="date" name="until" defaultValue={asked.until} />
          </label>
          <button type="submit" className="btn">
            {t("people.show")}
          </button>
        </form>
        <Heard>{t("audit.count", { count: found.total })}</Heard>
        <p>
          <a href={`/api/v1/people/audit.csv?${new URLSearchParams(words)}`} download>
            {t("audit.csv")}
          </a>
        </p>
        <ol className="entries" reversed>
          {found.rows.map((row) => (
            <li key={row.id} value={row.id}>
              <time dateTime={row.at} className="small mute">
                {format.dateTime(new Date(row.at), { dateStyle: "medium", timeStyle: "medium" })}
              </time>{" "}
              <b>{t(`audit.acts.${row.act.replace(".", "-")}`)}</b> <Said row={row} nameOf={nameOf} />
            </li>
          ))}
        </ol>
        <Window path="/people/audit" asked={asked} page={found.page} pages={found.pages} />
      </main>
    </Frame>
  );
}

async function Said({ row, nameOf }: { row: AuditRow; nameOf: (key: string) => string }) {
  const [t, format] = [await getTranslations(), await getFormatter()];
  const { act, by, person, delegation, details, reason } = row;
  const seat = await seatSaid(details);
  const parts = [
    person === null ? null : <bdi key="person">{person}</bdi>,
    details.email === undefined ? null : (
      <bdi key="email" dir="ltr">
        {details.email}
      </bdi>
    ),
    delegation === null ? null : <bdi key="delegation">{nameOf(delegation)}</bdi>,
    seat,
    details.until === undefined ? null : await untilSaid(details.until),
    details.document === undefined
      ? null
      : t("people.by", {
          document: details.document,
          on: format.dateTime(new Date(details.documentOn ?? 0), { dateStyle: "medium", timeZone: "UTC" }),
        }),
    // Nobody locks an address: it is what too many attempts come to.
    act === "sign-in.locked" ? null : t("audit.by", { who: by ?? t("people.secretariat") }),
    reason === null ? null : (
      <q key="reason" dir="auto">
        {reason}
      </q>
    ),
  ].filter((part) => part !== null);
  return (
    <span>
      {parts.map((part, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row never changes.
        <span key={n}>
          {n > 0 && " · "}
          {part}
        </span>
      ))}
    </span>
  );
}

async function seatSaid({ as, function: inDelegation, right }: AuditDetails): Promise<string | null> {
  const t = await getTranslations();
  if (right !== undefined) return t(`right.${right}`);
  if (inDelegation !== undefined) return t(`function.${inDelegation}`);
  return as === undefined || as === "delegation" ? null : t(`capacity.${as}`);
}

async function untilSaid(until: string | null): Promise<string> {
  const [t, format] = [await getTranslations("audit"), await getFormatter()];
  if (until === null) return t("untilFurther");
  return t("untilMoment", {
    until: format.dateTime(new Date(until), { dateStyle: "medium", timeStyle: "short" }),
  });
}
