/**
 * How a draft lies in its room's document, and how its content is read from there.
 *
 * The document holds one flat map `drafts` (`<draftId>/<field>` → text or number) and two texts a draft,
 * all of them roots: two colleagues who begin the same draft at once meet in the same types and lose nothing,
 * which a nested type, made twice, would not give.
 */
import { canonicalJson, contentHash, hashOf } from "./canonical.ts";
import { DraftId, type Hash, type Instant, isNote } from "./ids.ts";
import { lateRound } from "./late.ts";
import type { RefusalCode } from "./refusal.ts";
import { openRound, roundForReply, type State } from "./state.ts";
import { citedStatement, linkedWords, type PassageField, passagesIn } from "./statement-draft.ts";
import { Content } from "./submission.ts";

export const DRAFTS_ROOT = "drafts";
export const TEXT_ROOTS = ["words", "wording"] as const;
export type TextRoot = (typeof TEXT_ROOTS)[number];

/** Fields a person may write. `submitted` (`<seq>:<hash of what was said>`) is the server's alone. */
export const DRAFT_FIELDS = [
  "stance",
  "lang",
  "target",
  "commentKind",
  "audience",
  "replyTo",
  "entry",
  "reason",
  "manner",
  "date",
  "onBehalfOf",
  "original",
  // Of drafts begun earlier: links are fields of their own (statement-draft.ts).
  "passages",
  "statement",
  "disposition",
  "says",
  "outcome",
  "where",
  "as",
  "stage",
  "ideas",
  "takesPart",
  "except",
] as const;
export type DraftField = (typeof DRAFT_FIELDS)[number];
export const SUBMITTED_FIELD = "submitted";

/** A room's document as plain values: the map, and every text by its root name. */
export interface PlainDrafts {
  drafts: Record<string, unknown>;
  texts: Record<string, string>;
}

export function textRoot(root: TextRoot, draft: DraftId): string {
  return `${root}/${draft}`;
}

export function fieldKey(draft: DraftId, field: DraftField | PassageField | typeof SUBMITTED_FIELD): string {
  return `${draft}/${field}`;
}

/** Every draft the room holds anything of, in alphabetical order. */
export function draftIds(plain: PlainDrafts): DraftId[] {
  const found = new Set<string>();
  for (const key of Object.keys(plain.drafts)) found.add(key.slice(0, key.lastIndexOf("/")));
  for (const [root, text] of Object.entries(plain.texts)) {
    if (text !== "") found.add(root.slice(root.indexOf("/") + 1));
  }
  return [...found].filter((id): id is DraftId => DraftId.safeParse(id).success).sort();
}

export type DraftReading =
  | { content: Content; hash: Hash; said: Hash }
  | { missing: RefusalCode | "nothing-yet" };

/** The canonical content of a draft as of now: what the review page shows and a clearance approves. */
export function readDraft(plain: PlainDrafts, draft: DraftId, state: State, at: Instant): DraftReading {
  if (isNote(draft)) return { missing: "internal-note" };
  const fields = fieldsOf(plain, draft);
  if (fields === null) return { missing: "nothing-yet" };
  if (fields.kind === "statement.made" && fields.passages === null) return { missing: "unknown-passage" };
  if (fields.statement === null) return { missing: "statement-not-submitted" };
  const open = fields.kind === "reply.exercised" ? roundForReply(state, at) : openRound(state, at);
  const late = open === null && mayBeLate(fields) ? lateRound(state, at) : null;
  const round = open ?? late;
  if (round === null && !NEED_NO_ROUND.has(String(fields.kind))) return { missing: "no-open-round" };
  // [Q3] Said at the draft already: no clearance could help it.
  if (round?.modalities.attribution === "unattributed" && (late !== null || namesItsAuthor(fields)))
    return { missing: "without-attribution" };
  if (fields.kind === "position.stated") {
    const { stance, words, wording } = fields;
    if (stance === "support-with-wording" && wording === undefined) return { missing: "wording-required" };
    if (stance === "reservation" && words === undefined) return { missing: "words-required" };
  }
  if (fields.kind === "disposition.answered" && fields.says === "contests" && fields.words === undefined)
    return { missing: "reason-required" };
  const place = { textVersion: state.text?.version, round: round?.id };
  if (fields.kind === "dissociation.declared") return read({ ...fields, textVersion: place.textVersion });
  if (NEED_NO_ROUND.has(String(fields.kind))) return read(fields);
  return read({ ...fields, ...place, ...(late === null ? {} : { late: true }) });
}

