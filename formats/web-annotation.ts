/**
 * What was said on the report as Web Annotations (W3C model, JSON-LD): one annotation an entry, on one page of one
 * collection, in canonical JSON: the same record gives the same bytes.
 */
import { canonicalJson } from "#deliberation/canonical";
import type {
  CommentRow,
  DeclarationRow,
  ParticipationRow,
  PositionRow,
  SilenceRow,
  StatementRow,
  UnattributedRow,
} from "#deliberation/compile";
import type { By } from "#deliberation/entry";
import { type IdeaId, paragraphOfIdea } from "#deliberation/ids";
import { scriptOf } from "#deliberation/script";
import { noticesOf } from "./notices.ts";
import { nameOf, type Paper } from "./paper.ts";
import { recordName, reportIri } from "./report-names.ts";
import { type AnnotationTarget, Passages } from "./web-annotation-target.ts";

/** What the model has no word for; its names are compact IRIs, so that nothing is lost to a reader of linked data. */
const CONTEXT = [
  "http://www.w3.org/ns/anno.jsonld",
  { consideration: "urn:x-continued-consideration:vocabulary#" },
];
const POSITIONS =
  "Positions count Unicode code points from 0 in the paragraph's running text: its blocks, without numbers, marks and footnote markers, joined by one line feed.";

interface Writing {
  paper: Paper;
  passages: Passages;
  record: string;
}

/** What is read with a row: the idea or paragraph it belongs to, and where that stands. */
interface Place {
  target: AnnotationTarget;
  idea?: string;
  paragraph?: string;
  ideaWithdrawn?: boolean;
}

/** @returns the file's text. Withdrawn entries are in it, marked, without a body. */
export function webAnnotations(paper: Paper): string {
  const { compilation, report, checkpoint, words, chosen } = paper;
  const { symbol, title, textVersion, textHash, asOf, demonstration, rounds } = compilation;
  const record = recordName(symbol);
  const passages = new Passages(report, reportIri(symbol, compilation.lang));
  const items = annotations({ paper, passages, record }).sort(
    (a, b) => a["consideration:entry"] - b["consideration:entry"],
  );
  const id = `${record}:annotations:${asOf.seq}`;
  const page = `${id}:page:1`;
  return `${canonicalJson({
    ...{ "@context": CONTEXT, id, type: "AnnotationCollection", label: `${symbol} ${title}` },
    total: items.length,
    first: { id: page, type: "AnnotationPage", partOf: id, startIndex: 0, items },
    last: page,
    "consideration:notices": noticesOf(compilation, words),
    "consideration:countingRule": words.countingRule,
    "consideration:filter": chosen,
    "consideration:demonstration": demonstration,
    "consideration:asOf": asOf.at,
    "consideration:entry": asOf.seq,
    "consideration:hash": asOf.hash,
    "consideration:textVersion": textVersion,
    "consideration:textHash": textHash,
    "consideration:rounds": rounds.map((one) =>
      words.round(one.session, one.id, one.closedAt ?? one.closesAt),
    ),
    "consideration:textPositions": POSITIONS,
    // As one string, as it is signed: what a reader copies out to hold the record against it.
    "consideration:checkpoint": checkpoint && canonicalJson(checkpoint),
  })}\n`;
}

