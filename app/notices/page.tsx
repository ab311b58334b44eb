import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LOOKED_AT, noticeSettingsFor, noticesFor } from "../_data/notices.ts";
import { reportOf, reports, stateOf } from "../_data/report.ts";
import { seatedFor } from "../_data/seated.ts";
import { EntryLine } from "../_ui/EntryLine.tsx";
import { Frame } from "../_ui/Frame.tsx";
import { MadeForYou } from "./MadeForYou.tsx";
import { NoticeSettings } from "./NoticeSettings.tsx";
import { NoticesRead } from "./NoticesRead.tsx";

interface Props {
  searchParams: Promise<{ show?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notices"))("title") };
}

/** What is news to the person looking, and which of it they want by e-mail. */
export default async function NoticesPage({ searchParams }: Props) {
  const seated = await seatedFor("record.read", "/notices");
  const t = await getTranslations("notices");
  const [first] = reports();
  if (first === undefined) notFound();
  const { id, report } = reportOf(first);
  const state = stateOf(id, seated.seat);
  const settings = noticeSettingsFor(seated.seat);
  const all = (await searchParams).show === "all";
  const { entries, readUpTo } = noticesFor(id, seated.seat, state, all ? "all" : "concerns");
  return (
    <Frame seated={seated} report={{ id, symbol: report.symbol, title: report.title }} state={state}>
      <main id="main" className="page narrow">
        <h1>{t("title")}</h1>
        <NoticesRead report={id} seq={state.head.seq} />
        <nav className="acts" aria-label={t("which")}>
          <a href="/notices" aria-current={all ? undefined : "page"}>
            {t("scope.concerns")}
          </a>{" "}
          <a href="/notices?show=all" aria-current={all ? "page" : undefined}>
            {t("scope.all")}
          </a>
        </nav>
        {entries.length === 0 && <p>{t("nothing")}</p>}
        <ol className="entries">
          {entries.map((entry) => (
            <li key={entry.header.seq}>
              <EntryLine id={id} entry={entry} state={state} />{" "}
              {entry.header.seq > readUpTo && <b className="small">{t("new")}</b>}
            </li>
          ))}
        </ol>
        {state.head.seq > LOOKED_AT && (
          <p className="small mute">
            {t("older", { count: LOOKED_AT })} <a href={`/reports/${id}/history`}>{t("history")}</a>
          </p>
        )}
        <MadeForYou id={id} seat={seated.seat} />
        <NoticeSettings settings={settings} />
      </main>
    </Frame>
  );
}
