/** Shapes of the API, from which its description (OpenAPI) is generated. */
import { z } from "@hono/zod-openapi";
import { VERSION_REASONS } from "#db/versions";
import { VERDICTS } from "#deliberation/brought-answers";
import { DECISIONS } from "#deliberation/candidate-shapes";
import { Checkpoint } from "#deliberation/checkpoint";
import { Choice } from "#deliberation/choice";
import { Original, Outcome, SeenEntry, Words } from "#deliberation/entry";
import {
  ClearableDraftId,
  DelegationKey,
  DraftId,
  Hash,
  IdeaId,
  Instant,
  Lang,
  ParagraphKey,
  ReportId,
  Seq,
} from "#deliberation/ids";
import { FREQUENCIES, SCOPES } from "#deliberation/notice";
import { SeatRight } from "#deliberation/seat";
import { Content, Submission } from "#deliberation/submission";
import { WAITING } from "#deliberation/waiting-drafts";
import { LISTS } from "#formats/lists/columns";
import { PAPER_LANGS } from "#formats/paper-words";
import { TAKES } from "../lists/bring.ts";
import { STAGES } from "../paper-of-store.ts";
import { PAPER_FORMATS } from "../papers.ts";

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    code: z.string(),
    detail: z.string().optional(),
  })
  .openapi("Problem");

export const ReportParam = z.object({ report: ReportId });
export const DraftParam = z.object({ report: ReportId, draft: DraftId });
export const ClearableParam = z.object({ report: ReportId, draft: ClearableDraftId });
export const PlaceParam = z.object({
  report: ReportId,
  place: z.union([IdeaId, ParagraphKey, z.literal("report")]),
});
export const AtQuery = z.object({ at: z.coerce.number().int().min(1).optional() });
/** An entry's number, or a moment: then the last entry that was made by then. */
const AsOf = z.union([z.coerce.number().int().min(1), z.iso.datetime({ offset: true })]);
const yes = z.literal("yes").transform(() => true);
/** The choice as deliberation/choice.ts has it; ideas in one list, `17-1,17-3`. */
export const PaperQuery = z.object({
  at: AsOf.optional(),
  lang: z.enum(PAPER_LANGS).default("en"),
  ...Choice.omit({ ideas: true, standing: true, without: true, lists: true }).shape,
  ideas: z
    .string()
    .transform((list) => list.split(","))
    .pipe(z.array(IdeaId).max(500))
    .optional(),
  without: z
    .string()
    .transform((list) => list.split(","))
    .pipe(Choice.shape.without.unwrap())
    .optional(),
  standing: yes.optional(),
  lists: yes.optional(),
});
export const PaperRequest = z.strictObject({
  format: z.enum(PAPER_FORMATS.map(({ name }) => name)),
  lang: z.enum(PAPER_LANGS),
  at: AsOf.optional(),
  choice: Choice.default({}),
});
export const MadePaperParam = z.object({ report: ReportId, paper: z.uuid() });
export const MadePaperAnswer = z.object({
  id: z.uuid(),
  format: z.enum(PAPER_FORMATS.map(({ name }) => name)),
  lang: z.enum(PAPER_LANGS),
  seq: z.number().int(),
  name: z.string(),
  state: z.enum(["making", "made", "failed"]),
  /** Bytes. */
  size: z.number().int(),
  at: Instant,
  /** When it is removed. */
  until: Instant,
  /** `ahead`: how many papers are made before it. */
  progress: z.object({ stage: z.enum(["waiting", ...STAGES, "made"]), ahead: z.number().int() }).nullable(),
});
export const MadePapersAnswer = z.object({ papers: z.array(MadePaperAnswer) });
export const ProjectorRequest = z.strictObject({ idea: IdeaId.nullable() });
export const ProjectorAnswer = z.object({ idea: IdeaId.nullable(), seq: Seq });
/** A paragraph or idea that everybody is invited to; null to end it. */
export const InvitedPlace = z.strictObject({ place: z.union([IdeaId, ParagraphKey]).nullable() });
export const LangQuery = z.object({ lang: Lang.default("en") });
export const AfterQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});

