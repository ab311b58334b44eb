/** What a passage may speak to, as it is typed and as it is shown. */
import type { Citable } from "#deliberation/citing";
import type { Passage } from "#deliberation/entry";
import { IdeaId, ParagraphKey } from "#deliberation/ids";

/** `17-3`, `17`, `¶17`; null for what the report does not hold. */
export function targetOf(typed: string, report: readonly Citable[]): Passage["target"] | null {
  const name = typed.trim().replace(/^¶\s*/, "").toUpperCase();
  const idea = IdeaId.safeParse(name);
  if (idea.success && report.some(({ ideas }) => ideas.some(({ id }) => id === name)))
    return { on: "idea", idea: idea.data };
  const paragraph = ParagraphKey.safeParse(name);
  return paragraph.success && report.some(({ key }) => key === name)
    ? { on: "paragraph", paragraph: paragraph.data }
    : null;
}

/** The words of the report at a place. */
export function textAt(target: Passage["target"], report: readonly Citable[]): string {
  if (target.on === "paragraph") return report.find(({ key }) => key === target.paragraph)?.text ?? "";
  return report.flatMap(({ ideas }) => ideas).find(({ id }) => id === target.idea)?.quote ?? "";
}
