import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { placeOnThisSite } from "../_data/callback.ts";
import { nameOf } from "../_data/invitation.ts";
import { seatTakenBack } from "../_data/seated.ts";
import { Frame } from "../_ui/Frame.tsx";
import { PastedInvitation } from "./PastedInvitation.tsx";
import { SignInForm } from "./SignInForm.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ callbackUrl?: string }>;
}) {
  const t = await getTranslations("signIn");
  const { callbackUrl } = await searchParams;
  const ended = await seatTakenBack();
  return (
    <Frame seated={null}>
      <main id="main" className="page narrow">
        <h1>{t("title")}</h1>
        <p className="lead">{t("sentence")}</p>
        {ended !== null && <TakenBack {...ended} />}
        <SignInForm then={placeOnThisSite(callbackUrl)} />
        <details className="paste-link">
          <summary>{t("invited")}</summary>
          <PastedInvitation />
        </details>
      </main>
    </Frame>
  );
}

/** The seat this browser was signed in to has ended: said once it is known which it was, and nothing of others. */
async function TakenBack({ place, until }: NonNullable<Awaited<ReturnType<typeof seatTakenBack>>>) {
  const [t, format, locale] = [await getTranslations(), await getFormatter(), await getLocale()];
  const at = format.dateTime(new Date(until), { dateStyle: "medium", timeStyle: "short" });
  return (
    <div className="note" data-taken-back>
      <p>
        {place.as === "delegation"
          ? t("people.yoursEnded", {
              name: nameOf(place.delegation, locale),
              function: t(`function.${place.function}`),
              at,
            })
          : t("people.yoursEndedAs", { capacity: t(`capacity.${place.as}`), at })}{" "}
        {t("people.yoursEndedMeans")}
      </p>
    </div>
  );
}
