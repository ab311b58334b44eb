/** What was said on one idea or paragraph, as a Word file has it: who stands where, wordings, statements, comments. */
import { DeletedTextRun, HeadingLevel, InsertedTextRun, type Paragraph, type ParagraphChild } from "docx";
import type { CommentRow, DeclarationRow, IdeaRow, PositionRow } from "#deliberation/compile";
import { STANCES } from "#deliberation/entry";
import { type SharedWording, sharedWordings } from "#deliberation/wordings";
import { nameOf, type Paper } from "../paper.ts";
import { compared } from "../words-compared.ts";
import { lines, paragraph, run, runOptions } from "./writing.ts";

/** Word files vary in this alone: wordings in brackets, or as changes that can be accepted one by one. */
export interface Variant {
  tracked: boolean;
}

type Said = Pick<IdeaRow, "idea" | "quote" | "positions" | "comments" | "declarations"> & {
  stand?: IdeaRow["stand"];
};

/** n, n bis, n ter: how competing wordings are told apart; from the tenth on by their number. */
const VERSIONS = ["", "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies"];

export function saidOnIdea(paper: Paper, row: Said, variant: Variant): Paragraph[] {
  const { words } = paper;
  const heading = paragraph([...run(words.idea(row.idea), paper.lang)], paper.lang, {
    heading: HeadingLevel.HEADING_3,
    keepNext: true,
  });
  const said = [
    ...stances(paper, row),
    ...wordings(paper, row, variant),
    ...statements(paper, row.positions),
    ...declarations(paper, row.declarations),
    ...comments(paper, row.comments),
  ];
  return [heading, ...(said.length === 0 ? [plain(paper, words.noPosition)] : said)];
}

/** Names by stance. Figures only where the modalities show them; observers and groups stand apart. */
function stances(paper: Paper, { positions, stand }: Said): Paragraph[] {
  const { words, lang, compilation } = paper;
  const standing = positions.filter(({ status }) => status === "stands");
  return STANCES.flatMap((stance) => {
    const of = (kind: PositionRow["kind"]) =>
      standing.filter((one) => one.stance === stance && one.kind === kind).map((one) => one.delegation);
    const members = of("member");
    const apart = (["observer", "group"] as const).flatMap((kind) =>
      of(kind).map((key) => `${nameOf(paper, key)} (${words.delegationKind[kind]})`),
    );
    if (members.length + apart.length === 0) return [];
    const figure = compilation.totalsShown && stand ? ` (${stand.members[stance].length})` : "";
    const names = [...members.map((key) => nameOf(paper, key)), ...apart].join(
      lang === "ar" ? "، " : lang === "zh" ? "、" : ", ",
    );
    return [
      paragraph(
        [...run(`${words.stance[stance]}${figure}: `, lang, { bold: true }), ...run(names, lang)],
        lang,
        {
          indent: { start: 360 },
          spacing: { after: 60 },
        },
      ),
    ];
  });
}

/** Alternatives in square brackets, with those behind them; the idea itself is n. */
function wordings(paper: Paper, row: Said, { tracked }: Variant): Paragraph[] {
  const shared = sharedWordings(row);
  if (shared.length === 0) return [];
  const { words, lang } = paper;
  return [
    part(paper, words.part.wordings),
    ...shared.map((one, number) => {
      const version = VERSIONS[number + 1] ?? String(number + 2);
      const who = behind(paper, one);
      const text = tracked ? changes(paper, row.quote, one) : lines(one.wording, one.lang);
      return paragraph(
        [
          ...run(`${row.idea} ${version} [${who}: `, lang, { bold: true }),
          ...text,
          ...run("]", lang, { bold: true }),
        ],
        one.lang === "ar" ? "ar" : lang,
        { indent: { start: 360 } },
      );
    }),
  ];
}

function behind(paper: Paper, { by, associated }: SharedWording): string {
  const names = by.map((key) => nameOf(paper, key));
  const more = associated.map(
    (key) => `${nameOf(paper, key)} (${paper.words.declaration["wording.associated"]})`,
  );
  return [...names, ...more].join(", ");
}

/** As tracked changes of the idea's words by those who suggest them. Another language cannot be compared. */
function changes(paper: Paper, quote: string, one: SharedWording): ParagraphChild[] {
  const { compilation } = paper;
  if (one.lang !== compilation.lang) return lines(one.wording, one.lang);
  const author = one.by.map((key) => nameOf(paper, key)).join(", ");
  const date = compilation.asOf.at ?? "";
  return compared(quote, one.wording, one.lang).flatMap(({ text, change }, number): ParagraphChild[] => {
    const marked = {
      ...runOptions(text, one.lang),
      id: (one.entries[0] ?? 0) * 1_000 + number,
      author,
      date,
    };
    if (change === "added") return [new InsertedTextRun(marked)];
    return change === "removed" ? [new DeletedTextRun(marked)] : run(text, one.lang);
  });
}

