/**
 * What is asked of the record. The author is not part of it: that comes from the sign-in.
 * What carries a delegation's words names the draft whose clearance it relies on.
 */
import { z } from "zod";
import {
  Audience,
  alignmentFields,
  announcementFields,
  annulmentFields,
  associationFields,
  commentFields,
  confirmationFields,
  correctionFields,
  dispositionFields,
  dispositionReplyFields,
  dissociationFields,
  Modalities,
  movedSilenceFields,
  Names,
  newDeadlineFields,
  objectionFields,
  ownStatementFields,
  planFields,
  planWithdrawalFields,
  positionFields,
  receivedFields,
  receivedObjectionFields,
  replyFields,
  ruleFields,
  silenceCancellingFields,
  silenceFields,
  silenceOutcomeFields,
  silenceWordsFields,
  speakingFields,
  summaryFields,
  Words,
  withdrawalFields,
} from "./entry.ts";
import {
  ClearableDraftId,
  DelegationKey,
  DraftId,
  Hash,
  IdeaId,
  Instant,
  Lang,
  ParagraphKey,
  PersonId,
  RoundId,
  SubmissionId,
} from "./ids.ts";

/** The content of a draft: exactly what the review page shows, what is cleared, and what becomes the body. */
export const Content = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("position.stated"), ...positionFields }),
  z.strictObject({ kind: z.literal("comment.made"), audience: Audience, ...commentFields }),
  z.strictObject({ kind: z.literal("entry.corrected"), ...correctionFields }),
  z.strictObject({ kind: z.literal("alignment.declared"), ...alignmentFields }),
  z.strictObject({ kind: z.literal("dissociation.declared"), ...dissociationFields }),
  z.strictObject({ kind: z.literal("wording.associated"), ...associationFields }),
  z.strictObject({ kind: z.literal("reply.exercised"), ...replyFields }),
  z.strictObject({ kind: z.literal("silence.objected"), ...objectionFields }),
  z.strictObject({ kind: z.literal("silence.explained"), ...silenceWordsFields }),
  z.strictObject({ kind: z.literal("statement.made"), audience: Audience, ...ownStatementFields }),
  z.strictObject({ kind: z.literal("statement.confirmed"), ...confirmationFields }),
  z.strictObject({ kind: z.literal("disposition.answered"), ...dispositionReplyFields }),
]);

const id = { id: SubmissionId };

