/** Invitations made: to whom, to which seat, and what became of each. */
import { getFormatter, getTranslations } from "next-intl/server";
import type { Invitation } from "../_data/administration.ts";
import { RevokeInvitation } from "./TakeBack.tsx";

interface Props {
  invitations: readonly Invitation[];
  /** Name of a delegation; not needed where there is one alone. */
  nameOf?: (key: string) => string;
}

/** So many are shown; the audit tells of all. */
const MOST = 30;

export async function InvitationList({ invitations, nameOf }: Props) {
  const t = await getTranslations();
  const format = await getFormatter();
  if (invitations.length === 0) return null;
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
  return (
    <details className="invitations" open={invitations.some(({ state }) => state === "open")}>
      <summary>
        {t("invitation.list", { count: invitations.filter(({ state }) => state === "open").length })}
      </summary>
      <ul className="plain">
        {invitations.slice(0, MOST).map(({ id, email, place, state, expiresAt }) => (
          <li key={id}>
            <bdi dir="ltr">{email}</bdi>{" "}
            {place.as === "delegation" ? (
              <>
                {nameOf && (
                  <>
                    <bdi>{nameOf(place.delegation)}</bdi>
                    {", "}
                  </>
                )}
                {t(`function.${place.function}`)}
              </>
            ) : (
              t(`capacity.${place.as}`)
            )}{" "}
            <span className="small mute">{t(`invitation.state.${state}`, { until: day(expiresAt) })}</span>{" "}
            {state === "open" && <RevokeInvitation invitation={id} email={email} />}
          </li>
        ))}
      </ul>
      {invitations.length > MOST && <p className="small mute">{t("invitation.more")}</p>}
    </details>
  );
}