/** [G1] [G3] */
function mayBeLate({ kind, audience }: Record<string, unknown>): boolean {
  const isForAll = audience === undefined || audience === "everyone";
  return isForAll && (kind === "position.stated" || kind === "comment.made" || kind === "statement.made");
}

function namesItsAuthor({ kind, onBehalfOf, statement }: Record<string, unknown>): boolean {
  if (kind === "position.stated") return onBehalfOf !== undefined || statement !== undefined;
  return kind === "statement.made" || kind === "reply.exercised";
}

/** [O3] What may also be said when no round is open. */
const NEED_NO_ROUND = new Set([
  "entry.corrected",
  "alignment.declared",
  "dissociation.declared",
  "wording.associated",
  "silence.objected",
  "silence.explained",
  "statement.confirmed",
  "disposition.answered",
  "participation.declared",
]);

/** What a draft says by itself, whatever round it will be said in; null when it says nothing yet. */
function fieldsOf(plain: PlainDrafts, draft: DraftId): Record<string, unknown> | null {
  if (isNote(draft)) return null;
  const value = (field: DraftField) => plain.drafts[fieldKey(draft, field)];
  const words = trimmed(plain.texts[textRoot("words", draft)]);
  const lang = value("lang");
  if (draft.startsWith("position.")) {
    const stance = value("stance");
    if (stance === undefined) return null;
    // A wording typed for a stance that was then changed stays in the draft and out of the content.
    const wording =
      stance === "support-with-wording" ? trimmed(plain.texts[textRoot("wording", draft)]) : undefined;
    const [, idea, onBehalfOf] = draft.split(".");
    const statement = citedStatement(plain, value("statement"));
    return { kind: "position.stated", idea, stance, words, wording, lang, onBehalfOf, statement };
  }
  const entry = value("entry");
  if (draft.startsWith("alignment.") && entry !== undefined)
    return {
      kind: "alignment.declared",
      entry,
      words,
      lang,
      as: value("as"),
      except: parsed(value("except")),
    };
  if (draft.startsWith("association.") && entry !== undefined) return { kind: "wording.associated", entry };
  if (draft.startsWith("answer.") && entry !== undefined)
    return {
      kind: "disposition.answered",
      entry,
      disposition: value("disposition"),
      says: value("says"),
      words,
      lang,
    };
  if (draft.startsWith("confirmation.") && entry !== undefined) return { kind: "statement.confirmed", entry };
  if (draft.startsWith("participation.")) {
    // A room's values are texts and numbers: "yes" or "no".
    const says = value("takesPart");
    const takesPart = says === "yes" ? true : says === "no" ? false : says;
    return says === undefined ? null : { kind: "participation.declared", takesPart, words, lang };
  }
  if (draft.startsWith("disposition.")) {
    const [as, outcome, where] = [value("as"), value("outcome"), value("where")];
    // What facilitators prepare: no content of a delegation's.
    return outcome === undefined
      ? null
      : { kind: "disposition.given", as, outcome, where, reason: words, lang };
  }
  if (words === undefined) return null;
  if (draft.startsWith("statement."))
    return {
      ...{ kind: "statement.made", manner: value("manner") ?? "written", date: value("date"), words, lang },
      audience: value("audience") ?? "everyone",
      onBehalfOf: value("onBehalfOf"),
      original: parsed(value("original")),
      passages: passagesIn(words, linkedWords(plain, draft)),
    };
  if (draft.startsWith("dissociation."))
    return { kind: "dissociation.declared", entry, target: parsed(value("target")), words, lang };
  if (draft.startsWith("reply."))
    return { kind: "reply.exercised", entry, target: parsed(value("target")), words, lang };
  const onBehalfOf = value("onBehalfOf");
  if (draft.startsWith("objection."))
    return { kind: "silence.objected", entry, words, lang, onBehalfOf, ideas: parsed(value("ideas")) };
  if (draft.startsWith("explanation.")) return { kind: "silence.explained", entry, words, lang, onBehalfOf };
  if (draft.startsWith("correction.")) {
    return { kind: "entry.corrected", entry: value("entry"), words, lang, reason: value("reason") };
  }
  return {
    kind: "comment.made",
    target: parsed(value("target")),
    commentKind: value("commentKind") ?? "general",
    audience: value("audience") ?? "everyone",
    replyTo: value("replyTo"),
    words,
    lang,
  };
}

