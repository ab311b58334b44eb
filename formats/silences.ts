/** Silence procedures in a paper to be read: their outcome beside each idea, and each in full at the end. */
import type { SilenceRow } from "#deliberation/compile";
import type { PaperBlock } from "./blocks.ts";
import { listed, nameOf, type Paper } from "./paper.ts";

/** A line each beside an idea; on an idea that silence was broken on it says so, whatever became of others. */
export function silenceLines({ words, compilation }: Paper, idea: string): string[] {
  return compilation.silences
    .filter(({ ideas }) => (ideas as string[]).includes(idea))
    .map((one) => {
      const isBroken = (one.broken as string[]).includes(idea) && one.cancelled === null;
      const status = words.silence.status[isBroken ? "broken" : one.status];
      return `${words.silence.heading(one.number)}: ${status}`;
    });
}

export function silencesOn(paper: Paper, idea: string): PaperBlock[] {
  return silenceLines(paper, idea).map((text) => ({ kind: "plain", text, lang: paper.lang }));
}

export function wholeSilences(paper: Paper): PaperBlock[] {
  const { words, compilation, lang } = paper;
  if (compilation.silences.length === 0) return [];
  const plain = (text: string): PaperBlock => ({ kind: "plain", text, lang });
  return [
    { kind: "heading", level: 1, text: words.silence.title, lang },
    ...compilation.silences.flatMap((one): PaperBlock[] => [
      {
        kind: "heading",
        level: 2,
        text: `${words.silence.heading(one.number)}: ${words.silence.status[one.status]}`,
        lang,
      },
      plain(words.silence.on(listed(paper, one.ideas), utc(one.closesAt))),
      { kind: "plain", text: one.wording, lang: one.lang },
      ...(one.broken.length === 0 ? [] : [plain(words.silence.broken(listed(paper, one.broken)))]),
      ...(one.cancelled === null
        ? []
        : [{ kind: "plain", text: one.cancelled.reason, lang: one.cancelled.lang } satisfies PaperBlock]),
      ...one.said.flatMap((said): PaperBlock[] => [
        plain(
          `${nameOf(paper, said.delegation)}: ${silenceSaid(paper, said)} · ${utc(said.at)} · ${words.entry(said.seq)}`,
        ),
        { kind: "plain", text: said.words, lang: said.lang },
        ...(said.annulled === null
          ? []
          : [{ kind: "plain", text: said.annulled.reason, lang: said.annulled.lang } satisfies PaperBlock]),
      ]),
    ]),
  ];
}

/** Whether it stands, or when it was annulled. */
export function silenceSaidStatus({ words }: Paper, { annulled }: SilenceRow["said"][number]): string {
  return annulled === null ? words.status.stands : words.silence.annulled(utc(annulled.at));
}

/** Of which sort it is, to which ideas, and how it was received when it came from elsewhere. */
export function silenceSaid({ words }: Paper, said: SilenceRow["said"][number]): string {
  return [
    words.silence.said[said.kind],
    ...(said.ideas === null ? [] : [said.ideas.join(" ")]),
    ...(said.received === null ? [] : [words.silence.received[said.received.means](utc(said.received.at))]),
    ...(said.received === null ? [] : [words.capacity[said.by.capacity]]),
    ...(said.annulled === null ? [] : [words.silence.annulled(utc(said.annulled.at))]),
  ].join(" · ");
}

function utc(at: string): string {
  return `${at.slice(0, 16).replace("T", " ")} UTC`;
}