function annotations(writing: Writing) {
  const { paper, passages } = writing;
  const { ideas, withdrawnIdeas, comments, declarations, statements, silences, participation } =
    paper.compilation;
  const onIdeas = [...ideas, ...withdrawnIdeas].flatMap((idea) => {
    const place = {
      ...{ target: passages.idea(idea), idea: idea.idea, paragraph: idea.paragraph },
      ideaWithdrawn: "withdrawn" in idea,
    };
    return [
      ...idea.positions.map((row) => positionAnnotation(writing, row, place)),
      ...idea.comments.map((row) => commentAnnotation(writing, row, place)),
      ...idea.declarations.map((row) => declarationAnnotation(writing, row, place)),
      ...idea.unattributed.map((row) => unattributedAnnotation(writing, row, place)),
    ];
  });
  return [
    ...onIdeas,
    ...comments.map((row) => commentAnnotation(writing, row, placeOf(writing, row.target))),
    ...declarations.map((row) => {
      const place = { target: passages.paragraph(row.paragraph), paragraph: row.paragraph };
      return declarationAnnotation(writing, row, place);
    }),
    ...paper.compilation.unattributed.map((row) =>
      unattributedAnnotation(writing, row, placeOf(writing, row.target)),
    ),
    ...statements.flatMap((row) => [
      statementAnnotation(writing, row),
      ...row.declarations.map((one) => declarationAnnotation(writing, one, { target: "" })),
    ]),
    ...silences.flatMap((row) => silenceAnnotations(writing, row)),
    ...participation.map((row) => participationAnnotation(writing, row)),
  ];
}

function placeOf({ passages }: Writing, target: CommentRow["target"]): Place {
  if (target.on === "idea") throw new Error("Comments on ideas are read with their idea.");
  const paragraph = "paragraph" in target ? { paragraph: target.paragraph } : {};
  return { target: passages.comment(target), ...paragraph };
}

function positionAnnotation(writing: Writing, row: PositionRow, place: Place) {
  const { words, lang } = writing.paper;
  const { stance, wording, was, rev, onBehalfOf } = row;
  const body = [
    textBody(words.stance[stance], lang, "assessing"),
    ...(row.words === null ? [] : [textBody(row.words, row.lang, "commenting")]),
    ...(wording === null ? [] : [textBody(wording, row.lang, "editing")]),
  ];
  return {
    // What is said on behalf of a group is the group's own.
    ...entryAnnotation(writing, row, place, { delegation: row.delegation, capacity: row.by.capacity }),
    ...(row.status === "withdrawn" ? {} : { body }),
    motivation: wording === null ? "assessing" : ["assessing", "editing"],
    target: place.target,
    ...inRound(writing, row),
    "consideration:kind": "position",
    "consideration:stance": stance,
    "consideration:was": was ?? undefined,
    "consideration:revision": rev,
    "consideration:statement": row.statement ?? undefined,
    "consideration:disposition": row.disposition ?? undefined,
    "consideration:spokenBy":
      onBehalfOf === null ? undefined : row.by.delegation && nameOf(writing.paper, row.by.delegation),
  };
}

const COMMENTING = { question: "questioning", editorial: "editing" } as const;

function commentAnnotation(writing: Writing, row: CommentRow, place: Place) {
  const { commentKind, replyTo } = row;
  const plain = commentKind in COMMENTING ? COMMENTING[commentKind as "question"] : "commenting";
  return {
    ...entryAnnotation(writing, row, place, row.by),
    ...(row.words === null ? {} : { body: [textBody(row.words, row.lang, "commenting")] }),
    motivation: replyTo === null ? plain : "replying",
    target: replyTo === null ? place.target : [entryName(writing, replyTo), place.target],
    ...inRound(writing, row),
    "consideration:kind": row.rightOfReply ? "right-of-reply" : commentKind,
    "consideration:replyTo": replyTo ?? undefined,
    "consideration:disposition": row.disposition ?? undefined,
  };
}

