/** What was said on one idea or paragraph: who stands where, wordings, statements, declarations, comments. */
import type {
  CommentRow,
  DeclarationRow,
  IdeaRow,
  ParticipationRow,
  PositionRow,
} from "#deliberation/compile";
import { STANCES } from "#deliberation/entry";
import type { DelegationKey, Lang } from "#deliberation/ids";
import { type SharedWording, sharedWordings } from "#deliberation/wordings";
import { behindFigures } from "./behind-figures.ts";
import type { PaperBlock } from "./blocks.ts";
import { disposed } from "./dispositions.ts";
import { inOrder, listed, nameMarked, nameOf, nameThen, type Paper } from "./paper.ts";
import { silencesOn } from "./silences.ts";
import { passageBlocks } from "./statements.ts";
import { unattributedBlocks } from "./unattributed.ts";

type Said = Omit<IdeaRow, "stand"> & {
  stand?: IdeaRow["stand"];
};

/** n, n bis, n ter: how competing wordings are told apart; from the tenth on by their number. */
const VERSIONS = ["", "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies"];

export function saidOnIdea(paper: Paper, row: Said): PaperBlock[] {
  const { words, lang } = paper;
  const said = [
    ...silencesOn(paper, row.idea),
    ...stances(paper, row),
    ...throughGroups(paper, row),
    ...namesBehind(paper, row),
    ...wordings(paper, row),
    ...statements(paper, row.positions),
    ...passageBlocks(paper, { idea: row.idea }),
    ...declarationBlocks(paper, row.declarations),
    ...commentBlocks(paper, row.comments),
    ...unattributedBlocks(paper, row.unattributed, row.unattributedFigures),
  ];
  return [
    { kind: "heading", level: 2, text: words.idea(row.idea), lang },
    ...(said.length === 0 ? [{ kind: "plain", text: words.noPosition, lang } satisfies PaperBlock] : said),
  ];
}

/** Names by stance. Figures only where the modalities show them; observers and groups stand apart. */
function stances(paper: Paper, { positions, stand }: Said): PaperBlock[] {
  const { words, compilation } = paper;
  const standing = positions.filter(({ status }) => status === "stands");
  return STANCES.flatMap((stance): PaperBlock[] => {
    const of = (kind: PositionRow["kind"]) =>
      standing.filter((one) => one.stance === stance && one.kind === kind).map((one) => one.delegation);
    const late = new Set(standing.filter((one) => one.late !== undefined).map((one) => one.delegation));
    const nameAs = (key: DelegationKey) => nameMarked(paper, key, late.has(key));
    const members = of("member");
    const apart = (["observer", "group", "former"] as const).flatMap((kind) =>
      of(kind).map((key) => {
        const size = kind === "group" && compilation.totalsShown ? stand?.membersOf[key]?.length : undefined;
        const which = [words.delegationKind[kind], ...(size === undefined ? [] : [words.members(size)])];
        return `${nameAs(key)} (${listed(paper, which)})`;
      }),
    );
    if (members.length + apart.length === 0) return [];
    const figure = compilation.totalsShown && stand ? ` (${stand.members[stance].length})` : "";
    const names = listed(paper, [...members.map(nameAs), ...apart]);
    return [{ kind: "names", head: `${words.stance[stance]}${figure}`, names }];
  });
}

/** [K13] Apart from who stands where: of a choice the numbers are still those of the whole membership. */
function namesBehind(paper: Paper, { stand }: Said): PaperBlock[] {
  const lists = stand === undefined ? [] : behindFigures(paper, { stand });
  if (lists.length === 0) return [];
  return [
    part(paper, paper.words.behind.title),
    ...lists.map(
      ({ figure, names }): PaperBlock => ({
        ...{ kind: "names", head: `${figure} (${names.length})` },
        names: names.length === 0 ? "–" : listed(paper, names),
      }),
    ),
  ];
}

/** [N6] Who has a group's position through its registered rule: a line of its own, without a figure. */
function throughGroups(paper: Paper, { stand }: Said): PaperBlock[] {
  return (stand?.through ?? [])
    .filter(({ members }) => members.length > 0)
    .map(({ group, stance, members }) => ({
      kind: "names",
      head: `${paper.words.stance[stance]}, ${paper.words.throughGroup(nameOf(paper, group))}`,
      names: listed(paper, inOrder(paper, members)),
    }));
}

/** Alternatives in square brackets, with those behind them; the idea itself is n. */
function wordings(paper: Paper, row: Said): PaperBlock[] {
  const shared = sharedWordings(row);
  if (shared.length === 0) return [];
  return [
    part(paper, paper.words.part.wordings),
    ...shared.flatMap((one, number): PaperBlock[] => {
      const version = VERSIONS[number + 1] ?? String(number + 2);
      const behindIt = row.positions.filter(({ seq }) => one.entries.includes(seq));
      return [
        {
          ...{ kind: "wording", label: `${row.idea} ${version}`, who: behind(paper, one), by: one.by },
          ...{ wording: one.wording, lang: one.lang, quote: row.quote, entry: one.entries[0] ?? 0 },
        } as Extract<PaperBlock, { kind: "wording" }>,
        ...disposed(
          paper,
          behindIt.map(({ disposition }) => disposition),
        ),
      ];
    }),
  ];
}

