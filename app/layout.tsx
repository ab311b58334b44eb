import "@fontsource-variable/noto-sans";
import "@fontsource-variable/noto-sans-arabic";
import "@fontsource-variable/noto-naskh-arabic";
import "@fontsource-variable/source-serif-4";
import "@fontsource-variable/noto-serif-sc";
import "@fontsource-variable/noto-sans-sc";
import "./_look/tokens.css";
import "./_look/base.css";
import "./_look/frame.css";
import "./_look/columns.css";
import "./_look/outline.css";
import "./_look/text.css";
import "./_look/stances.css";
import "./_look/panel.css";
import "./_look/said.css";
import "./_look/forms.css";
import "./_look/pages.css";
import "./_look/persons.css";
import "./_look/idea.css";
import "./_look/projector.css";
import "./_look/matrix.css";
import "./_look/matrix-grid.css";
import "./_look/home.css";
import "./_look/rounds.css";
import "./_look/statement.css";
import "./_look/dispositions.css";
import "./_look/unread.css";
import "./_look/phone.css";
import "./_look/media.css";
import type { Metadata, Viewport } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { directionOf, langTag } from "./_i18n/languages.ts";
import { Announcer } from "./_ui/Announcer.tsx";
import { StanceSymbols } from "./_ui/StanceSymbols.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: { default: t("product"), template: `%s – ${t("product")}` } };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  return (
    <html lang={langTag(locale)} dir={directionOf(locale)} data-made-at={new Date().toISOString()}>
      <body>
        <StanceSymbols />
        <NextIntlClientProvider>
          <Announcer>{children}</Announcer>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
