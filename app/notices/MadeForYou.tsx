/** Papers made for the person looking: they are kept some days, and fetched from here as from where they were ordered. */
import { getFormatter, getTranslations } from "next-intl/server";
import type { ReportId } from "#deliberation/ids";
import type { Seat } from "#deliberation/seat";
import { papersFor } from "../_data/notices.ts";

export async function MadeForYou({ id, seat }: { id: ReportId; seat: Seat }) {
  const papers = papersFor(id, seat);
  if (papers.length === 0) return null;
  const [t, format] = [await getTranslations(), await getFormatter()];
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium" });
  return (
    <section aria-labelledby="made-for-you">
      <h2 id="made-for-you">{t("made.title")}</h2>
      <p className="small mute">{t("made.kept")}</p>
      <ul className="made">
        {papers.map((paper) => {
          const name = `${t(`export.${paper.form}.name`)} · ${t("disposition.entryLink", { seq: paper.seq })}`;
          return (
            <li key={paper.id} data-paper-state={paper.state}>
              {paper.state === "made" ? (
                <a href={`/api/v1/reports/${id}/papers/${paper.id}`} download>
                  {name}
                </a>
              ) : (
                <span>{name}</span>
              )}{" "}
              <span className="small mute">
                {paper.state === "made"
                  ? t("made.readyUntil", { date: day(paper.until) })
                  : t(paper.state === "failed" ? "made.failed" : "made.making")}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
