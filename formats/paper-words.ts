/** Words that papers carry, in the language of the paper. */
import type { CommentKind, Stance } from "#deliberation/entry";

export const NOT_A_DOCUMENT = "Informal paper, not a United Nations document";
export const WITHOUT_PREJUDICE =
  "Positions are views expressed in an informal consideration; they are not votes, not an official record of the Assembly, and without prejudice to positions taken elsewhere.";
export const DEMONSTRATION = "Demonstration: all delegations and their words are fictional.";
export const COUNTING_RULE =
  "Member States are counted, each once, in their own name. Observers and groups are listed apart and counted in no total. Not yet stated is the absence of a position and is counted as no stance.";
export const PROVISIONAL =
  "Ideas are provisional: identified from the wording of the Chinese version; the bold of the printed report was not read. The original is not loaded.";

export const STANCE_WORDS: Record<Stance, string> = {
  support: "support",
  "support-with-wording": "support with suggested wording",
  reservation: "reservation",
  "position-reserved": "position reserved",
  "does-not-support": "does not support",
};
export const COMMENT_WORDS: Record<CommentKind, string> = {
  general: "general comment",
  substantive: "substantive comment",
  editorial: "editorial comment",
  technical: "technical comment",
  translation: "translation comment",
  question: "question",
};
