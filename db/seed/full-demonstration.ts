/** The full demonstration's delegations and groups: those of the plain one, and as many more as make an Assembly. */
import type { Names } from "#deliberation/entry";
import { DEMO_DELEGATIONS, DEMO_GROUP } from "./demonstration.ts";
import invented from "./full-demonstration-names.json" with { type: "json" };
import words from "./full-demonstration-words.json" with { type: "json" };

/** 193 members, of which the first are the plain demonstration's, and 4 observers. */
export const FULL_DELEGATIONS: typeof DEMO_DELEGATIONS = [
  ...DEMO_DELEGATIONS,
  ...invented.members.map((one) => ({ ...one, kind: "member" as const })),
  ...invented.observers.map((one) => ({ ...one, kind: "observer" as const })),
];

/** Who took part at first: one that another came after, and an observer that has no standing any more. */
export const FULL_FORMER: ((typeof DEMO_DELEGATIONS)[number] & { successor?: string })[] = [
  {
    key: "two-thickets",
    kind: "member",
    successor: "hundred-wells",
    names: {
      en: "Two Thickets",
      fr: "Deux Fourrés",
      es: "Dos Matorrales",
      ru: "Две Чащи",
      zh: "双丛",
      ar: "الدغلان",
    },
  },
  {
    key: "reed-bank",
    kind: "observer",
    names: {
      en: "Commission of the Reed Bank",
      fr: "Commission de la Roselière",
      es: "Comisión del Carrizal",
      ru: "Комиссия Камышового Берега",
      zh: "芦岸委员会",
      ar: "لجنة ضفة القصب",
    },
  },
];

export interface FullGroup {
  key: string;
  names: Names;
  /** Who speaks for it: from before round `before` (1 unless said) until before round `until`. */
  chairs: { delegation: string; before?: number; until?: number }[];
  /** Who joined it before round `before` (1 unless said) and left it before round `leaves`. */
  members: { delegation: string; before?: number; leaves?: number }[];
}

export const FULL_GROUPS: FullGroup[] = invented.groups.map((group) => ({
  names: DEMO_GROUP.names,
  ...group,
}));

/** What they say, in sentences that stand by themselves. */
export const FULL_WORDS = words;