function statements(paper: Paper, positions: readonly PositionRow[]): Paragraph[] {
  const { words } = paper;
  // Revisions without words matter where they changed the stance; those that stand are named above.
  const told = positions.filter((one) => one.words !== null || one.status !== "stands");
  if (told.length === 0) return [];
  return [
    part(paper, words.part.statements),
    ...told.flatMap((one) => {
      const facts = [
        words.stance[one.stance],
        one.was === null || one.was === one.stance ? null : words.was(words.stance[one.was]),
        words.rev(one.rev),
        one.onBehalfOf === null ? null : words.onBehalfOf(nameOf(paper, one.onBehalfOf)),
        ...common(paper, one),
      ];
      return item(paper, nameOf(paper, one.delegation), facts, one.words, one.lang);
    }),
  ];
}

export function declarations(paper: Paper, rows: readonly DeclarationRow[]): Paragraph[] {
  const { words } = paper;
  if (rows.length === 0) return [];
  return [
    part(paper, words.part.declarations),
    ...rows.flatMap((one) => {
      const named = one.with && nameOf(paper, one.with.author);
      const what =
        one.with === null || named === null
          ? words.declaration[one.kind]
          : one.kind === "wording.associated"
            ? words.associatedWith(named, one.with.rev)
            : words.alignedWith(named, one.with.rev);
      const who = one.by.delegation === null ? "" : nameOf(paper, one.by.delegation);
      return item(paper, who, [what, ...common(paper, one)], one.words, one.lang);
    }),
  ];
}

export function comments(paper: Paper, rows: readonly CommentRow[], heading = true): Paragraph[] {
  const { words } = paper;
  if (rows.length === 0) return [];
  return [
    ...(heading ? [part(paper, words.part.comments)] : []),
    ...rows.flatMap((one) => {
      const who =
        one.by.delegation === null ? words.capacity[one.by.capacity] : nameOf(paper, one.by.delegation);
      const quoted = one.target.on === "words" ? `“${one.target.exact}”` : null;
      const answered = one.replyTo === null ? null : words.inReplyTo(one.replyTo);
      const kind = words.comment[one.rightOfReply ? "right-of-reply" : one.commentKind];
      return item(paper, who, [kind, quoted, answered, ...common(paper, one)], one.words, one.lang);
    }),
  ];
}

function common({ words }: Paper, one: PositionRow | CommentRow | DeclarationRow): (string | null)[] {
  return [
    `${one.at.slice(0, 16).replace("T", " ")} UTC`,
    words.entry(one.seq),
    "corrected" in one && one.corrected ? words.corrected : null,
    one.status === "stands" ? null : words.status[one.status],
  ];
}

/** One thing said: by whom, the facts of it, and the words below in their own language. */
function item(
  { lang }: Paper,
  who: string,
  facts: readonly (string | null)[],
  words: string | null,
  wordsLang: string | null,
): Paragraph[] {
  const told = facts.filter((fact) => fact !== null).join(" · ");
  const head = [...run(who, lang, { bold: true }), ...run(` (${told})`, lang, { small: true, mute: true })];
  if (words === null || wordsLang === null) return [paragraph(head, lang, { indent: { start: 360 } })];
  const colon = run(lang === "zh" ? "：" : ": ", lang);
  // Words that run the other way have a paragraph of their own, or their full stop would stand at the wrong end.
  if ((lang === "ar") !== (wordsLang === "ar")) {
    return [
      paragraph([...head, ...colon], lang, {
        indent: { start: 360 },
        keepNext: true,
        spacing: { after: 40 },
      }),
      paragraph(lines(words, wordsLang), wordsLang, { indent: { start: 360, end: 360 } }),
    ];
  }
  return [paragraph([...head, ...colon, ...lines(words, wordsLang)], lang, { indent: { start: 360 } })];
}

function part({ lang }: Paper, heading: string): Paragraph {
  return paragraph([...run(heading, lang)], lang, { heading: HeadingLevel.HEADING_4, keepNext: true });
}

function plain({ lang }: Paper, text: string): Paragraph {
  return paragraph([...run(text, lang, { mute: true })], lang, { indent: { start: 360 } });
}
