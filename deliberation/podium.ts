/** What facilitators prepare together before it is published: an answer to each of some words. Rules J of SPEC.md. */
import { hashOf } from "./canonical.ts";
import type { Queued } from "./disposition-queue.ts";
import { draftIds, type PlainDrafts, preparedFields, submittedAs } from "./draft.ts";
import { DispositionAnswer, type Outcome } from "./entry.ts";
import { type DelegationKey, DraftId, type Hash, type Lang, type Seq } from "./ids.ts";
import type { RefusalCode } from "./refusal.ts";

/** The podium room is kept as a draft room is, under a name that no delegation is given. */
export const PODIUM = "podium" as DelegationKey;

export interface Prepared {
  entry: Seq;
  as: Seq;
  outcome: Outcome;
  where: string | undefined;
  reason: string | undefined;
  lang: Lang;
  /** What it still needs before it can be published. */
  lacks: RefusalCode | null;
}

export function draftOfAnswer(entry: number): DraftId {
  return DraftId.parse(`disposition.${entry}`);
}

/** [J9] The answers that are prepared and not published as they are, by the entry they answer. */
export function preparedIn(plain: PlainDrafts): Map<number, Prepared> {
  const all = new Map<number, Prepared>();
  for (const draft of draftIds(plain)) {
    if (!draft.startsWith("disposition.")) continue;
    const one = preparedFields(plain, draft);
    if (one === null || submittedAs(plain, draft)?.hash === one.hash) continue;
    const entry = Number(draft.slice("disposition.".length)) as Seq;
    const { as = entry, outcome, where, reason, lang } = one.fields as Omit<Prepared, "entry" | "lacks">;
    const placed = typeof where === "string" && where.trim() !== "" ? where.trim() : undefined;
    const said = { outcome, where: placed, reason, lang };
    const judged = DispositionAnswer.safeParse({ to: [{ entry, as }], ...said });
    all.set(entry, { entry, as, ...said, lacks: judged.success ? lacksOf(said) : "malformed" });
  }
  return all;
}

function lacksOf({
  outcome,
  where,
  reason,
}: Pick<Prepared, "outcome" | "where" | "reason">): RefusalCode | null {
  if (outcome === "reflected" && where === undefined) return "place-required";
  return outcome === "not-reflected" && reason === undefined ? "reason-required" : null;
}

export interface Publication {
  answers: DispositionAnswer[];
  heardBy?: DelegationKey;
}

/** Answers in one entry. */
const MOST_ANSWERS = 200;

/**
 * [J3] [J4] [J7] What is published together: the answers to open words in one entry, those to the sealed words of each
 * author in one of their own. An answer prepared for the first of some alike words is for all of them; whoever has just
 * that answer already is not answered again.
 */
export function publicationsOf(
  queue: readonly Queued[],
  prepared: ReadonlyMap<number, Prepared>,
): Publication[] {
  const now = new Map(queue.map((one) => [one.entry as number, one]));
  const heard = new Map<string, Publication>();
  const answers = new Map<string, DispositionAnswer>();
  for (const one of queue) {
    const answer = readyFor(one, prepared, now);
    if (answer === null) continue;
    const { outcome, where, reason, lang } = answer;
    const given = { ...(where === undefined ? {} : { where }), ...(reason === undefined ? {} : { reason }) };
    const said = { outcome, lang, ...given };
    const sealedFor = one.audience === "everyone" || one.by === null ? undefined : one.by;
    const key = JSON.stringify([sealedFor ?? "", one.alike[0], said]);
    const to = { entry: one.entry, as: one.as };
    const alike = answers.get(key);
    if (alike !== undefined) {
      alike.to.push(to);
      continue;
    }
    const first = { to: [to], ...said };
    answers.set(key, first);
    const heardBy = sealedFor === undefined ? {} : { heardBy: sealedFor };
    const publication = heard.get(sealedFor ?? "") ?? { answers: [], ...heardBy };
    heard.set(sealedFor ?? "", publication);
    publication.answers.push(first);
  }
  return [...heard.values()].flatMap(({ answers: all, ...rest }) =>
    Array.from({ length: Math.ceil(all.length / MOST_ANSWERS) }, (_, nth) => ({
      ...rest,
      answers: all.slice(nth * MOST_ANSWERS, (nth + 1) * MOST_ANSWERS),
    })),
  );
}

/** The answer that is ready for some words, and differs from what was said of them. */
function readyFor(
  one: Queued,
  prepared: ReadonlyMap<number, Prepared>,
  now: ReadonlyMap<number, Queued>,
): Prepared | null {
  const answer = prepared.get(one.entry) ?? prepared.get(one.alike[0] ?? one.entry);
  if (answer === undefined || answer.lacks !== null || now.get(answer.entry)?.as !== answer.as) return null;
  const { disposition, moved } = one;
  if (disposition === null || moved || answer.entry === one.entry) return answer;
  const { outcome, where, reason } = disposition;
  const isSaid = outcome === answer.outcome && where === (answer.where ?? null);
  return isSaid && reason === (answer.reason ?? null) ? null : answer;
}

/** The prepared answers that were published with an entry, each with the hash of what it said. */
export function preparedAs(answers: readonly DispositionAnswer[]): { draft: DraftId; hash: Hash }[] {
  return answers.flatMap(({ to, outcome, where, reason, lang }) =>
    to.map(({ entry, as }) => ({
      draft: draftOfAnswer(entry),
      hash: hashOf({ kind: "disposition.given", as, outcome, where, reason, lang }),
    })),
  );
}
