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
 * [J3] [J4] What is published together: the answers to open words in one entry, those to the sealed words of each
 * author in one of their own; alike words that are answered alike are named in one answer.
 */
export function publicationsOf(
  queue: readonly Queued[],
  prepared: ReadonlyMap<number, Prepared>,
): Publication[] {
  const heard = new Map<string, Publication>();
  const answers = new Map<string, DispositionAnswer>();
  for (const one of queue) {
    const answer = prepared.get(one.entry);
    if (answer === undefined || answer.lacks !== null || answer.as !== one.as) continue;
    const { outcome, where, reason, lang, as } = answer;
    const sealedFor = one.audience === "everyone" || one.by === null ? undefined : one.by;
    const said = {
      outcome,
      lang,
      ...(where === undefined ? {} : { where }),
      ...(reason === undefined ? {} : { reason }),
    };
    const key = JSON.stringify([sealedFor ?? "", one.alike[0], said]);
    const alike = answers.get(key);
    if (alike !== undefined) {
      alike.to.push({ entry: one.entry, as });
      continue;
    }
    const entry = { to: [{ entry: one.entry, as }], ...said };
    answers.set(key, entry);
    const publication = heard.get(sealedFor ?? "") ?? {
      answers: [],
      ...(sealedFor === undefined ? {} : { heardBy: sealedFor }),
    };
    heard.set(sealedFor ?? "", publication);
    publication.answers.push(entry);
  }
  return [...heard.values()].flatMap(({ answers: all, ...rest }) =>
    Array.from({ length: Math.ceil(all.length / MOST_ANSWERS) }, (_, nth) => ({
      ...rest,
      answers: all.slice(nth * MOST_ANSWERS, (nth + 1) * MOST_ANSWERS),
    })),
  );
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
