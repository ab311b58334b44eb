/** The addresses of a report that are shown without a network. */
import { DraftId } from "#deliberation/ids";

export type Asked = { report: string } & (
  | { view: "text" | "home" | "other" }
  | { view: "place"; place: string }
  | { view: "search" }
  | { view: "review"; draft: DraftId }
);

/** @param first the report that home is about. @returns null for an address that is not a report's, nor home. */
export function partsOf(path: string, first?: string): Asked | null {
  if (path === "/") return first === undefined ? null : { report: first, view: "home" };
  const [, reports, report = "", view, named = ""] = path.split("/").map(decodeURIComponent);
  if (reports !== "reports" || report === "") return null;
  if (view === undefined || view === "") return { report, view: "text" };
  if (view === "search") return { report, view: "search" };
  if (view === "whole") return { report, view: "place", place: "report" };
  if ((view === "ideas" || view === "paragraphs") && named !== "") {
    return { report, view: "place", place: named };
  }
  const draft = DraftId.safeParse(named);
  return view === "review" && draft.success
    ? { report, view: "review", draft: draft.data }
    : { report, view: "other" };
}
