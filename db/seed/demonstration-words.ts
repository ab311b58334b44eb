/** Words of fictional delegations, so that a first visitor sees what a consideration looks like. */
import type { CommentKind, Stance, Target } from "#deliberation/entry";
import { IdeaId, type Lang, ParagraphKey } from "#deliberation/ids";

interface DemoPosition {
  delegation: string;
  idea: string;
  stance: Stance;
  lang: Lang;
  words?: string;
  wording?: string;
}

interface DemoComment {
  delegation: string;
  target: Target;
  commentKind: CommentKind;
  lang: Lang;
  words: string;
}

export const DEMO_POSITIONS: DemoPosition[] = [
  { delegation: "alder", idea: "16-1", stance: "support", lang: "en" },
  {
    delegation: "birch",
    idea: "16-1",
    stance: "support",
    lang: "fr",
    words: "Nous y voyons un exercice volontaire.",
  },
  {
    delegation: "cedar",
    idea: "16-1",
    stance: "reservation",
    lang: "ar",
    words: "نؤيد الفكرة على أن تظل طوعية تماماً.",
  },
  { delegation: "elm", idea: "16-1", stance: "position-reserved", lang: "en" },
  {
    delegation: "alder",
    idea: "17-1",
    stance: "support",
    lang: "en",
    words: "Accession comes first; we have begun ours.",
  },
  { delegation: "birch", idea: "17-1", stance: "support", lang: "fr" },
  {
    delegation: "fig",
    idea: "17-1",
    stance: "does-not-support",
    lang: "es",
    words: "La adhesión a tratados es una decisión de cada Estado.",
  },
  { delegation: "juniper", idea: "17-1", stance: "support", lang: "ru" },
  {
    delegation: "willow",
    idea: "17-1",
    stance: "support",
    lang: "en",
    words: "As an observer we associate ourselves with this idea.",
  },
  { delegation: "fig", idea: "16-2", stance: "does-not-support", lang: "es" },
  {
    delegation: "cedar",
    idea: "16-2",
    stance: "support-with-wording",
    lang: "zh",
    wording:
      "各国可以自愿通过在国内外促进大会第 48/141 号决议规定的联合国人权事务高级专员的广泛而重要的任务，以及人权理事会、特别报告员及人权条约机构的各项任务，帮助推进与保护责任有关的预防和保护目标",
  },
];

/** Stated by the chair on behalf of the group. */
export const DEMO_GROUP_POSITION: Omit<DemoPosition, "delegation"> = {
  idea: "16-2",
  stance: "support",
  lang: "en",
  words: "The group would keep any such step voluntary.",
};

/** A member makes the group's position its own, with an addition. */
export const DEMO_ALIGNMENT: { delegation: string; lang: Lang; words: string } = {
  delegation: "birch",
  lang: "fr",
  words: "Nous ajouterions que les organisations régionales y soient associées.",
};

export const DEMO_COMMENTS: DemoComment[] = [
  {
    delegation: "juniper",
    target: { on: "idea", idea: IdeaId.parse("17-1") },
    commentKind: "question",
    lang: "zh",
    words: "请说明“有关人权的国际文书”是否包括区域文书。",
  },
  {
    delegation: "olive",
    target: { on: "paragraph", paragraph: ParagraphKey.parse("16") },
    commentKind: "substantive",
    lang: "en",
    words: "The universal periodic review should stay the only review of this kind.",
  },
];

/** What a long demonstration says again and again, numbered. */
export const DEMO_PHRASES: { lang: Lang; words: string }[] = [
  { lang: "en", words: "We would welcome an example of how this worked in practice." },
  { lang: "en", words: "This should be read together with the paragraph before it." },
  { lang: "fr", words: "Nous souhaiterions que cette idée reste facultative." },
  { lang: "fr", words: "La formulation gagnerait à être plus précise." },
  { lang: "es", words: "Convendría aclarar quién se encargaría del seguimiento." },
  { lang: "es", words: "Esta idea ya se aplica en nuestra región." },
  { lang: "ru", words: "Просим уточнить, о каких сроках идёт речь." },
  { lang: "ru", words: "Этот вопрос следует рассмотреть отдельно." },
  { lang: "zh", words: "建议说明这一设想与现有机制的关系。" },
  { lang: "zh", words: "我们认为这一点需要进一步讨论。" },
  { lang: "ar", words: "نرى أن هذه الفكرة تحتاج إلى مزيد من التوضيح." },
  { lang: "ar", words: "نقترح الإشارة إلى التجارب الإقليمية." },
];
