/** Footnote zones and running headers, taken out of the flow of the text. */
import type { Footnote } from "#deliberation/report";
import { joined } from "./join.ts";
import { type Line, UnreadableText } from "./lines.ts";

export interface Taken {
  /** What is left: the running text with its markers. */
  body: Line[];
  /** Texts of the notes by number, with the line each begins at; where it is attached, the body's markers tell. */
  notes: (Omit<Footnote, "at"> & { line: number })[];
  /** Rules, running headers and footers. */
  furniture: string[];
}

const RULE = /^_+$/;

/** A zone starts at a rule and ends at a glued line with a leading blank, or at a page header. */
export function takeNotes(lines: readonly Line[], symbol: string, jobNumber: string): Taken {
  const taken: Taken = { body: [], notes: [], furniture: [] };
  let inZone = false;
  let awaitingText = false;
  let endedInBlank = false;
  for (const line of lines) {
    const { text } = line;
    if (RULE.test(text)) {
      inZone = true;
      taken.furniture.push(text);
    } else if (isFurniture(text, symbol, jobNumber)) {
      inZone = false;
      taken.furniture.push(text);
    } else if (!inZone) {
      taken.body.push(line);
    } else if (line.blank) {
      // Between two notes.
    } else if (text === String(taken.notes.length + 1) && !awaitingText) {
      taken.notes.push({ number: Number(text), text: "", line: line.number });
      awaitingText = true;
    } else if (line.glued && line.leadingBlank && !awaitingText) {
      inZone = false;
      taken.body.push(line);
    } else {
      const note = taken.notes.at(-1);
      if (note === undefined)
        throw new UnreadableText("A zone of notes that begins without a number", line.number);
      note.text = joined(note.text, text, endedInBlank);
      endedInBlank = line.trailingBlank;
      awaitingText = false;
    }
  }
  return taken;
}

function isFurniture(text: string, symbol: string, jobNumber: string): boolean {
  return (
    text === symbol ||
    (jobNumber !== "" && text.startsWith(jobNumber) && /^\d*$/.test(text.slice(jobNumber.length).trim()))
  );
}
