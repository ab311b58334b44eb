/** After a round: the facilitators say what became of words, several at a time, and some of the authors answer. */
import { OUTCOMES, type Outcome } from "#deliberation/entry";
import type { Dice } from "./dice.ts";
import { FACILITATOR, type Floor, type Said, type Stated } from "./floor.ts";
import { sentence } from "./phrases.ts";

/** Answers in one entry. */
const AT_ONCE = 12;

const REASONS = [
  "Agreed language was kept.",
  "Delegations were not of one mind; the paragraph returns to the table.",
  "The matter is taken up in a paragraph further down.",
  "The wording goes beyond what the report says.",
];

export class Dispositions {
  readonly #floor: Floor;
  readonly #dice: Dice;
  readonly #answered = new Set<number>();

  constructor(floor: Floor, dice: Dice) {
    this.#floor = floor;
    this.#dice = dice;
  }

  give(): void {
    const [dice, floor] = [this.#dice, this.#floor];
    const comments = floor.comments.filter(({ open, seq }) => open && !this.#answered.has(seq));
    const wordings = floor.positions.filter(
      (one) =>
        one.stands &&
        one.stance === "support-with-wording" &&
        one.author === one.by &&
        !this.#answered.has(one.seq),
    );
    const chosen: (Said | Stated)[] = dice.shuffled([...comments, ...wordings]).slice(0, AT_ONCE);
    const answers = chosen.map((one) => this.#answer(one));
    if (answers.length === 0) return;
    const disposition = floor.ask(FACILITATOR, { kind: "disposition.given", answers });
    for (const { seq: entry, by, lang } of chosen) {
      this.#answered.add(entry);
      if (dice.chance(0.5)) continue;
      const contests = dice.chance(0.2);
      const words = contests ? { words: sentence(dice, "answer", lang) } : {};
      const said = { entry, disposition, says: contests ? "contests" : "agrees", lang, ...words };
      floor.speak(by, floor.draft("answer"), { kind: "disposition.answered", ...said });
    }
  }

  #answer({ seq, as = seq, ...one }: Said | Stated) {
    const dice = this.#dice;
    const outcome: Outcome = dice.of(OUTCOMES);
    const place = "idea" in one ? one.idea : "report";
    const where = outcome.startsWith("reflected") ? { where: `Chair’s draft, on ${place}` } : {};
    const reason = outcome === "not-reflected" || dice.chance(0.4) ? { reason: dice.of(REASONS) } : {};
    return { to: [{ entry: seq, as }], outcome, lang: "en", ...where, ...reason };
  }
}
