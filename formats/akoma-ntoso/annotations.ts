/** What was said on the report, as a document attached to it: written statements by place, one speech an entry. */
import type {
  CommentRow,
  DeclarationRow,
  IdeaRow,
  ParticipationRow,
  PositionRow,
  SilenceRow,
  StatementRow,
  UnattributedRow,
} from "#deliberation/compile";
import { type By, Capacity, STANCES } from "#deliberation/entry";
import { findQuote, type Paragraph, paragraphsOf } from "#deliberation/report";
import { dispositionLine } from "../dispositions.ts";
import { noticesOf } from "../notices.ts";
import { nameOf, type Paper } from "../paper.ts";
import type { Column } from "../paper-words.ts";
import { ideaName, paragraphName } from "../report-names.ts";
import { silenceSaid } from "../silences.ts";
import { factsInItself, statementDeclared, statementStatus } from "../statements.ts";
import { decisionsOf } from "../unattributed.ts";
import { block, inline, text } from "../xml.ts";
import { identification, reference, references } from "./meta.ts";

/** Before every id in this document. */
const PREFIX = "said_";
/** In place of a speaker, in rounds without attribution. */
const UNATTRIBUTED = "unattributed";
/** Who may speak without a delegation. */
const OFFICES = ["facilitator", "secretariat", "clock"] as const;

type IdeaSaid = Omit<IdeaRow, "stand"> & { withdrawn?: unknown };
type Statement = Pick<PositionRow, "seq" | "at" | "status" | "corrected" | "late"> & { by: By };

export function annotationsAttached(paper: Paper): string {
  return new Annotations(paper).attachment();
}

class Annotations {
  readonly #paper: Paper;
  /** Entries that are in this paper, so that only they are linked to. */
  readonly #told: ReadonlySet<number>;
  readonly #paragraphs: ReadonlyMap<string, Paragraph>;

