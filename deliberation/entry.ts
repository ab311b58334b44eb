/**
 * What the record holds. An entry has three parts: a header that everybody may see, a body with the words,
 * and a provenance with opaque ids of persons. Bodies carry `v` and are never migrated.
 */
import { z } from "zod";
import {
  Day,
  DelegationKey,
  Hash,
  IdeaId,
  Instant,
  Lang,
  ParagraphKey,
  PersonId,
  RoundId,
  Seq,
  SubmissionId,
} from "./ids.ts";

/** 64 KiB a text: live-and-durable limit, counted in UTF-16 units here and in bytes at the door. */
export const Words = z.string().trim().min(1).max(65_536);
export const Names = z.partialRecord(Lang, z.string().min(1).max(200));

export const Stance = z.enum([
  "support",
  "support-with-wording",
  "reservation",
  "position-reserved",
  "does-not-support",
]);
export const Audience = z.enum(["everyone", "facilitators", "secretariat"]);
export const Capacity = z.enum(["national", "on-behalf-of-group", "facilitator", "secretariat", "clock"]);
export const CommentKind = z.enum([
  "general",
  "substantive",
  "editorial",
  "technical",
  "translation",
  "question",
]);

/** What a comment is about. Selected words keep the quote and where it stood. */
export const Target = z.discriminatedUnion("on", [
  z.object({ on: z.literal("report") }),
  z.object({ on: z.literal("paragraph"), paragraph: ParagraphKey }),
  z.object({ on: z.literal("idea"), idea: IdeaId }),
  z.object({
    on: z.literal("words"),
    paragraph: ParagraphKey,
    exact: Words,
    prefix: z.string().max(200),
    suffix: z.string().max(200),
    start: z.number().int().min(0),
  }),
]);

/** Who may object to a silence procedure: Member States alone, or also groups in the name of their members. */
export const Objectors = z.enum(["members", "members-and-groups"]);

/** What the opening entry of a round fixes; never loosened for entries already made. */
export const Modalities = z.object({
  /** Whether words said in it bear the name of their delegation, or nobody's. */
  attribution: z.enum(["attributed", "unattributed"]),
  audience: Audience,
  totals: z.boolean(),
  languages: z.array(Lang).min(1),
  /** In silence procedures started from then on; where it is missing each launch fixes it. */
  objectors: Objectors.optional(),
});

/** 16 random bytes, hexadecimal: without it a short body could be guessed from its hash. */
export const Salt = z.string().regex(/^[0-9a-f]{32}$/);

export const By = z.object({ delegation: DelegationKey.nullable(), capacity: Capacity });

const base = { v: z.literal(1), id: SubmissionId, by: By };
/** Said after the round it names had closed: sealed to the facilitators, and stated by nobody until admitted. */
const lateField = { late: z.literal(true).optional() };

export const positionFields = {
  idea: IdeaId,
  stance: Stance,
  words: Words.optional(),
  /** Required for, and only for, support with suggested wording. */
  wording: Words.optional(),
  lang: Lang,
  textVersion: z.number().int().min(1),
  round: RoundId,
  onBehalfOf: DelegationKey.optional(),
  /** The entry of a statement that the position is taken from. */
  statement: Seq.optional(),
  ...lateField,
};
export const commentFields = {
  target: Target,
  commentKind: CommentKind,
  words: Words,
  lang: Lang,
  textVersion: z.number().int().min(1),
  round: RoundId,
  /** The entry this replies to: a comment or, to reply to its words, a position. */
  replyTo: Seq.optional(),
  ...lateField,
};
/**
 * [Q1] What a position and a comment leave in the record of a round without attribution: nothing that names their
 * author, and no language either.
 */
