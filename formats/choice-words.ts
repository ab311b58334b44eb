/** What was chosen of a compilation, in words; and, of words that stand in a paper, what was chosen. */
import { type Choice, EVERYTHING, PARTS, type Part } from "#deliberation/choice";
import { IdeaId } from "#deliberation/ids";
import { nameIn } from "./order.ts";
import { headingOf, type PaperSource } from "./paper.ts";
import { PAPER_WORDS, type PaperLang } from "./paper-words.ts";

/** Says that it is everything when it is. */
export function inWords(choice: Choice, { report, compilation }: PaperSource, lang: PaperLang): string {
  const { chosen, legend } = PAPER_WORDS[lang];
  const { section, ideas, delegation, round, standing, without, lists } = choice;
  const names = compilation.delegations.find(({ key }) => key === delegation)?.names;
  const parts = [
    section !== undefined && chosen.section(headingOf(report, section)),
    ideas !== undefined && chosen.ideas(ideas.join(", ")),
    delegation !== undefined && chosen.delegation(names ? nameIn(names, lang, delegation) : delegation),
    round !== undefined && chosen.round(round),
    standing === true && chosen.standing,
    without !== undefined && chosen.without(namesOf(without, lang)),
    lists === true && chosen.lists,
  ].filter((part) => part !== false);
  return parts.length === 0 ? legend.wholeReport : parts.join("; ");
}

/** In the order everybody names them. */
function namesOf(parts: readonly Part[], lang: PaperLang): string {
  return PARTS.filter((part) => parts.includes(part))
    .map((part) => PAPER_WORDS[lang].chosen.part[part])
    .join(", ");
}

/** @returns the choice that a paper says in just these words, blanks apart; null when there is none. */
export function choiceOf(said: string, source: PaperSource, lang: PaperLang): Choice | null {
  const { chosen } = PAPER_WORDS[lang];
  const has = (part: string) => squeezed(said).includes(squeezed(part));
  const or = <T>(found: T[]): (T | undefined)[] => [undefined, ...found];
  const { report, compilation } = source;
  const list = (said.match(/[0-9A-Z]+-[0-9]+/g) ?? []).flatMap((id) => IdeaId.safeParse(id).data ?? []);
  const ideas = or(has(chosen.ideas(list.join(", "))) && list.length > 0 ? [list] : []);
  const standing = has(chosen.standing) ? [true as const, undefined] : [undefined];
  const sections = or(
    report.sections.map(({ key }) => key).filter((key) => has(chosen.section(headingOf(report, key)))),
  );
  const delegations = or(
    compilation.delegations.filter(({ key, names }) => has(chosen.delegation(nameIn(names, lang, key)))),
  );
  const left = PARTS.filter((part) => has(chosen.part[part]));
  const without = left.length > 0 && has(chosen.without(namesOf(left, lang))) ? { without: [...left] } : {};
  const lists = has(chosen.lists) ? { lists: true as const } : {};
  const rounds = or(compilation.rounds.map(({ id }) => id).filter((id) => has(chosen.round(id))));
  for (const section of sections)
    for (const delegation of delegations)
      for (const round of rounds)
        for (const some of ideas)
          for (const stands of standing) {
            const choice: Choice = {
              ...EVERYTHING,
              ...(section === undefined ? {} : { section }),
              ...(some === undefined ? {} : { ideas: some }),
              ...(delegation === undefined ? {} : { delegation: delegation.key }),
              ...(round === undefined ? {} : { round }),
              ...(stands === undefined ? {} : { standing: stands }),
              ...without,
              ...lists,
            };
            if (squeezed(inWords(choice, source, lang)) === squeezed(said)) return choice;
          }
  return null;
}

/** Words without their blanks: programs break lines and double spaces as they like. */
export function squeezed(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\p{Cf}\ufffd]+/gu, "");
}