function behind(paper: Paper, { by, late, associated }: SharedWording): string {
  const names = by.map((key) => nameMarked(paper, key, late.includes(key)));
  const more = associated.map(
    (key) => `${nameOf(paper, key)} (${paper.words.declaration["wording.associated"]})`,
  );
  return listed(paper, [...names, ...more]);
}

function statements(paper: Paper, positions: readonly PositionRow[]): PaperBlock[] {
  const { words } = paper;
  // Revisions without words matter where they changed the stance; those that stand are named above.
  const told = positions.filter((one) => one.words !== null || one.status !== "stands");
  if (told.length === 0) return [];
  return [
    part(paper, words.part.statements),
    ...told.map((one) => {
      const facts = [
        words.stance[one.stance],
        one.was === null || one.was === one.stance ? null : words.was(words.stance[one.was]),
        words.rev(one.rev),
        one.onBehalfOf === null ? null : words.onBehalfOf(nameOf(paper, one.onBehalfOf)),
        one.statement === null ? null : `${words.statement.kind}: ${words.entry(one.statement)}`,
        ...common(paper, one),
      ];
      return item(nameThen(paper, one.delegation, one.at), facts, one.words, one.lang);
    }),
  ];
}

export function declarationBlocks(paper: Paper, rows: readonly DeclarationRow[]): PaperBlock[] {
  const { words } = paper;
  if (rows.length === 0) return [];
  return [
    part(paper, words.part.declarations),
    ...rows.map((one) => {
      const named = one.with && nameOf(paper, one.with.author);
      const what =
        one.with === null || named === null
          ? words.declaration[one.kind]
          : declaredWith(paper, one.kind)(named, one.with.rev);
      const who = one.by.delegation === null ? "" : nameThen(paper, one.by.delegation, one.at);
      return item(who, [what, ...common(paper, one)], one.words, one.lang);
    }),
  ];
}

/** [P8] Of the delegation as a whole, and of no idea. */
export function participationBlocks(paper: Paper): PaperBlock[] {
  const { words, compilation, lang } = paper;
  if (compilation.participation.length === 0) return [];
  return [
    { kind: "heading", level: 1, text: words.participation.title, lang },
    ...compilation.participation.map((one) => {
      const what = one.takesPart ? words.participation.again : words.participation.out;
      const who = one.by.delegation === null ? "" : nameOf(paper, one.by.delegation);
      return item(who, [what, ...common(paper, one)], one.words, one.lang);
    }),
  ];
}

function declaredWith({ words }: Paper, kind: DeclarationRow["kind"]): (name: string, rev: number) => string {
  if (kind === "wording.associated") return words.associatedWith;
  return kind === "alignment.declared" ? words.alignedWith : words.dissociatedFrom;
}

export function commentBlocks(paper: Paper, rows: readonly CommentRow[], heading = true): PaperBlock[] {
  const { words } = paper;
  if (rows.length === 0) return [];
  return [
    ...(heading ? [part(paper, words.part.comments)] : []),
    ...rows.flatMap((one) => {
      const { delegation, capacity } = one.by;
      const who = delegation === null ? words.capacity[capacity] : nameThen(paper, delegation, one.at);
      const quoted = one.target.on === "words" ? `“${one.target.exact}”` : null;
      const answered = one.replyTo === null ? null : words.inReplyTo(one.replyTo);
      const kind = words.comment[one.rightOfReply ? "right-of-reply" : one.commentKind];
      const facts = [kind, quoted, answered, ...common(paper, one)];
      return [item(who, facts, one.words, one.lang), ...disposed(paper, [one.disposition])];
    }),
  ];
}

function common(
  { words }: Paper,
  one: PositionRow | CommentRow | DeclarationRow | ParticipationRow,
): (string | null)[] {
  return [
    `${one.at.slice(0, 16).replace("T", " ")} UTC`,
    words.entry(one.seq),
    "corrected" in one && one.corrected ? words.corrected : null,
    "late" in one && one.late !== undefined ? words.late : null,
    one.status === "stands" ? null : words.status[one.status],
  ];
}

function item(
  who: string,
  facts: readonly (string | null)[],
  words: string | null,
  lang: Lang | null,
): PaperBlock {
  return { kind: "item", who, facts: facts.filter((fact) => fact !== null).join(" · "), words, lang };
}

function part({ lang }: Paper, text: string): PaperBlock {
  return { kind: "heading", level: 3, text, lang };
}