export const unattributedPositionFields = {
  ...{ idea: IdeaId, stance: Stance, words: Words.optional(), wording: Words.optional() },
  ...{ textVersion: z.number().int().min(1), round: RoundId },
  /** The entry in which the same Member State had stated its position on the idea in this round. */
  replaces: Seq.optional(),
};
export const unattributedCommentFields = {
  ...{ target: Target, commentKind: CommentKind, words: Words },
  ...{ textVersion: z.number().int().min(1), round: RoundId, replyTo: Seq.optional() },
};
const PassageIndex = z.number().int().min(0).max(199);
/** A statement as its words were last settled, or one of its passages. */
export const StatementTarget = z.object({
  on: z.literal("statement"),
  entry: Seq,
  as: Seq,
  passage: PassageIndex.optional(),
});
/** Aligning with a position or statement as it stood in one entry, with an addition or exception if need be. */
export const alignmentFields = {
  entry: Seq,
  words: Words.optional(),
  lang: Lang,
  /** Of a statement: the entry that last settled its words, its own or the latest correction. */
  as: Seq.optional(),
  /** Of a statement: the passages that are excepted, by their place among its passages, from 0. */
  except: z.array(PassageIndex).min(1).max(200).optional(),
};
/** Dissociating from a passage, a statement, or another's position on an idea; no position is stated by it. */
export const dissociationFields = {
  /** The position that is dissociated from, on the idea that is the target. */
  entry: Seq.optional(),
  target: z.discriminatedUnion("on", [Target.options[1], Target.options[2], StatementTarget]),
  words: Words,
  lang: Lang,
  textVersion: z.number().int().min(1),
};
/** That the delegation does not take part in the exercise, or that it takes part again; it is no position. */
export const participationFields = { takesPart: z.boolean(), words: Words.optional(), lang: Lang };
/** Associating with the wording that a position suggests. */
export const associationFields = { entry: Seq };
/** The right of reply: to an entry, on the place of that entry, in the round. */
export const replyFields = {
  entry: Seq,
  target: Target,
  words: Words,
  lang: Lang,
  textVersion: z.number().int().min(1),
  round: RoundId,
};
export const correctionFields = { entry: Seq, words: Words, lang: Lang, reason: Words };
/** The decision or note a change of standing rests on, as one would cite it. */
const citedFields = { delegation: DelegationKey, since: Day, citation: z.string().trim().min(1).max(300) };
/** `former`: it has no standing any more. */
export const standingFields = { ...citedFields, standing: z.enum(["member", "observer", "former"]) };
/** `continued`: the successor goes on as the same; `succeeded`: it comes in its place. */
export const successionFields = {
  ...citedFields,
  successor: DelegationKey,
  manner: z.enum(["continued", "succeeded"]),
};
/** From when until when (null: until further notice) a group's rule binds its members to its positions. */
export const ruleFields = { group: DelegationKey, from: Instant, until: Instant.nullable() };
/** Which delegation speaks for a group, from when until when (null: until further notice). */
export const speakingFields = {
  group: DelegationKey,
  delegation: DelegationKey,
  from: Instant,
  until: Instant.nullable(),
};
/** A stretch of a statement's words (UTF-16 units) and the paragraph or idea that it speaks to. */
export const Passage = z.object({
  start: z.number().int().min(0),
  end: z.number().int().min(1),
  target: z.discriminatedUnion("on", [Target.options[1], Target.options[2]]),
});
/** The file a statement came in, kept in the store under its hash. */
export const Original = z.object({ name: z.string().trim().min(1).max(200), sha256: Hash });
/** One text of a delegation, as it was delivered or written elsewhere. */
export const statementFields = {
  manner: z.enum(["delivered", "written"]),
  /** The day it was delivered or written. */
  date: Day,
  words: Words,
  lang: Lang,
  passages: z.array(Passage).max(200),
  original: Original.optional(),
  textVersion: z.number().int().min(1),
  round: RoundId,
};
export const ownStatementFields = { ...statementFields, onBehalfOf: DelegationKey.optional(), ...lateField };
/** A statement received on paper: the one kind in which the secretariat names another delegation. */
export const receivedFields = { ...statementFields, delegation: DelegationKey };
/** What a delegation says of a statement that was entered for it: that it is its own. */
export const confirmationFields = { entry: Seq };
/** Of an entry of the secretariat's own, made in error. */
export const annulmentFields = { entry: Seq, reason: Words, lang: Lang };
/** A new deadline of a round, with the reason for it. */
export const newDeadlineFields = { round: RoundId, closesAt: Instant, reason: Words, lang: Lang };
/** When a round is planned to open and to close; its modalities are fixed when it opens. */
export const planFields = { round: RoundId, session: z.number().int(), opensAt: Instant, closesAt: Instant };
export const planWithdrawalFields = { round: RoundId, reason: Words, lang: Lang };
/** A wording under silence on ideas, numbered by the fold; a reason where less than the usual time is given. */
export const silenceFields = {
  wording: Words,
  ideas: z.array(IdeaId).min(1).max(200),
  lang: Lang,
  closesAt: Instant,
  reason: Words.optional(),
  /** Member States alone where neither this nor the round says more. */
  objectors: Objectors.optional(),
  /** What becomes of the ideas nobody objected to when others were objected to; they stop where nothing is said. */
  others: z.enum(["continue", "stop"]).optional(),
};
/** What a delegation says of a silence procedure, by the entry that started it; in the name of a group, if it may. */
export const silenceWordsFields = {
  entry: Seq,
  words: Words,
  lang: Lang,
  onBehalfOf: DelegationKey.optional(),
};
/** The ideas an objection is to: all of them where none is named. */
const objectedIdeas = z.array(IdeaId).min(1).max(200).optional();
export const objectionFields = { ...silenceWordsFields, ideas: objectedIdeas };
/** An objection of a delegation or group that came by a note or was raised in the room, and when it was received. */
export const receivedObjectionFields = {
  entry: Seq,
  delegation: DelegationKey,
  receivedAt: Instant,
  means: z.enum(["note", "room"]),
  words: Words,
  lang: Lang,
  ideas: objectedIdeas,
};
/** A deadline that moved because the service could not be reached, and in what time it could not. */
export const movedSilenceFields = {
  entry: Seq,
  closesAt: Instant,
  down: z.object({ from: Instant, until: Instant }),
};
/** A facilitator's summary of what was said in a round, on the report or on an idea. */
export const summaryFields = {
  target: z.discriminatedUnion("on", [Target.options[0], Target.options[2]]),
  words: Words,
  lang: Lang,
  textVersion: z.number().int().min(1),
  round: RoundId,
};
/** What became of words that a delegation put forward. */
export const Outcome = z.enum([
  "reflected",
  "reflected-in-part",
  "kept-in-brackets",
  "kept-for-discussion",
  "noted",
  "not-reflected",
]);
/** Of one comment or suggested wording, or of several that say the same. */
export const DispositionAnswer = z.strictObject({
  /** `as`: the entry that last settled the words: their own, or the latest correction of them. */
  to: z
    .array(z.strictObject({ entry: Seq, as: Seq }))
    .min(1)
    .max(200),
  outcome: Outcome,
  /** The paper, its revision and place, as one would cite it. */
  where: z.string().trim().min(1).max(200).optional(),
  reason: Words.optional(),
  lang: Lang,
});
/** Answers that are published together. */
export const dispositionFields = {
  answers: z.array(DispositionAnswer).min(1).max(200),
  /** Whose sealed words they answer: the delegation that hears it with those named in the audience. */
  heardBy: DelegationKey.optional(),
};
/** What the author says of the disposition of its own words (`entry`). */
export const dispositionReplyFields = {
  entry: Seq,
  disposition: Seq,
  says: z.enum(["agrees", "contests"]),
  words: Words.optional(),
  lang: Lang,
};
/** How a silence procedure ended at its deadline. */
export const silenceOutcomeFields = { entry: Seq, outcome: z.enum(["no-objection", "in-part", "broken"]) };
/** What a facilitator says of it then. */
export const announcementFields = { entry: Seq, outcome: z.literal("agreed-ad-referendum") };
export const silenceCancellingFields = { entry: Seq, reason: Words, lang: Lang };
export const withdrawalFields = { entry: Seq, reason: Words.optional() };

