/** Branded ids and their closed alphabets. An id is parsed once, where it enters, and then carried by type. */
import { z } from "zod";

/** `A-63-677`: a report's symbol with slashes as hyphens; fit for paths and room names. */
export const ReportId = z
  .string()
  .regex(/^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/)
  .max(40)
  .brand<"ReportId">();
/** Lower-case name that lasts while the displayed name may change: `alder`, `northern-grove`. */
export const DelegationKey = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(60)
  // Every object answers to such a name (`constructor`), so it would look taken before it was given.
  .refine((key) => !(key in {}) && key !== "podium", "This name is not free.")
  .brand<"DelegationKey">();
/** `17`, `A3` (annex), `S` (summary). */
export const ParagraphKey = z
  .string()
  .regex(/^(?:[1-9][0-9]{0,2}|A[1-9][0-9]?|S)$/)
  .brand<"ParagraphKey">();
/** `17-3`: paragraph, then a number given once and never reused. */
export const IdeaId = z
  .string()
  .regex(/^(?:[1-9][0-9]{0,2}|A[1-9][0-9]?|S)-[1-9][0-9]?$/)
  .brand<"IdeaId">();
export const RoundId = z
  .string()
  .regex(/^[1-9][0-9]{0,3}$/)
  .brand<"RoundId">();
/** Opaque; names live in the people table, never in the record. */
export const PersonId = z
  .string()
  .regex(/^[0-9a-f-]{36}$/)
  .brand<"PersonId">();
/** UUIDv7, made by the sender; what makes a repeat of a submission harmless. */
export const SubmissionId = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  .brand<"SubmissionId">();
/**
 * Names one draft inside one delegation: `position.17-3`; `position.17-3.northern-grove` for what it states on behalf
 * of a group; `comment.<uuid>` and the like; `note.<uuid>` never leaves it. In the podium room `disposition.<seq>`
 * names the answer that is prepared for the words of that entry.
 */
export const DraftId = z
  .string()
  .regex(
    /^(?:position\.(?:[1-9][0-9]{0,2}|A[1-9][0-9]?|S)-[1-9][0-9]?(?:\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*)?|(?:comment|correction|reply|alignment|dissociation|association|objection|explanation|statement|confirmation|answer|participation|note)\.[0-9a-f-]{36}|disposition\.[1-9][0-9]{0,9})$/,
  )
  .max(100)
  .brand<"DraftId">();
/** [C9] What may be cleared and submitted: every draft but an internal note. */
export const ClearableDraftId = DraftId.refine((draft) => !isNote(draft), "an internal note");
/** Number of an entry in its report's record: dense, from 1. 0 stands for the empty record. */
export const Seq = z.number().int().min(0).brand<"Seq">();
/** SHA-256, lower-case hexadecimal. */
export const Hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<"Hash">();
/** UTC, milliseconds, as `Date.prototype.toISOString` writes it. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  .brand<"Instant">();
/** A day, as `2026-11-20`: of a text that was delivered or written elsewhere. */
export const Day = z.iso.date().brand<"Day">();
/** Language of words; the six official languages of the United Nations. */
export const Lang = z.enum(["ar", "zh", "en", "fr", "ru", "es"]);

export type ReportId = z.infer<typeof ReportId>;
export type DelegationKey = z.infer<typeof DelegationKey>;
export type ParagraphKey = z.infer<typeof ParagraphKey>;
export type IdeaId = z.infer<typeof IdeaId>;
export type RoundId = z.infer<typeof RoundId>;
export type PersonId = z.infer<typeof PersonId>;
export type SubmissionId = z.infer<typeof SubmissionId>;
export type DraftId = z.infer<typeof DraftId>;
export type Seq = z.infer<typeof Seq>;
export type Hash = z.infer<typeof Hash>;
export type Instant = z.infer<typeof Instant>;
export type Day = z.infer<typeof Day>;
export type Lang = z.infer<typeof Lang>;

/** The hash the first entry points back to. */
export const GENESIS = Hash.parse("0".repeat(64));

/** The paragraph an idea stands in: `17-3` → `17`. */
export function paragraphOfIdea(idea: IdeaId): ParagraphKey {
  return ParagraphKey.parse(idea.slice(0, idea.lastIndexOf("-")));
}

/** Words a delegation keeps for itself alone: `note.<uuid>`. */
export function isNote(draft: DraftId): boolean {
  return draft.startsWith("note.");
}
