/** The addresses of a report that are shown without a network. */
import { DraftId } from "#deliberation/ids";

export type Asked = { report: string } & (
  | { view: "text" | "other" }
  | { view: "place"; place: string }
  | { view: "review"; draft: DraftId }
);

/** @returns null for an address that is not a report's. */
export function partsOf(path: string): Asked | null {
  const [, reports, report = "", view, named = ""] = path.split("/").map(decodeURIComponent);
  if (reports !== "reports" || report === "") return null;
  if (view === undefined || view === "") return { report, view: "text" };
  if (view === "whole") return { report, view: "place", place: "report" };
  if ((view === "ideas" || view === "paragraphs") && named !== "") {
    return { report, view: "place", place: named };
  }
  const draft = DraftId.safeParse(named);
  return view === "review" && draft.success
    ? { report, view: "review", draft: draft.data }
    : { report, view: "other" };
}