const Position = z.object({ ...base, kind: z.literal("position.stated"), ...positionFields });
const Comment = z.object({ ...base, kind: z.literal("comment.made"), ...commentFields });
const Statement = z.object({ ...base, kind: z.literal("statement.made"), ...ownStatementFields });
const isLate = { late: z.literal(true) };
/** Late words, just as the entry that was sealed holds them. */
export const LateBody = z.discriminatedUnion("kind", [
  Position.extend(isLate),
  Comment.extend(isLate),
  Statement.extend(isLate),
]);
/** Late words made readable: with the salt, everybody holds them against the header of the entry that was sealed. */
export const lateAdmissionFields = { entry: Seq, receivedAt: Instant, said: LateBody, salt: Salt };

export const Body = z.discriminatedUnion("kind", [
  z.object({
    ...base,
    kind: z.literal("item.opened"),
    session: z.number().int(),
    agendaItem: z.number().int(),
    title: Names,
    demonstration: z.boolean(),
  }),
  z.object({
    ...base,
    kind: z.literal("text.published"),
    symbol: z.string(),
    version: z.number().int().min(1),
    lang: Lang,
    title: z.string(),
    /** SHA-256 over the canonical JSON of the report. */
    text: Hash,
    paragraphs: z.array(ParagraphKey),
  }),
  z.object({
    ...base,
    kind: z.literal("delegation.admitted"),
    delegation: DelegationKey,
    delegationKind: z.enum(["member", "observer"]),
    names: Names,
  }),
  z.object({ ...base, kind: z.literal("delegation.renamed"), delegation: DelegationKey, names: Names }),
  z.object({ ...base, kind: z.literal("delegation.standing.changed"), ...standingFields }),
  z.object({ ...base, kind: z.literal("delegation.succeeded"), ...successionFields }),
  z.object({ ...base, kind: z.literal("group.formed"), group: DelegationKey, names: Names }),
  z.object({
    ...base,
    kind: z.literal("group.membership.changed"),
    group: DelegationKey,
    delegation: DelegationKey,
    change: z.enum(["joined", "left"]),
  }),
  z.object({
    ...base,
    kind: z.literal("idea.identified"),
    idea: IdeaId,
    item: z.string().nullable(),
    quote: Words,
    provisional: z.boolean(),
  }),
  z.object({ ...base, kind: z.literal("idea.withdrawn"), idea: IdeaId, reason: Words }),
  z.object({
    ...base,
    kind: z.literal("round.opened"),
    round: RoundId,
    session: z.number().int(),
    closesAt: Instant,
    modalities: Modalities,
  }),
  z.object({ ...base, kind: z.literal("round.closed"), round: RoundId }),
  Position,
  z.object({ ...base, kind: z.literal("position.withdrawn"), ...withdrawalFields }),
  Comment,
  z.object({ ...base, kind: z.literal("comment.withdrawn"), ...withdrawalFields }),
  z.object({ ...base, kind: z.literal("entry.corrected"), ...correctionFields }),
  z.object({ ...base, kind: z.literal("speaking.granted"), ...speakingFields }),
  z.object({ ...base, kind: z.literal("group.rule.registered"), ...ruleFields }),
  z.object({ ...base, kind: z.literal("alignment.declared"), ...alignmentFields }),
  z.object({ ...base, kind: z.literal("dissociation.declared"), ...dissociationFields }),
  z.object({ ...base, kind: z.literal("wording.associated"), ...associationFields }),
  z.object({ ...base, kind: z.literal("declaration.withdrawn"), ...withdrawalFields }),
  z.object({ ...base, kind: z.literal("reply.exercised"), ...replyFields }),
  z.object({ ...base, kind: z.literal("round.extended"), ...newDeadlineFields }),
  z.object({ ...base, kind: z.literal("round.reopened"), ...newDeadlineFields }),
  z.object({ ...base, kind: z.literal("round.planned"), ...planFields }),
  z.object({ ...base, kind: z.literal("plan.withdrawn"), ...planWithdrawalFields }),
  z.object({ ...base, kind: z.literal("silence.started"), ...silenceFields }),
  z.object({ ...base, kind: z.literal("silence.objected"), ...objectionFields }),
  z.object({ ...base, kind: z.literal("silence.explained"), ...silenceWordsFields }),
  z.object({ ...base, kind: z.literal("silence.concluded"), ...silenceOutcomeFields }),
  z.object({ ...base, kind: z.literal("summary.issued"), ...summaryFields }),
  Statement,
  z.object({ ...base, kind: z.literal("statement.withdrawn"), ...withdrawalFields }),
  z.object({ ...base, kind: z.literal("statement.received"), ...receivedFields }),
  z.object({ ...base, kind: z.literal("statement.confirmed"), ...confirmationFields }),
  z.object({ ...base, kind: z.literal("entry.annulled"), ...annulmentFields }),
  z.object({ ...base, kind: z.literal("disposition.given"), ...dispositionFields }),
  z.object({ ...base, kind: z.literal("disposition.answered"), ...dispositionReplyFields }),
  z.object({ ...base, kind: z.literal("silence.entered"), ...receivedObjectionFields }),
  z.object({ ...base, kind: z.literal("silence.moved"), ...movedSilenceFields }),
  z.object({ ...base, kind: z.literal("silence.announced"), ...announcementFields }),
  z.object({ ...base, kind: z.literal("silence.cancelled"), ...silenceCancellingFields }),
  z.object({ ...base, kind: z.literal("late.admitted"), ...lateAdmissionFields }),
  z.object({ ...base, kind: z.literal("unattributed.stated"), ...unattributedPositionFields }),
  z.object({ ...base, kind: z.literal("unattributed.commented"), ...unattributedCommentFields }),
  z.object({ ...base, kind: z.literal("unattributed.withdrawn"), ...withdrawalFields }),
  z.object({ ...base, kind: z.literal("participation.declared"), ...participationFields }),
]);

