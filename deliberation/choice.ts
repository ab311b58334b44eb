/**
 * What is chosen of a compilation for a paper. Choosing leaves out; it changes nothing of what stays, and figures
 * stay those of the whole membership.
 */
import { z } from "zod";
import type { Compilation, IdeaRow, StatementRow } from "./compile.ts";
import { DelegationKey, IdeaId, paragraphOfIdea, RoundId } from "./ids.ts";
import type { Report } from "./report.ts";

/** What a paper may leave out by kind; positions are what it is for. */
export const PARTS = ["comments", "statements", "declarations", "dispositions", "silences"] as const;
export type Part = (typeof PARTS)[number];

export const Choice = z.object({
  /** Key of a section of the report: `2`, `A`. */
  section: z.string().max(8).optional(),
  ideas: z.array(IdeaId).max(500).optional(),
  /** What this delegation said, and what was declared of it by itself. */
  delegation: DelegationKey.optional(),
  /** What was said in this round. Declarations belong to no round and stay out. */
  round: RoundId.optional(),
  /** Only what stands: superseded and withdrawn items are left out. */
  standing: z.boolean().optional(),
  /** [K12] What is left out whole. */
  without: z.array(z.enum(PARTS)).min(1).max(PARTS.length).optional(),
  /** [K13] With the names behind each number. */
  lists: z.boolean().optional(),
});
export type Choice = z.infer<typeof Choice>;

export const EVERYTHING: Choice = {};

type Said = Pick<IdeaRow, "positions" | "comments" | "declarations" | "unattributed" | "unattributedFigures">;
interface Item {
  by: { delegation: string | null };
  status: string;
}

/** [K4] @param report the text whose sections are named. */
export function chosenOf(compilation: Compilation, choice: Choice, report: Report): Compilation {
  const chosen = ofPlaces(compilation, choice, report);
  return choice.without === undefined ? chosen : withoutParts(chosen, new Set(choice.without));
}

/** [K12] */
function withoutParts(compilation: Compilation, left: ReadonlySet<Part>): Compilation {
  const kept = <T>(part: Part, all: T[]): T[] => (left.has(part) ? [] : all);
  const answered = <T extends { disposition: unknown }>(rows: T[]): T[] =>
    left.has("dispositions") ? rows.map((one) => ({ ...one, disposition: null })) : rows;
  const said = <T extends Said>(row: T): T => ({
    ...row,
    positions: answered(row.positions),
    comments: answered(kept("comments", row.comments)),
    declarations: kept("declarations", row.declarations),
    unattributed: kept("comments", row.unattributed),
  });
  return {
    ...compilation,
    ideas: compilation.ideas.map(said),
    withdrawnIdeas: compilation.withdrawnIdeas.map(said),
    comments: answered(kept("comments", compilation.comments)),
    unattributed: kept("comments", compilation.unattributed),
    declarations: kept("declarations", compilation.declarations),
    statements: kept("statements", compilation.statements),
    silences: kept("silences", compilation.silences),
  };
}

function ofPlaces(compilation: Compilation, choice: Choice, report: Report): Compilation {
  const places = paragraphsChosen(choice, report);
  const isIdea = ({ idea, paragraph }: { idea: IdeaId; paragraph: string }) =>
    (places === null || places.has(paragraph)) && (choice.ideas?.includes(idea) ?? true);
  const of = (item: Item, author?: string) =>
    (choice.delegation === undefined || (author ?? item.by.delegation) === choice.delegation) &&
    (choice.standing !== true || item.status === "stands");
  const inRound = (round: string) => choice.round === undefined || round === choice.round;
  // [Q6] Nobody's: who chooses one delegation finds none of them.
  const unnamed = ({ round, status }: { round: string; status: string }) =>
    choice.delegation === undefined && inRound(round) && (choice.standing !== true || status === "stands");
  const said = <T extends Said>(row: T): T => ({
    ...row,
    positions: row.positions.filter((one) => of(one, one.delegation) && inRound(one.round)),
    comments: row.comments.filter((one) => of(one) && inRound(one.round)),
    declarations: row.declarations.filter((one) => of(one) && choice.round === undefined),
    unattributed: row.unattributed.filter(unnamed),
    unattributedFigures: row.unattributedFigures.filter(({ round }) => unnamed({ round, status: "stands" })),
  });
  // Chosen ideas alone: what was said of other passages is not about them.
  const elsewhere = choice.ideas === undefined;
  const { ideas, withdrawnIdeas, comments, declarations, statements, silences, participation } = compilation;
  /** Whole, for one text is cleared as one: when a passage of it is about something chosen. */
  const isAbout = ({ passages }: StatementRow) =>
    (elsewhere && places === null) ||
    passages.some(({ target, paragraph }) =>
      elsewhere ? places?.has(paragraph) : target.on === "idea" && isIdea({ idea: target.idea, paragraph }),
    );
  return {
    ...compilation,
    ideas: ideas.filter(isIdea).map(said),
    withdrawnIdeas: choice.standing === true ? [] : withdrawnIdeas.filter(isIdea).map(said),
    comments: comments.filter(
      (one) =>
        elsewhere &&
        of(one) &&
        inRound(one.round) &&
        (places === null || ("paragraph" in one.target && places.has(one.target.paragraph))),
    ),
    unattributed: compilation.unattributed.filter(
      (one) =>
        elsewhere &&
        unnamed(one) &&
        (places === null || ("paragraph" in one.target && places.has(one.target.paragraph))),
    ),
    declarations: declarations.filter(
      (one) => elsewhere && of(one) && choice.round === undefined && (places?.has(one.paragraph) ?? true),
    ),
    // Another's statement stays where the delegation chosen declared something of it.
    statements: statements
      .map((one) => ({
        ...one,
        declarations: one.declarations.filter((row) => of(row) && choice.round === undefined),
      }))
      .filter((one) => {
        const isItsOwn = of(one, one.delegation);
        const isNamed = one.declarations.length > 0 && choice.delegation !== undefined;
        const stands = choice.standing !== true || one.status === "stands";
        return isAbout(one) && inRound(one.round) && (isItsOwn || (isNamed && stands));
      }),
    // Of the delegation as a whole: it belongs to every idea and to no round.
    participation: participation.filter((one) => of(one)),
    // Whole as well: an outcome without its objections would not be one. They belong to no round.
    silences: silences.filter(
      (one) =>
        choice.round === undefined &&
        one.ideas.some((idea) => isIdea({ idea, paragraph: paragraphOfIdea(idea) })) &&
        (choice.delegation === undefined ||
          one.said.some(({ delegation }) => delegation === choice.delegation)),
    ),
  };
}

function paragraphsChosen({ section }: Choice, report: Report): ReadonlySet<string> | null {
  if (section === undefined) return null;
  const named = report.sections.find(({ key }) => key === section);
  return new Set(named?.paragraphs.map(({ key }) => key) ?? []);
}
