/** The report as statements cite it: each paragraph's words, and the ideas that stand in it. */
import "server-only";
import type { Citable } from "#deliberation/citing";
import { paragraphsOf, type Report } from "#deliberation/report";
import { runningText } from "#deliberation/selected-words";
import type { State } from "#deliberation/state";

export function citableIn(report: Report, state: State): Citable[] {
  const ideas = Object.values(state.ideas).filter(({ withdrawn }) => withdrawn === null);
  return paragraphsOf(report).map((one) => ({
    key: one.key,
    text: runningText(one),
    ideas: ideas
      .filter(({ paragraph }) => paragraph === one.key)
      .map((idea) => ({ id: idea.id, quote: idea.quote })),
  }));
}
