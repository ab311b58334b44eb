"use client";
import { useTranslations } from "next-intl";

/** What happened, what is kept, what to do. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations("failure");
  const common = useTranslations();
  return (
    <main id="main" className="page narrow">
      <h1>{t("title")}</h1>
      <div className="errsum">
        <p>
          {t("sentence")} {error.digest && t("reference", { digest: error.digest })}
        </p>
      </div>
      <p className="acts">
        <button type="button" className="btn pri" onClick={reset}>
          {t("again")}
        </button>
      </p>
      <p className="disc">{common("withoutPrejudice")}</p>
    </main>
  );
}
