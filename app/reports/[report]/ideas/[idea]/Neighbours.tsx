/** The ideas before and after one, in the order of the text. */
import { getTranslations } from "next-intl/server";
import type { IdeaId } from "#deliberation/ids";

interface Props {
  report: string;
  idea: IdeaId;
  all: readonly IdeaId[];
}

export async function Neighbours({ report, idea, all }: Props) {
  const t = await getTranslations("ideaPage");
  const at = all.indexOf(idea);
  const ways = { previous: at < 1 ? undefined : all[at - 1], next: at < 0 ? undefined : all[at + 1] };
  return (
    <nav className="neighbours" aria-label={t("neighbours")}>
      {(["previous", "next"] as const).map((way) => {
        const to = ways[way];
        return (
          to !== undefined && (
            <a key={way} rel={way === "next" ? "next" : "prev"} href={`/reports/${report}/ideas/${to}`}>
              {t(way, { idea: to })}
            </a>
          )
        );
      })}
    </nav>
  );
}