  constructor(paper: Paper) {
    const { ideas, withdrawnIdeas, comments, declarations, statements, silences, unattributed } =
      paper.compilation;
    const onIdeas = [...ideas, ...withdrawnIdeas].flatMap((idea) => [
      ...[...idea.positions, ...idea.comments, ...idea.declarations, ...idea.unattributed],
    ]);
    this.#paper = paper;
    this.#paragraphs = new Map(paragraphsOf(paper.report).map((one) => [one.key, one]));
    const procedures = silences.flatMap((one) => [one, ...one.said]);
    this.#told = new Set(
      [...onIdeas, ...comments, ...declarations, ...unattributed, ...statements, ...procedures].map(
        ({ seq }) => seq,
      ),
    );
  }

  attachment(): string {
    const { compilation, lang, words } = this.#paper;
    const component = { name: "annotations", language: lang, prefix: PREFIX, author: "editor" } as const;
    const legend = noticesOf(compilation, words).map((notice) => inline("p", {}, text(notice)));
    return block(
      "attachment",
      { eId: "att_1" },
      inline("heading", {}, text(words.title)),
      block(
        "doc",
        { name: "annotations" },
        block("meta", {}, identification(this.#paper, component), references(PREFIX, ...this.#references())),
        block(
          "mainBody",
          { "xml:lang": lang },
          block("container", { name: "legend", eId: `${PREFIX}legend` }, ...legend),
          ...[...compilation.ideas, ...compilation.withdrawnIdeas].map((idea) => this.#onIdea(idea)),
          ...this.#onParagraphs(),
          this.#statements("report", words.part.wholeReport, [], this.#comments("report")),
          this.#statements(
            "participation",
            words.participation.title,
            [],
            compilation.participation.map((row) => this.#participation(row)),
          ),
          this.#statements(
            "whole_statements",
            words.part.wholeStatements,
            [],
            compilation.statements.flatMap((row) => [
              this.#statement(row),
              ...row.declarations.map((one) => this.#declaration(one)),
            ]),
          ),
          this.#statements(
            "silences",
            words.silence.title,
            [],
            compilation.silences.flatMap((row) => this.#silence(row)),
          ),
        ),
      ),
    );
  }

  #references(): string[] {
    const { compilation, words } = this.#paper;
    return [
      ...compilation.delegations.map(({ key }) =>
        reference(
          "TLCOrganization",
          delegationName(key),
          `organization/un/delegation/${key}`,
          nameOf(this.#paper, key),
        ),
      ),
      ...OFFICES.map((office) =>
        reference("TLCOrganization", officeName(office), `organization/un/${office}`, words.capacity[office]),
      ),
      ...(decisionsOf(compilation, words).length === 0
        ? []
        : [
            reference(
              "TLCOrganization",
              officeName(UNATTRIBUTED),
              `organization/un/${UNATTRIBUTED}`,
              words.unattributed.mark,
            ),
          ]),
      ...Capacity.options.map((capacity) =>
        reference("TLCRole", roleName(capacity), `role/un/${capacity}`, words.capacity[capacity]),
      ),
      ...STANCES.map((stance) =>
        reference("TLCConcept", stanceName(stance), `concept/un/${stance}`, words.stance[stance]),
      ),
    ];
  }

  #onIdea(idea: IdeaSaid): string {
    const { words } = this.#paper;
    const paragraph = this.#paragraphs.get(idea.paragraph);
    const isSet =
      !("withdrawn" in idea) && paragraph !== undefined && findQuote(paragraph, idea.quote) !== null;
    const quote = this.#quoted(idea.paragraph, idea.quote, isSet ? ideaName(idea.idea) : undefined);
    const status = "withdrawn" in idea ? detail(this.#paper, "status", words.status["idea-withdrawn"]) : "";
    return this.#statements(
      idea.idea,
      words.idea(idea.idea),
      [inline("p", {}, quote), status],
      [
        ...idea.positions.map((row) => this.#position(row)),
        ...idea.comments.map((row) => this.#comment(row)),
        ...idea.declarations.map((row) => this.#declaration(row)),
        ...idea.unattributed.map((row) => this.#unattributed(row)),
      ],
    );
  }

  #onParagraphs(): string[] {
    const { compilation, words } = this.#paper;
    const order = [...this.#paragraphs.keys()];
    const commented = [...compilation.comments, ...compilation.unattributed].flatMap(({ target }) =>
      "paragraph" in target ? [target.paragraph] : [],
    );
    const places = new Set<string>([
      ...[...commented, ...compilation.declarations.map(({ paragraph }) => paragraph)],
    ]);
    // By the text; what is on no paragraph of it (another version's) comes last rather than not at all.
    const known = order.filter((key) => places.has(key));
    const others = [...places].filter((key) => !order.includes(key)).sort();
    return [...known, ...others].map((key) =>
      this.#statements(
        paragraphName(key),
        words.paragraph(key),
        [],
        [
          ...this.#comments(key),
          ...compilation.declarations
            .filter(({ paragraph }) => paragraph === key)
            .map((row) => this.#declaration(row)),
        ],
      ),
    );
  }

  #comments(place: string): string[] {
    const { comments, unattributed } = this.#paper.compilation;
    const isHere = ({ target }: Pick<CommentRow, "target">) =>
      ("paragraph" in target ? target.paragraph : "report") === place;
    return [
      ...comments.filter(isHere).map((row) => this.#comment(row)),
      ...unattributed.filter(isHere).map((row) => this.#unattributed(row)),
    ];
  }

  /** Nothing where nothing was said. */
  #statements(place: string, heading: string, before: string[], speeches: string[]): string {
    if (speeches.length === 0) return "";
    const title = inline("heading", {}, text(heading));
    return block("writtenStatements", { eId: `${PREFIX}${place}` }, title, ...before, ...speeches);
  }

  #position(row: PositionRow): string {
    const { words } = this.#paper;
    const { stance, was, wording, onBehalfOf, lang, status } = row;
    const isTold = status !== "withdrawn";
    return this.#speech(
      { ...row, by: { delegation: row.delegation, capacity: row.by.capacity } },
      { refersTo: `#${stanceName(stance)}` },
      [
        detail(this.#paper, "kind", words.position),
        detail(this.#paper, "position", words.stance[stance]),
        detail(this.#paper, "was", was && words.stance[was]),
        ...(onBehalfOf === null || row.by.delegation === null
          ? []
          : [detail(this.#paper, "delegation", nameOf(this.#paper, row.by.delegation))]),
        ...spoken("statement", isTold ? row.words : null, lang),
        ...spoken("proposedWording", isTold ? wording : null, lang),
        detail(this.#paper, "disposition", dispositionLine(this.#paper, row.disposition)),
        ...this.#inRound(row),
      ],
    );
  }

  #comment(row: CommentRow): string {
    const { words } = this.#paper;
    const { target, replyTo } = row;
    const kind = words.comment[row.rightOfReply ? "right-of-reply" : row.commentKind];
    const quote = target.on === "words" ? this.#quoted(target.paragraph, target.exact) : "";
    return this.#speech(row, {}, [
      detail(this.#paper, "kind", kind),
      named(this.#paper, "quoted text", quote),
      named(this.#paper, "reply to", replyTo === null ? "" : this.#entry(replyTo, String(replyTo))),
      ...spoken("statement", row.words, row.lang),
      detail(this.#paper, "disposition", dispositionLine(this.#paper, row.disposition)),
      ...this.#inRound(row),
    ]);
  }

  /** [Q6] By whoever: at no time, in no language. */
  #unattributed(row: UnattributedRow): string {
    const { words } = this.#paper;
    const { seq, target, stance, commentKind, replyTo, wording, status } = row;
    const quote = target.on === "words" ? this.#quoted(target.paragraph, target.exact) : "";
    return block(
      "speech",
      {
        ...{ eId: entryName(seq), by: `#${officeName(UNATTRIBUTED)}` },
        ...(stance === null ? {} : { refersTo: `#${stanceName(stance)}` }),
      },
      inline("num", {}, String(seq)),
      inline("from", {}, text(words.unattributed.mark)),
      detail(this.#paper, "kind", commentKind === null ? words.position : words.comment[commentKind]),
      detail(this.#paper, "position", stance && words.stance[stance]),
      named(this.#paper, "quoted text", quote),
      named(this.#paper, "reply to", replyTo === null ? "" : this.#entry(replyTo, String(replyTo))),
      ...unmarked("statement", row.words),
      ...unmarked("proposedWording", wording),
      detail(this.#paper, "disposition", dispositionLine(this.#paper, row.disposition)),
      ...this.#inRound(row),
      detail(this.#paper, "status", words.status[status]),
    );
  }

  #declaration(row: DeclarationRow): string {
    const { with: whose, statement, words, lang } = row;
    const position = whose && `${nameOf(this.#paper, whose.author)} (rev. ${whose.rev})`;
    const about = statement && this.#entry(statement.entry, statementDeclared(this.#paper, row));
    return this.#speech({ ...row, corrected: false }, {}, [
      detail(this.#paper, "kind", this.#paper.words.declaration[row.kind]),
      named(this.#paper, "position", about ?? (whose && position ? this.#entry(whose.entry, position) : "")),
      ...spoken("statement", words, lang ?? this.#paper.lang),
    ]);
  }

  #participation(row: ParticipationRow): string {
    const { out, again } = this.#paper.words.participation;
    return this.#speech({ ...row, corrected: false }, {}, [
      detail(this.#paper, "kind", row.takesPart ? again : out),
      ...spoken("statement", row.words, row.lang ?? this.#paper.lang),
    ]);
  }

  /** Told once, whole; each passage links to what it speaks to. */
  #statement(row: StatementRow): string {
    const { words } = this.#paper;
    const facts = factsInItself(this.#paper, row);
    const by = { delegation: row.delegation, capacity: row.by.capacity };
    return this.#speech(
      { ...row, by, status: "stands", corrected: row.corrected > 0 },
      {},
      [
        detail(this.#paper, "kind", [words.statement.kind, ...facts].join(" · ")),
        ...row.passages.map(({ target, paragraph, words: said }) =>
          target.on === "idea"
            ? named(this.#paper, "idea", text(`${target.idea}: ${said ?? ""}`))
            : named(this.#paper, "paragraph", this.#quoted(paragraph, said ?? paragraph)),
        ),
        ...spoken("statement", row.words, row.lang),
        ...this.#inRound(row),
      ],
      statementStatus(words, row.status),
    );
  }

  /** The wording under silence with where it stands, then each objection and explanation, which answer it. */
  #silence(row: SilenceRow): string[] {
    const { words } = this.#paper;
    const { heading, status, broken } = words.silence;
    const plain = { status: "stands", corrected: false } as const;
    const by = { delegation: null, capacity: row.by };
    return [
      this.#speech(
        { ...plain, seq: row.seq, at: row.startedAt, by },
        {},
        [
          detail(this.#paper, "kind", heading(row.number)),
          detail(this.#paper, "idea", words.silence.on(row.ideas.join(", "), row.closesAt)),
          ...spoken("proposedWording", row.wording, row.lang),
          ...(row.broken.length === 0 ? [] : [detail(this.#paper, "idea", broken(row.broken.join(", ")))]),
          ...spoken("statement", row.cancelled?.reason ?? null, row.cancelled?.lang ?? row.lang),
        ],
        status[row.status],
      ),
      ...row.said.map((one) =>
        this.#speech({ ...plain, ...one, by: { ...one.by, delegation: one.delegation } }, {}, [
          detail(this.#paper, "kind", silenceSaid(this.#paper, one)),
          named(this.#paper, "reply to", this.#entry(row.seq, String(row.seq))),
          ...spoken("statement", one.words, one.lang),
        ]),
      ),
    ];
  }

  #speech(
    { seq, at, by, status, corrected, late }: Statement,
    more: object,
    blocks: string[],
    standing?: string,
  ): string {
    const { words } = this.#paper;
    const { delegation, capacity } = by;
    const speaker = delegation === null ? officeName(capacity) : delegationName(delegation);
    const name = delegation === null ? words.capacity[capacity] : nameOf(this.#paper, delegation);
    return block(
      "speech",
      { eId: entryName(seq), by: `#${speaker}`, as: `#${roleName(capacity)}`, startTime: at, ...more },
      inline("num", {}, String(seq)),
      inline("from", {}, text(name)),
      ...blocks,
      detail(this.#paper, "status", standing ?? words.status[status]),
      detail(this.#paper, "corrected", corrected ? words.corrected : null),
      detail(this.#paper, "late", late === undefined ? null : words.late),
    );
  }

  #inRound({ round, textVersion }: Pick<CommentRow, "round" | "textVersion">): string[] {
    const session = this.#paper.compilation.rounds.find(({ id }) => id === round)?.session;
    return [
      detail(this.#paper, "text version", String(textVersion)),
      detail(this.#paper, "session", session === undefined ? null : String(session)),
      detail(this.#paper, "round", round),
    ];
  }

  /** Words of the report, with a link to where they are set in it; another version's paragraph may not be there. */
  #quoted(paragraph: string, quote: string, name = paragraphName(paragraph)): string {
    const { lang } = this.#paper.compilation;
    return this.#paragraphs.has(paragraph)
      ? inline("ref", { href: `#${name}`, "xml:lang": lang }, text(quote))
      : inline("span", { "xml:lang": lang }, text(quote));
  }

  #entry(seq: number, said: string): string {
    return this.#told.has(seq) ? inline("ref", { href: `#${entryName(seq)}` }, text(said)) : text(said);
  }
}

/** A column of the papers of rows, under its name; nothing where there is nothing. */
function detail(paper: Paper, column: Column, value: string | null): string {
  return named(paper, column, value === null ? "" : text(value));
}

function named({ words }: Paper, column: Column, xml: string): string {
  const name = column.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase());
  return xml === "" ? "" : inline("block", { name, title: words.column[column] }, xml);
}

/** A delegation's own words, line by line, in their language. */
function spoken(name: string, words: string | null, lang: string): string[] {
  const lines = (words ?? "").split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  return lines.map((line) => inline("block", { name, "xml:lang": lang }, text(line)));
}

/** Words whose language nobody recorded; their script is seen without a mark. */
function unmarked(name: string, words: string | null): string[] {
  const lines = (words ?? "").split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  return lines.map((line) => inline("block", { name }, text(line)));
}

function entryName(seq: number): string {
  return `entry_${seq}`;
}
function delegationName(key: string): string {
  return `delegation_${key}`;
}
function officeName(capacity: string): string {
  return `office_${capacity}`;
}
function roleName(capacity: string): string {
  return `role_${capacity}`;
}
function stanceName(stance: string): string {
  return `stance_${stance}`;
}
