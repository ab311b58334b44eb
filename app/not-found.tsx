import { getTranslations } from "next-intl/server";
import { seatedOrNull } from "./_data/seated.ts";
import { Frame } from "./_ui/Frame.tsx";

/** Said alike of what does not exist and of what the reader may not see. */
export default async function NotFound() {
  const t = await getTranslations("notFound");
  return (
    <Frame seated={await seatedOrNull()}>
      <main id="main" className="page narrow">
        <h1>{t("title")}</h1>
        <p>{t("sentence")}</p>
        <p>
          <a href="/">{t("home")}</a>
        </p>
      </main>
    </Frame>
  );
}