export const Submission = z.discriminatedUnion("kind", [
  z.strictObject({
    ...id,
    kind: z.literal("position.stated"),
    draft: ClearableDraftId,
    content: Content.options[0],
  }),
  z.strictObject({
    ...id,
    kind: z.literal("comment.made"),
    draft: ClearableDraftId,
    content: Content.options[1],
  }),
  z.strictObject({
    ...id,
    kind: z.literal("entry.corrected"),
    draft: ClearableDraftId,
    content: Content.options[2],
  }),
  z.strictObject({
    ...id,
    kind: z.literal("alignment.declared"),
    draft: ClearableDraftId,
    content: Content.options[3],
  }),
  z.strictObject({
    ...id,
    kind: z.literal("dissociation.declared"),
    draft: ClearableDraftId,
    content: Content.options[4],
  }),
  z.strictObject({
    ...id,
    kind: z.literal("wording.associated"),
    draft: ClearableDraftId,
    content: Content.options[5],
  }),
  z.strictObject({
    ...id,
    kind: z.literal("reply.exercised"),
    draft: ClearableDraftId,
    content: Content.options[6],
  }),
  z.strictObject({ ...id, kind: z.literal("declaration.withdrawn"), ...withdrawalFields }),
  z.strictObject({ ...id, kind: z.literal("speaking.granted"), ...speakingFields }),
  z.strictObject({ ...id, kind: z.literal("group.rule.registered"), ...ruleFields }),
  z.strictObject({ ...id, kind: z.literal("position.withdrawn"), ...withdrawalFields }),
  z.strictObject({ ...id, kind: z.literal("comment.withdrawn"), ...withdrawalFields }),
  z.strictObject({
    ...id,
    kind: z.literal("item.opened"),
    session: z.number().int(),
    agendaItem: z.number().int(),
    title: Names,
    demonstration: z.boolean(),
  }),
  z.strictObject({
    ...id,
    kind: z.literal("text.published"),
    symbol: z.string(),
    version: z.number().int().min(1),
    lang: Lang,
    title: z.string(),
    text: Hash,
    paragraphs: z.array(ParagraphKey),
  }),
  z.strictObject({
    ...id,
    kind: z.literal("delegation.admitted"),
    delegation: DelegationKey,
    delegationKind: z.enum(["member", "observer"]),
    names: Names,
  }),
  z.strictObject({ ...id, kind: z.literal("delegation.renamed"), delegation: DelegationKey, names: Names }),
  z.strictObject({ ...id, kind: z.literal("group.formed"), group: DelegationKey, names: Names }),
  z.strictObject({
    ...id,
    kind: z.literal("group.membership.changed"),
    group: DelegationKey,
    delegation: DelegationKey,
    change: z.enum(["joined", "left"]),
  }),
  z.strictObject({
    ...id,
    kind: z.literal("idea.identified"),
    idea: IdeaId,
    item: z.string().nullable(),
    quote: Words,
    provisional: z.boolean(),
  }),
  z.strictObject({ ...id, kind: z.literal("idea.withdrawn"), idea: IdeaId, reason: Words }),
  z.strictObject({
    ...id,
    kind: z.literal("round.opened"),
    round: RoundId,
    session: z.number().int(),
    closesAt: Instant,
    modalities: Modalities,
  }),
  z.strictObject({ ...id, kind: z.literal("round.closed"), round: RoundId }),
  z.strictObject({ ...id, kind: z.literal("round.extended"), ...newDeadlineFields }),
  z.strictObject({ ...id, kind: z.literal("round.reopened"), ...newDeadlineFields }),
  z.strictObject({ ...id, kind: z.literal("round.planned"), ...planFields }),
  z.strictObject({ ...id, kind: z.literal("plan.withdrawn"), ...planWithdrawalFields }),
  z.strictObject({ ...id, kind: z.literal("silence.started"), ...silenceFields }),
  z.strictObject({ ...id, kind: z.literal("summary.issued"), ...summaryFields }),
  z.strictObject({
    ...id,
    kind: z.literal("silence.objected"),
    draft: ClearableDraftId,
    content: Content.options[7],
  }),
  z.strictObject({
    ...id,
    kind: z.literal("silence.explained"),
    draft: ClearableDraftId,
    content: Content.options[8],
  }),
  z.strictObject({ ...id, kind: z.literal("silence.concluded"), ...silenceOutcomeFields }),
  z.strictObject({
    ...id,
    kind: z.literal("statement.made"),
    draft: ClearableDraftId,
    content: Content.options[9],
  }),
  z.strictObject({ ...id, kind: z.literal("statement.withdrawn"), ...withdrawalFields }),
  z.strictObject({ ...id, kind: z.literal("statement.received"), ...receivedFields }),
  z.strictObject({
    ...id,
    kind: z.literal("statement.confirmed"),
    draft: ClearableDraftId,
    content: Content.options[10],
  }),
  z.strictObject({ ...id, kind: z.literal("entry.annulled"), ...annulmentFields }),
  z.strictObject({ ...id, kind: z.literal("disposition.given"), ...dispositionFields }),
  z.strictObject({
    ...id,
    kind: z.literal("disposition.answered"),
    draft: ClearableDraftId,
    content: Content.options[11],
  }),
  z.strictObject({ ...id, kind: z.literal("silence.entered"), ...receivedObjectionFields }),
  z.strictObject({ ...id, kind: z.literal("silence.moved"), ...movedSilenceFields }),
  z.strictObject({ ...id, kind: z.literal("silence.announced"), ...announcementFields }),
  z.strictObject({ ...id, kind: z.literal("silence.cancelled"), ...silenceCancellingFields }),
]);

/** The store's note that a person with the right approved exactly these words. */
export const Clearance = z.object({
  draft: DraftId,
  delegation: DelegationKey,
  /** Of the canonical content shown. */
  hash: Hash,
  person: PersonId,
  at: Instant,
  /** Persons who wrote in the draft, for the provenance. */
  drafted: z.array(PersonId),
});

export type Content = z.infer<typeof Content>;
export type Submission = z.infer<typeof Submission>;
export type Clearance = z.infer<typeof Clearance>;
