import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { isolated } from "#deliberation/isolated";
import { type InvitationShown, invitationShown, ownEmail } from "../../_data/invitation.ts";
import { ofFirstReport } from "../../_data/people.ts";
import { seatedOrNull } from "../../_data/seated.ts";
import { Frame } from "../../_ui/Frame.tsx";
import { SignOut } from "../../_ui/SignOut.tsx";
import { Accept } from "./Accept.tsx";
import { TakeSeat } from "./TakeSeat.tsx";

interface Props {
  params: Promise<{ token: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invitation"))("title") };
}

/** A link by which a person comes to a seat: open to whoever holds it, and alike whether the address has an account. */
export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const t = await getTranslations("invitation");
  const seated = await seatedOrNull();
  const found = invitationShown(token, await getLocale());
  return (
    <Frame seated={seated} {...((seated && ofFirstReport(seated.seat)) ?? {})}>
      <main id="main" className="page narrow">
        <h1>{t("title")}</h1>
        {found === null ? (
          <p>{t("unknown")}</p>
        ) : (
          <>
            <Facts found={found} />
            {found.state !== "open" ? (
              <Spent found={found} />
            ) : seated === null ? (
              <Accept token={token} email={found.email} />
            ) : ownEmail(seated) === found.email ? (
              <TakeSeat token={token} />
            ) : (
              <div className="note" data-wrong-account>
                <p>{t("wrongAccount", { own: isolated(ownEmail(seated)), email: isolated(found.email) })}</p>
                <p>
                  <SignOut />
                </p>
              </div>
            )}
          </>
        )}
      </main>
    </Frame>
  );
}

async function Facts({ found }: { found: InvitationShown }) {
  const [t, format] = [await getTranslations(), await getFormatter()];
  const { place, delegation, inviter, email, until, expiresAt, demonstration } = found;
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
  const facts: [string, React.ReactNode][] = [
    [
      t("invitation.seat"),
      place.as === "delegation" ? (
        <span key="seat">
          <b>
            <bdi>{delegation}</bdi>
          </b>
          {", "}
          {t(`function.${place.function}`)}
        </span>
      ) : (
        <b key="seat">{t(`capacity.${place.as}`)}</b>
      ),
    ],
    [t("invitation.by"), <bdi key="by">{inviter ?? t("capacity.secretariat")}</bdi>],
    [
      t("invitation.for"),
      <bdi key="for" dir="ltr">
        {email}
      </bdi>,
    ],
    ...(until === null ? [] : [[t("invitation.seatUntil"), day(until)] as [string, React.ReactNode]]),
    ...(found.state === "open"
      ? [[t("invitation.linkUntil"), day(expiresAt)] as [string, React.ReactNode]]
      : []),
  ];
  return (
    <>
      {demonstration && (
        <p>
          <span className="demo">{t("demonstration.mark")}</span> {t("demonstration.sentence")}
        </p>
      )}
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

async function Spent({ found: { state, inviter } }: { found: InvitationShown }) {
  const t = await getTranslations();
  if (state === "open") return null;
  return (
    <div className="note" data-invitation={state}>
      <p>
        <b>{t(`invitation.spent.${state}`)}</b>{" "}
        {state === "used"
          ? t("invitation.usedMeans")
          : t("invitation.askAgain", { who: inviter ?? t("capacity.secretariat") })}
      </p>
      <p>
        <a href="/sign-in">{t("signIn.title")}</a>
      </p>
    </div>
  );
}
