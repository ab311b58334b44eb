/** What a pack for capital holds of each idea: for the delegation alone, from what it may read and its own drafts. */
import { asCorrected } from "#deliberation/compile";
import { fieldKey, type PlainDrafts, textRoot } from "#deliberation/draft";
import { STANCES, Stance } from "#deliberation/entry";
import { type DelegationKey, DraftId, type IdeaId, type Lang } from "#deliberation/ids";
import { asOf, belongsTo } from "#deliberation/membership";
import { type SaidBefore, saidOn } from "#deliberation/said-before";
import { type State, standing } from "#deliberation/state";
import { wordsOn } from "#deliberation/statements";
import { inOrder, listed, nameMarked, nameOf, type Paper } from "../paper.ts";
import { PACK_WORDS } from "./words.ts";

export interface Line {
  text: string;
  lang: string;
  /** Said about words, not the words themselves. */
  isNote: boolean;
}

export interface PackRow {
  idea: IdeaId;
  quote: string;
  said: Line[];
  others: Line[];
  draft: Line[];
}

interface From {
  /** As the delegation reads it: the fold of its own view. */
  state: State;
  delegation: DelegationKey;
  drafts: PlainDrafts;
}

/** [B4] @param paper the chosen part, for its ideas, names and words. */
export function packRows(paper: Paper, from: From): PackRow[] {
  return paper.compilation.ideas.map(({ idea, quote }) => ({
    idea,
    quote,
    said: saidOn(from.state, from.delegation, idea).flatMap((one) => saidLines(paper, one)),
    others: othersOn(paper, from, idea),
    draft: draftsOn(paper, from.drafts, idea),
  }));
}

function saidLines(paper: Paper, said: SaidBefore): Line[] {
  const { words } = paper;
  const when = `${said.at.slice(0, 10)} · ${words.entry(said.seq)}`;
  const name = nameOf(paper, said.author);
  switch (said.kind) {
    case "position": {
      const { stance, rev, wording, lang, late, withdrawn } = said.revision;
      const last = asCorrected(said.revision.words, lang, said.revision.corrections);
      const status = withdrawn !== null ? "withdrawn" : said.superseded ? "superseded" : null;
      const head = [
        name,
        words.stance[stance],
        words.rev(rev),
        late && words.late,
        status && words.status[status],
        when,
      ];
      return [note(paper, head), ...spoken(last.words, last.lang), ...spoken(wording, paper.report.lang)];
    }
    case "comment": {
      const { commentKind, rightOfReply, late, withdrawn } = said.comment;
      const last = asCorrected(said.comment.words, said.comment.lang, said.comment.corrections);
      const kind = words.comment[rightOfReply ? "right-of-reply" : commentKind];
      const head = note(paper, [name, kind, late && words.late, withdrawn && words.status.withdrawn, when]);
      return [head, ...(withdrawn === null ? spoken(last.words, last.lang) : [])];
    }
    case "declaration": {
      const { kind, lang, withdrawn } = said.declaration;
      const head = note(paper, [name, words.declaration[kind], withdrawn && words.status.withdrawn, when]);
      return [head, ...spoken(said.declaration.words, lang ?? paper.lang)];
    }
    case "statement": {
      const { lang, late, withdrawn } = said.statement;
      const head = note(paper, [
        name,
        words.statement.kind,
        late && words.late,
        withdrawn && words.status.withdrawn,
        when,
      ]);
      const passages = withdrawn === null ? wordsOn(said.statement, said.place) : [];
      return [head, ...passages.flatMap((one) => spoken(one, lang))];
    }
    default:
      return said satisfies never;
  }
}

/** Our groups with their words, then everybody else by name. */
function othersOn(paper: Paper, { state, delegation }: From, idea: IdeaId): Line[] {
  const { words } = paper;
  const stands = paper.compilation.delegations.flatMap(({ key }) => {
    const now = standing(state.positions[idea]?.[key]);
    return now === null || key === delegation ? [] : [{ key, now }];
  });
  const isOurs = (group: DelegationKey) =>
    state.head.at !== null && belongsTo(state, delegation, group, asOf(state, state.head.at));
  const groups = stands.filter(({ key }) => isOurs(key));
  const others = stands.filter(({ key }) => !isOurs(key));
  const apart = inOrder(
    paper,
    paper.compilation.notTakingPart.filter((key) => key !== delegation),
  );
  return [
    ...groups.flatMap(({ key, now }) => {
      const last = asCorrected(now.words, now.lang, now.corrections);
      const name = nameMarked(paper, key, now.late !== undefined);
      const head = note(paper, [name, words.stance[now.stance], words.entry(now.seq)]);
      return [head, ...spoken(last.words, last.lang), ...spoken(now.wording, paper.report.lang)];
    }),
    ...STANCES.flatMap((stance) => {
      const names = others
        .filter(({ now }) => now.stance === stance)
        .map(({ key, now }) => nameMarked(paper, key, now.late !== undefined));
      return names.length === 0 ? [] : [note(paper, [`${words.stance[stance]}: ${listed(paper, names)}`])];
    }),
    ...(apart.length === 0 ? [] : [note(paper, [`${words.participation.out}: ${listed(paper, apart)}`])]),
  ];
}

function draftsOn(paper: Paper, plain: PlainDrafts, idea: IdeaId): Line[] {
  const own = `position.${idea}`;
  const ids = new Set(
    [
      ...Object.keys(plain.drafts).map((key) => key.slice(0, key.lastIndexOf("/"))),
      ...Object.keys(plain.texts).map((root) => root.slice(root.indexOf("/") + 1)),
    ].filter((id) => id === own || id.startsWith(`${own}.`)),
  );
  return [...ids].sort().flatMap((id) => {
    const draft = DraftId.safeParse(id);
    if (!draft.success) return [];
    const stance = Stance.safeParse(plain.drafts[fieldKey(draft.data, "stance")]);
    const [, , group] = id.split(".");
    const head = [
      group === undefined ? null : PACK_WORDS[paper.lang].onBehalfOf(nameOf(paper, group)),
      stance.success ? paper.words.stance[stance.data] : null,
    ];
    const lang = String(plain.drafts[fieldKey(draft.data, "lang")] ?? paper.lang);
    const text = (root: "words" | "wording") => plain.texts[textRoot(root, draft.data)] ?? null;
    const wording = stance.data === "support-with-wording" ? text("wording") : null;
    return [
      ...(head.some((one) => one !== null) ? [note(paper, head)] : []),
      ...spoken(text("words"), lang),
      ...spoken(wording, paper.report.lang),
    ];
  });
}

function note({ lang }: Paper, parts: readonly (string | null | undefined)[]): Line {
  return { text: parts.filter(Boolean).join(" · "), lang, isNote: true };
}

function spoken(words: string | null, lang: Lang | string): Line[] {
  return (words ?? "").trim() === "" ? [] : [{ text: (words ?? "").trim(), lang, isNote: false }];
}