export const Header = z.object({
  v: z.literal(1),
  seq: Seq,
  at: Instant,
  audience: Audience,
  prev: Hash,
  bodyHash: Hash,
  provenanceHash: Hash,
});

export const Provenance = z.object({
  v: z.literal(1),
  drafted: z.array(PersonId),
  cleared: PersonId.nullable(),
  submitted: PersonId.nullable(),
  /** [Q2] Whose words they are, where the body names nobody. */
  author: DelegationKey.optional(),
});

export const Entry = z.object({
  header: Header,
  body: Body,
  bodySalt: Salt,
  provenance: Provenance,
  provenanceSalt: Salt,
});

/** What a reader receives: with its body, or (sealed) the header alone. Provenance only where it may be read. */
export const SeenEntry = z.object({
  header: Header,
  body: Body.optional(),
  bodySalt: Salt.optional(),
  provenance: Provenance.optional(),
  provenanceSalt: Salt.optional(),
});

export type Stance = z.infer<typeof Stance>;
export type Audience = z.infer<typeof Audience>;
export type Capacity = z.infer<typeof Capacity>;
export type CommentKind = z.infer<typeof CommentKind>;
export type Outcome = z.infer<typeof Outcome>;
export type DispositionAnswer = z.infer<typeof DispositionAnswer>;
export type Target = z.infer<typeof Target>;
export type StatementTarget = z.infer<typeof StatementTarget>;
export type Passage = z.infer<typeof Passage>;
export type Original = z.infer<typeof Original>;
export type Objectors = z.infer<typeof Objectors>;
export type Modalities = z.infer<typeof Modalities>;
export type By = z.infer<typeof By>;
export type Body = z.infer<typeof Body>;
export type LateBody = z.infer<typeof LateBody>;
export type Kind = Body["kind"];
export type BodyOf<K extends Kind> = Extract<Body, { kind: K }>;
export type Header = z.infer<typeof Header>;
export type Provenance = z.infer<typeof Provenance>;
export type Salt = z.infer<typeof Salt>;
export type Entry = z.infer<typeof Entry>;
export type SeenEntry = z.infer<typeof SeenEntry>;
export type Names = z.infer<typeof Names>;

export const STANCES: readonly Stance[] = Stance.options;
export const OUTCOMES: readonly Outcome[] = Outcome.options;
export const KINDS: readonly Kind[] = Body.options.map((option) => option.shape.kind.value);