export const ClearanceRequest = z.strictObject({ content: Content });
export const ClearanceAnswer = z.object({ draft: DraftId, hash: Hash, at: Instant });
export const WaitingAnswer = z.object({
  drafts: z.array(
    z.object({
      draft: DraftId,
      about: z.string().nullable(),
      waits: z.enum(WAITING),
      changed: z.boolean(),
      cleared: Hash.nullable(),
      since: Instant.nullable(),
    }),
  ),
});
export const VersionsAnswer = z.object({
  versions: z.array(
    z.object({
      ...{ id: z.number().int(), at: Instant, why: z.enum(VERSION_REASONS), by: z.string() },
      ...{ words: z.string(), wording: z.string() },
    }),
  ),
});
/** Up to which entry somebody looking had the record before them. */
export const VisitRequest = z.strictObject({ seq: Seq });
export const VisitAnswer = z.object({ since: z.object({ seq: Seq, at: Instant }).nullable() });
export const NoticeSettingsBody = z.strictObject({
  scope: z.enum(SCOPES),
  frequency: z.enum(FREQUENCIES),
  lang: Lang,
  heard: z.enum(SCOPES).optional(),
});
export const NoticesReadBody = z.strictObject({ seq: Seq });
/** What of a record somebody has not read: on each place (empty: the report as a whole), counted up to entry `asOf`. */
export const UnreadAnswer = z.object({
  asOf: Seq,
  marks: z.record(z.string(), Seq),
  unread: z.record(z.string(), z.number().int()),
});
export const ReadMarkRequest = z.strictObject({
  place: z.union([IdeaId, ParagraphKey, z.literal("report"), z.literal("*")]),
  seq: Seq,
});
export const ReadMarkAnswer = z.object({ seq: Seq });
/** `query` is what stands behind the question mark of the matrix's address. */
export const SavedViewBody = z.strictObject({
  name: z.string().trim().min(1).max(80),
  query: z.string().max(1_000),
});
export const SavedViewName = z.object({ name: z.string().max(80) });
export const SavedViewsAnswer = z.object({
  views: z.array(z.object({ name: z.string(), query: z.string() })),
});
/** The number proposed for it, with what it came of behind (deliberation/candidate-shapes.ts). */
export const CandidateParam = z.object({
  report: ReportId,
  candidate: z
    .string()
    .max(500)
    .regex(/^[0-9A-Za-z.]+-\d+(?:~[0-9A-Za-z.-]+)*$/),
});
export const CandidateDecision = z.discriminatedUnion("decision", [
  z.strictObject({ decision: z.enum(["rejected", "open"]) }),
  z.strictObject({ decision: z.literal("split"), quotes: z.array(Words).length(2) }),
  z.strictObject({ decision: z.literal("merged"), with: z.string().max(500) }),
]);
export const CandidateDecided = z.object({
  decision: z.enum(DECISIONS),
  shape: z.object({ quotes: z.array(z.string()), with: z.string().optional() }).nullable(),
});
export const ListParam = z.object({ report: ReportId, list: z.enum(LISTS) });
export const ListQuery = z.strictObject({ take: z.enum(TAKES) });
export const ListFault = z.object({ column: z.string().nullable(), fault: z.string() });
export const ListAnswer = z.object({
  /** What is wrong with the file as a whole; then nothing was judged. */
  faults: z.array(ListFault),
  rows: z.array(
    z.object({
      row: z.number().int(),
      subject: z.string(),
      does: z.array(z.string()),
      faults: z.array(ListFault),
    }),
  ),
  taken: z.boolean(),
  invited: z.array(z.object({ email: z.string(), token: z.string() })),
});
export const ReminderRequest = z.strictObject({
  delegations: z.array(DelegationKey).min(1).max(500),
  words: Words,
  lang: Lang,
});
export const ReminderAnswer = z.object({ reminded: z.number().int() });
export const PackQuery = PaperQuery.pick({ lang: true, section: true, ideas: true });
export const FilledPackAnswer = z.object({ filled: z.array(z.object({ idea: IdeaId, words: z.string() })) });
/** `lacks`: what an answer still needs before it can be published. */
export const FilledTableAnswer = z.object({
  asOf: Seq,
  rows: z.number().int(),
  answers: z.array(
    z.object({
      ...{ cell: z.string(), entry: Seq, as: Seq, said: z.string(), verdict: z.enum(VERDICTS) },
      ...{
        place: z.string(),
        author: DelegationKey.nullable(),
        text: z.string(),
        lang: z.enum([...Lang.options, "und"]),
      },
      answer: z
        .object({ outcome: Outcome, where: z.string().nullable(), reason: z.string().nullable(), lang: Lang })
        .nullable(),
      lacks: z.string().nullable(),
    }),
  ),
});
/** What is said of the file that the request brings. */
export const OriginalQuery = z.strictObject({
  name: z.string().trim().min(1).max(200),
  draft: z.union([DraftId, z.literal("received")]),
});
export const OriginalAnswer = z.object({ original: Original, words: z.string() });
export const OriginalParam = z.object({ report: ReportId, hash: Hash });
export const SubmissionRequest = Submission;
export const SubmissionAnswer = z.object({ entry: SeenEntry, repeat: z.boolean() });
export const RecordAnswer = z.object({
  epoch: z.string(),
  entries: z.array(SeenEntry),
  head: z.object({ seq: Seq, hash: Hash }),
});
export const StateQuery = AtQuery.extend({
  /** Without the words of places nobody opened, when the record is long: what a page brings. */
  carried: z.enum(["true", "false"]).default("false"),
});
/** All that was said on one place; its shape is deliberation/carried.ts. */
export const PlaceAnswer = z.object({ epoch: z.string(), words: z.looseObject({}) });
/** The fold; its shape is deliberation/state.ts. */
export const StateAnswer = z.object({ epoch: z.string(), volumeSize: z.number(), state: z.looseObject({}) });
/** `key` of each names the public key that verifies it: /api/v1/installation. */
export const CheckpointsAnswer = z.object({ checkpoints: z.array(Checkpoint), head: Checkpoint });
export const InstallationAnswer = z.object({
  epoch: z.string(),
  key: z.object({ id: Hash, pem: z.string() }),
});
export const RightEnd = z.strictObject({ seat: z.uuid(), right: SeatRight });
/** `until` null: until further notice. */
export const RightRequest = RightEnd.extend({ until: Instant.nullable() });
export const RightAnswer = z.object({ seat: z.string(), right: SeatRight, at: Instant });
/** `person` is an opaque id; a device keeps what it keeps under it. */
export const StandingAnswer = z.discriminatedUnion("standing", [
  z.object({ standing: z.literal("held"), person: z.string(), until: Instant }),
  z.object({ standing: z.enum(["ended", "revoked"]) }),
]);
/** The text under consideration; its shape is deliberation/report.ts. */
export const TextAnswer = z.object({
  epoch: z.string(),
  text: z.looseObject({}),
  titles: z.record(z.string(), z.object({ title: z.object({ zh: z.string(), en: z.string() }) })),
});
export const PlacesAnswer = z.object({
  lang: z.string(),
  places: z.array(z.object({ place: z.string(), words: z.string() })),
});
export const ErasedAnswer = z.object({ erased: z.array(DraftId) });
