"use client";
/** Which reports this device keeps; or why it shows none. */
import { useTranslations } from "next-intl";
import type { Holder } from "../_live/on-this-device.ts";
import { useSinceWhen } from "../_ui/since-when.ts";
import type { Kept } from "./Shell.tsx";

export function KeptList({ holder, kept, path }: { holder: Holder | null; kept: Kept[]; path: string }) {
  const t = useTranslations();
  const sinceWhen = useSinceWhen();
  const isLocked = holder !== null && Date.parse(holder.until) <= Date.now();
  return (
    <>
      <div className="mast">
        <header className="mast-row">
          <a className="name" href="/">
            {t("product")}
          </a>
        </header>
      </div>
      <main id="main" className="page narrow">
        <h1>{t("offline.title")}</h1>
        <p>{t(path === "/sign-in" ? "offline.signIn" : "offline.needs")}</p>
        {isLocked && <p>{t("offline.locked", { time: sinceWhen(new Date(holder.until)) })}</p>}
        {!isLocked && kept.length === 0 && <p>{t("offline.nothing")}</p>}
        {kept.length > 0 && (
          <>
            <h2>{t("offline.kept")}</h2>
            <ul>
              {kept.map(({ report, at, text }) => (
                <li key={report}>
                  <a href={`/reports/${report}`}>
                    <bdi translate="no">{text.symbol}</bdi> <span lang="zh-Hans">{text.title}</span>
                  </a>{" "}
                  <span className="mute">{t("offline.asOf", { time: sinceWhen(new Date(at)) })}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        <p>
          <button type="button" className="btn" onClick={() => window.location.reload()}>
            {t("saving.tryAgain")}
          </button>
        </p>
      </main>
      <footer className="foot disc">
        <p>{t("withoutPrejudice")}</p>
      </footer>
    </>
  );
}
