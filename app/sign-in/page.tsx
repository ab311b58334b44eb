import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { placeOnThisSite } from "../_data/callback.ts";
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
  return (
    <Frame seated={null}>
      <main id="main" className="page narrow">
        <h1>{t("title")}</h1>
        <p className="lead">{t("sentence")}</p>
        <SignInForm then={placeOnThisSite(callbackUrl)} />
      </main>
    </Frame>
  );
}
