/** What the officials' own comment tables hold: one row a comment or wording, with all who share it. */
import type { CommentRow, PositionRow, SilenceRow, UnattributedRow } from "#deliberation/compile";
import type { CommentKind } from "#deliberation/entry";
import { paragraphOfIdea } from "#deliberation/ids";
import { sharedWordings } from "#deliberation/wordings";
import { dispositionLines } from "../dispositions.ts";
import { headingOf, nameMarked, nameOf, type Paper } from "../paper.ts";
import { silenceSaid } from "../silences.ts";

export interface HouseRow {
  section: string;
  paragraph: string;
  /** Idea or words quoted; empty for a paragraph as a whole. */
  sentence: string;
  kind: CommentKind;
  rewording: string;
  explanation: string;
  countries: string;
  /** What became of it; empty where nothing was said. */
  disposition: string;
  /** Entries the row was made from. */
  entries: string;
}

/** What stands alone: these tables have no place for what was withdrawn. General comments come first, as their houses want. */
export function houseRows(paper: Paper): HouseRow[] {
  const { compilation, report } = paper;
  const onReport = compilation.comments.filter(({ target }) => target.on === "report");
  const sections = new Map(
    report.sections.flatMap(({ key, paragraphs }) =>
      paragraphs.map((one) => [one.key, headingOf(report, key)] as const),
    ),
  );
  const order = [...sections.keys()];
  const placed = order.flatMap((paragraph): HouseRow[] => {
    const place = { section: sections.get(paragraph) ?? "", paragraph };
    const said = compilation.comments.filter(
      ({ target }) => "paragraph" in target && target.paragraph === paragraph,
    );
    const ideas = compilation.ideas.filter((row) => row.paragraph === paragraph);
    const silences = compilation.silences.filter(
      ({ ideas: [first] }) => first !== undefined && paragraphOfIdea(first) === paragraph,
    );
    return [
      ...commentRows(paper, said, place),
      ...unattributedRows(
        paper,
        compilation.unattributed.filter(
          ({ target }) => "paragraph" in target && target.paragraph === paragraph,
        ),
        place,
      ),
      ...silences.flatMap((one) => silenceRows(paper, one, place)),
      ...ideas.flatMap((row) => {
        const sentence = `${row.idea} ${row.quote}`;
        const words = (one: PositionRow) =>
          one.words === null ? "" : `${nameOf(paper, one.delegation)}: ${one.words}`;
        const wordings = sharedWordings(row).map(({ wording, by, late, associated, entries }): HouseRow => {
          const behind = row.positions.filter(({ seq }) => entries.includes(seq));
          return {
            ...{ ...place, sentence, kind: "substantive", rewording: wording },
            explanation: behind.map(words).filter(Boolean).join("\n"),
            countries: [
              ...by.map((key) => nameMarked(paper, key, late.includes(key))),
              ...associated.map((key) => nameOf(paper, key)),
            ].join(", "),
            disposition: dispositionLines(
              paper,
              behind.map((one) => one.disposition),
            ),
            entries: entries.join(", "),
          };
        });
        const statements = row.positions
          .filter(({ status, wording, words }) => status === "stands" && wording === null && words !== null)
          .map(
            (one): HouseRow => ({
              ...{ ...place, sentence, kind: "substantive", rewording: "" },
              explanation: `${paper.words.stance[one.stance]}: ${one.words}`,
              countries: nameMarked(paper, one.delegation, one.late !== undefined),
              disposition: "",
              entries: String(one.seq),
            }),
          );
        return [
          ...[...wordings, ...statements, ...commentRows(paper, row.comments, { ...place, sentence })],
          ...unattributedRows(paper, row.unattributed, { ...place, sentence }),
        ];
      }),
    ];
  });
  const nowhere = { section: "", paragraph: "" };
  const unnamed = compilation.unattributed.filter(({ target }) => target.on === "report");
  return [...commentRows(paper, onReport, nowhere), ...unattributedRows(paper, unnamed, nowhere), ...placed];
}

/** [K11] The wording under silence, with where it stands; then what was said in it. Where its first idea is. */
function silenceRows(
  paper: Paper,
  silence: SilenceRow,
  place: { section: string; paragraph: string },
): HouseRow[] {
  const { words } = paper;
  const { heading, status, broken } = words.silence;
  const plain = {
    ...place,
    sentence: silence.ideas.join(", "),
    kind: "substantive",
    disposition: "",
  } as const;
  const told = [
    `${heading(silence.number)}: ${status[silence.status]}`,
    ...(silence.broken.length === 0 ? [] : [broken(silence.broken.join(", "))]),
    ...(silence.cancelled === null ? [] : [silence.cancelled.reason]),
  ];
  return [
    {
      ...{ ...plain, rewording: silence.wording, explanation: told.join("\n") },
      ...{ countries: words.capacity[silence.by], entries: String(silence.seq) },
    },
    ...silence.said.map((one) => ({
      ...{ ...plain, rewording: "", explanation: `${silenceSaid(paper, one)}: ${one.words}` },
      ...{ countries: nameOf(paper, one.delegation), entries: String(one.seq) },
    })),
  ];
}

/** [Q6] A wording with its words, or a comment, of nobody's. */
function unattributedRows(
  paper: Paper,
  rows: readonly UnattributedRow[],
  place: { section: string; paragraph: string; sentence?: string },
): HouseRow[] {
  const { words } = paper;
  return rows
    .filter(({ status }) => status === "stands")
    .map(({ target, stance, commentKind, words: said, wording, seq, disposition }) => ({
      ...{ section: place.section, paragraph: place.paragraph },
      sentence: target.on === "words" ? `“${target.exact}”` : (place.sentence ?? ""),
      kind: commentKind ?? "substantive",
      rewording: wording ?? "",
      explanation: [stance && words.stance[stance], said].filter(Boolean).join(": "),
      countries: words.unattributed.mark,
      disposition: dispositionLines(paper, [disposition]),
      entries: String(seq),
    }));
}

function commentRows(
  paper: Paper,
  comments: readonly CommentRow[],
  place: { section: string; paragraph: string; sentence?: string },
): HouseRow[] {
  return comments.flatMap((one): HouseRow[] => {
    // The tables are of what delegations commented: a facilitator's summary is none of it.
    if (one.status !== "stands" || one.commentKind === "summary") return [];
    return [
      {
        ...{ section: place.section, paragraph: place.paragraph },
        sentence: one.target.on === "words" ? `“${one.target.exact}”` : (place.sentence ?? ""),
        kind: one.commentKind,
        rewording: "",
        explanation: one.words ?? "",
        countries:
          one.by.delegation === null
            ? paper.words.capacity[one.by.capacity]
            : nameMarked(paper, one.by.delegation, one.late !== undefined),
        disposition: dispositionLines(paper, [one.disposition]),
        entries: String(one.seq),
      },
    ];
  });
}