/** [Q6] Without creator, time and language: the model asks for none of them. */
function unattributedAnnotation(writing: Writing, row: UnattributedRow, place: Place) {
  const { words, lang } = writing.paper;
  const { stance, commentKind, wording, replyTo } = row;
  const unmarked = (value: string, purpose: string) => {
    const textDirection = scriptOf(value) === "ar" ? "rtl" : "ltr";
    return { type: "TextualBody", format: "text/plain", value, textDirection, purpose };
  };
  const body = [
    ...(stance === null ? [] : [textBody(words.stance[stance], lang, "assessing")]),
    ...(row.words === null ? [] : [unmarked(row.words, "commenting")]),
    ...(wording === null ? [] : [unmarked(wording, "editing")]),
  ];
  const motivation =
    wording !== null ? ["assessing", "editing"] : stance !== null ? "assessing" : "commenting";
  return {
    id: entryName(writing, row.seq),
    type: "Annotation",
    "consideration:entry": row.seq,
    "consideration:status": row.status === "stands" && place.ideaWithdrawn ? "idea-withdrawn" : row.status,
    "consideration:attribution": "unattributed",
    "consideration:idea": place.idea,
    "consideration:paragraph": place.paragraph,
    ...(row.status === "withdrawn" ? {} : { body }),
    motivation: replyTo === null ? motivation : "replying",
    target: replyTo === null ? place.target : [entryName(writing, replyTo), place.target],
    ...inRound(writing, row),
    "consideration:kind": commentKind ?? "position",
    "consideration:stance": stance ?? undefined,
    "consideration:disposition": row.disposition ?? undefined,
    "consideration:replyTo": replyTo ?? undefined,
  };
}

/** An alignment or association is about the position it names; a dissociation about the passage. */
function declarationAnnotation(writing: Writing, row: DeclarationRow, place: Place) {
  const { with: named, statement, words, lang } = row;
  const about = named?.entry ?? statement?.entry;
  return {
    ...entryAnnotation(writing, { ...row, corrected: false }, place, row.by),
    ...(words === null ? {} : { body: [textBody(words, lang ?? "en", "commenting")] }),
    motivation: "assessing",
    target: about === undefined ? place.target : entryName(writing, about),
    "consideration:kind": row.kind,
    "consideration:withRevision": named?.rev ?? statement?.rev,
    "consideration:except":
      statement !== undefined && statement.except.length > 0 ? statement.except : undefined,
    "consideration:passage": statement?.passage ?? undefined,
  };
}

/** About every passage that it speaks to; which of its words speak to which is told by their positions. */
function statementAnnotation(writing: Writing, row: StatementRow) {
  const { passages, words, lang, manner, date, original, received } = row;
  const { compilation } = writing.paper;
  const ideas = [...compilation.ideas, ...compilation.withdrawnIdeas];
  const about = passages.map(({ target, paragraph }) => {
    const idea = target.on === "idea" ? ideas.find((one) => one.idea === target.idea) : undefined;
    return idea === undefined ? writing.passages.paragraph(paragraph) : writing.passages.idea(idea);
  });
  const targets = [...new Map(about.map((one) => [JSON.stringify(one), one])).values()];
  const by = { delegation: row.delegation, capacity: row.by.capacity };
  return {
    ...entryAnnotation(
      writing,
      { ...row, status: "stands", corrected: row.corrected > 0 },
      { target: "" },
      by,
    ),
    ...(words === null ? {} : { body: [textBody(words, lang, "commenting")] }),
    motivation: "commenting",
    target: targets.length === 0 ? writing.passages.comment({ on: "report" }) : targets,
    ...inRound(writing, row),
    "consideration:kind": "statement",
    "consideration:manner": manner,
    "consideration:date": date,
    "consideration:original": original?.sha256,
    "consideration:status": row.status,
    "consideration:received": received || undefined,
    "consideration:passages": passages.map((one) => ({
      ...(one.target.on === "idea" ? { "consideration:idea": one.target.idea } : {}),
      "consideration:paragraph": one.paragraph,
      "consideration:words": one.words ?? undefined,
    })),
  };
}

