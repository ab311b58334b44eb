/** Statements of the rounds, and what others say of them: aligned with, dissociated from, answered, corrected. No dice. */
import { FULL_WORDS as words } from "#db/seed/full-demonstration";
import type { Seq } from "#deliberation/ids";
import type { PlannedRound } from "./calendar.ts";
import type { Floor } from "./floor.ts";
import type { Voice } from "./voices.ts";

/** Two statements a round; of each pair the second is corrected after somebody aligned with it. */
const OF_ROUND = 2;

export function makeStatements(floor: Floor, voices: readonly Voice[], { round, opens }: PlannedRound): void {
  // In an order that the seed gives: whoever wants to speak most speaks here as well.
  const loud = voices.filter(({ wants }) => wants.flat().length > 20);
  const first = (Number(round) - 1) * OF_ROUND;
  for (let nth = first; nth < first + OF_ROUND; nth++) {
    const [author, ally, other, asker] = [nth, nth + 1, nth + 2, nth + 3].map((at) => loud[at % loud.length]);
    if (author && ally && other && asker)
      make(floor, { author, ally, other, asker }, { round, date: opens.slice(0, 10) }, nth);
  }
}

interface Cast {
  author: Voice;
  ally: Voice;
  other: Voice;
  asker: Voice;
}

function make(
  floor: Floor,
  { author, ally, other, asker }: Cast,
  { round, date }: { round: string; date: string },
  nth: number,
): void {
  const [idea = "17-1"] = author.wants.flat();
  const paragraph = idea.slice(0, idea.lastIndexOf("-"));
  const { lang } = author;
  const [agrees, adds] = [words.support[lang][0] ?? "", words.general[lang][0] ?? ""];
  const joint = lang === "zh" ? "" : " ";
  const text = `${agrees}${joint}${adds}`;
  const from = agrees.length + joint.length;
  const passages = [
    { start: 0, end: agrees.length, target: { on: "idea", idea } },
    { start: from, end: text.length, target: { on: "paragraph", paragraph } },
  ];
  const place = { textVersion: 1, round };
  const made = {
    manner: nth % 2 === 0 ? "delivered" : "written",
    date,
    words: text,
    lang,
    passages,
    ...place,
  };
  const entry = floor.speak(author.key, floor.draft("statement"), {
    ...{ kind: "statement.made", audience: "everyone", ...made },
  });
  align(
    floor,
    ally,
    entry,
    entry,
    nth % 2 === 0 ? { except: [1], words: words.alignment[ally.lang][0] } : {},
  );
  floor.speak(other.key, floor.draft("dissociation"), {
    ...{ kind: "dissociation.declared", words: words.dissociation[other.lang][0], lang: other.lang },
    ...{ target: { on: "statement", entry, as: entry, passage: 1 }, textVersion: 1 },
  });
  floor.speak(asker.key, floor.draft("comment"), {
    ...{ kind: "comment.made", target: { on: "idea", idea }, commentKind: "question", audience: "everyone" },
    ...{ words: words.question[asker.lang][0], lang: asker.lang, replyTo: entry, ...place },
  });
  if (nth % 2 === 0) return;
  const more = { words: `${text}${joint}${words.reply[lang][0]}`, reason: words.correction[lang][0] };
  const correction = { kind: "entry.corrected", entry, lang, ...more };
  const corrected = floor.speak(author.key, floor.draft("correction"), correction);
  align(floor, asker, entry, corrected, {});
}

function align(floor: Floor, { key, lang }: Voice, entry: Seq, as: Seq, more: object): void {
  const said = { kind: "alignment.declared", entry, as, lang, ...more };
  floor.speak(key, floor.draft("alignment"), said);
}