/**
 * What a draft says now, before anything says whether it could be cleared: to tell later that it changed. Null when
 * it says nothing yet, or holds a value that JSON does not have.
 */
export function saidSoFar(plain: PlainDrafts, draft: DraftId): Hash | null {
  const fields = fieldsOf(plain, draft);
  try {
    return fields === null ? null : hashOf(fields);
  } catch {
    return null;
  }
}

/** Of a content without its round and text version: the same words in a later round, or late, say the same. */
export function saidHash(content: Content): Hash {
  const unplaced = { round: null, textVersion: null, late: null };
  const { round: _round, textVersion: _version, late: _late, ...said } = { ...unplaced, ...content };
  return hashOf(said);
}

/** What a prepared disposition says, and its hash; null when it says nothing. For the podium room alone. */
export function preparedFields(plain: PlainDrafts, draft: DraftId): { fields: object; hash: Hash } | null {
  const fields = fieldsOf(plain, draft);
  try {
    return fields === null ? null : { fields, hash: hashOf(fields) };
  } catch {
    return null; // A value that JSON does not have.
  }
}

/** Days after its submission until a draft is erased. */
export const KEPT_DAYS = 30;

/**
 * [C7] Whether a draft is due to be erased: it was submitted long enough ago and says nothing else since.
 * @param submittedAt time of the entry it was submitted as.
 */
export function isDueForErasing(
  plain: PlainDrafts,
  draft: DraftId,
  submittedAt: Instant,
  at: Instant,
): boolean {
  const submitted = submittedAs(plain, draft);
  if (submitted === null || Date.parse(at) - Date.parse(submittedAt) < KEPT_DAYS * 24 * 3_600_000)
    return false;
  const fields = fieldsOf(plain, draft);
  // Typed away since: nothing is left that was not submitted.
  if (fields === null) return true;
  // A value that JSON does not have was written since: then nothing is equal.
  return saidSoFar(plain, draft) === submitted.hash;
}

function read(fields: object): DraftReading {
  // Judged before it is written: a number that JSON does not have would throw there.
  const judged = Content.safeParse(fields);
  if (!judged.success) return { missing: "malformed" };
  const content = JSON.parse(canonicalJson(judged.data)) as Content;
  return { content, hash: contentHash(content), said: saidHash(content) };
}

/** The entry a draft was last submitted as, and what it said (`saidHash`); null when it never was. */
export function submittedAs(plain: PlainDrafts, draft: DraftId): { seq: number; hash: string } | null {
  const mark = plain.drafts[fieldKey(draft, SUBMITTED_FIELD)];
  const [, seq, hash] = (typeof mark === "string" && /^(\d+):([0-9a-f]{64})$/.exec(mark)) || [];
  return seq === undefined || hash === undefined ? null : { seq: Number(seq), hash };
}

function trimmed(text: string | undefined): string | undefined {
  const words = text?.trim();
  return words === "" ? undefined : words;
}

function parsed(text: unknown): unknown {
  try {
    return typeof text === "string" ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
