/** What stands at the head and the foot of every page, in Word and in PDF. */
import type { Paper } from "./paper.ts";

export interface Running {
  title: string;
  asOf: string;
  foot: string;
}

export function runningOf({ compilation, words }: Paper): Running {
  return {
    title: `${words.title} ${words.considers(compilation.symbol)}`,
    asOf: words.entry(compilation.asOf.seq),
    foot: compilation.demonstration ? `${words.notADocument}. ${words.demonstration}` : words.notADocument,
  };
}
