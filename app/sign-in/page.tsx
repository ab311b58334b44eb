import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Frame } from "../_ui/Frame.tsx";
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
  // A path of this site and nothing else: `//elsewhere` and `https://elsewhere` lead home.
  const back = callbackUrl !== undefined && /^\/(?![/\\])/.test(callbackUrl) ? callbackUrl : "/";
  return (
    <Frame seated={null}>
      <main id="main" className="page narrow">
        <h1>{t("title")}</h1>
        <p className="lead">{t("sentence")}</p>
        <SignInForm back={back} />
      </main>
    </Frame>
  );
}