/** The wording under silence is about its ideas, and says where it stands; objections and explanations are about it. */
function silenceAnnotations(writing: Writing, row: SilenceRow) {
  const { seq, startedAt, said, ideas } = row;
  const about = (some: readonly IdeaId[]) => some.flatMap((idea) => ideaTarget(writing, idea));
  const entry = (one: { seq: number; at: string }) =>
    ({ ...one, status: "stands", corrected: false }) as AnyRow;
  return [
    {
      ...entryAnnotation(
        writing,
        entry({ seq, at: startedAt }),
        { target: "" },
        { delegation: null, capacity: row.by },
      ),
      body: [textBody(row.wording, row.lang, "editing")],
      motivation: "editing",
      target: about(ideas),
      "consideration:kind": "silence",
      "consideration:ideas": ideas,
      "consideration:deadline": row.closesAt,
      "consideration:outcome": row.status,
      "consideration:broken": row.broken,
      "consideration:cancelled": row.cancelled?.reason,
    },
    ...said.map((one) => ({
      ...entryAnnotation(
        writing,
        entry(one),
        { target: "" },
        {
          delegation: one.delegation,
          capacity: one.by.capacity,
        },
      ),
      body: [textBody(one.words, one.lang, "commenting")],
      motivation: "assessing",
      target: [entryName(writing, seq), ...about(one.ideas ?? [])],
      "consideration:kind": one.kind,
      "consideration:received": one.received ?? undefined,
    })),
  ];
}

function ideaTarget({ paper, passages }: Writing, idea: IdeaId): AnnotationTarget[] {
  const { ideas, withdrawnIdeas } = paper.compilation;
  const found = [...ideas, ...withdrawnIdeas].find((one) => one.idea === idea);
  return [found === undefined ? passages.paragraph(paragraphOfIdea(idea)) : passages.idea(found)];
}

/** Of the delegation as a whole: about the report. */
function participationAnnotation(writing: Writing, row: ParticipationRow) {
  const { words, lang, takesPart } = row;
  const { participation } = writing.paper.words;
  const said = takesPart ? participation.again : participation.out;
  return {
    ...entryAnnotation(writing, { ...row, corrected: false }, { target: "" }, row.by),
    body: [
      textBody(said, writing.paper.lang, "assessing"),
      ...(words === null ? [] : [textBody(words, lang ?? writing.paper.lang, "commenting")]),
    ],
    motivation: "assessing",
    target: writing.passages.comment({ on: "report" }),
    "consideration:kind": "participation.declared",
    "consideration:takesPart": takesPart,
  };
}

type AnyRow = Pick<PositionRow, "seq" | "at" | "status" | "corrected" | "late">;

function entryAnnotation(writing: Writing, row: AnyRow, place: Place, by: By) {
  const status = row.status === "stands" && place.ideaWithdrawn ? "idea-withdrawn" : row.status;
  return {
    id: entryName(writing, row.seq),
    type: "Annotation",
    created: row.at,
    creator: creatorOf(writing, by),
    "consideration:entry": row.seq,
    "consideration:status": status,
    "consideration:corrected": row.corrected || undefined,
    "consideration:receivedAfterDeadline": row.late,
    "consideration:capacity": by.capacity,
    "consideration:idea": place.idea,
    "consideration:paragraph": place.paragraph,
  };
}

function inRound({ paper }: Writing, { round, textVersion }: Pick<CommentRow, "round" | "textVersion">) {
  return {
    "consideration:round": round,
    "consideration:session": paper.compilation.rounds.find(({ id }) => id === round)?.session,
    "consideration:textVersion": textVersion,
  };
}

/** The delegation, or the office: never a person. */
function creatorOf({ paper, record }: Writing, { delegation, capacity }: By) {
  const named = delegation === null ? `capacity:${capacity}` : `delegation:${delegation}`;
  const name = delegation === null ? paper.words.capacity[capacity] : nameOf(paper, delegation);
  return { id: `${record}:${named}`, type: "Organization", name };
}

function entryName({ record }: Writing, seq: number): string {
  return `${record}:entry:${seq}`;
}

function textBody(value: string, language: string, purpose: string) {
  const textDirection = language === "ar" ? "rtl" : "ltr";
  return { type: "TextualBody", format: "text/plain", value, language, textDirection, purpose };
}
