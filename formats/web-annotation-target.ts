/**
 * What an annotation is about, as the Web Annotation model selects it: the report's paragraph by fragment, refined by
 * quote and position. Positions are counted in Unicode code points, as that model says, not in UTF-16 units.
 */
import type { CommentRow } from "#deliberation/compile";
import { findQuote, type Paragraph, paragraphsOf, type Report } from "#deliberation/report";
import { blockStarts, runningText, type SelectedWords, stands } from "#deliberation/selected-words";
import { paragraphName } from "./report-names.ts";

/** Code points kept of what stands before and after an idea. */
const AROUND = 32;
/** Fragments are ids of elements, as in XML: those of the Akoma Ntoso paper of the same report. */
const XML_FRAGMENTS = "http://tools.ietf.org/rfc/rfc3023";

interface Quote {
  exact: string;
  prefix?: string;
  suffix?: string;
}
type Refinement =
  | ({ type: "TextQuoteSelector" } & Quote)
  | { type: "TextPositionSelector"; start: number; end: number };

export interface Selected {
  type: "SpecificResource";
  source: string;
  selector: { type: "FragmentSelector"; conformsTo: string; value: string; refinedBy?: Refinement[] };
}
/** The whole report is its IRI alone. */
export type AnnotationTarget = string | Selected;

/** Finds the passages of one report. What does not stand in its text gets a quote and no position: never a guess. */
export class Passages {
  readonly #source: string;
  readonly #paragraphs: Map<string, { paragraph: Paragraph; text: string }>;

  constructor(report: Report, source: string) {
    this.#source = source;
    this.#paragraphs = new Map(
      paragraphsOf(report).map((paragraph) => [paragraph.key, { paragraph, text: runningText(paragraph) }]),
    );
  }

  idea({ paragraph, quote }: { paragraph: string; quote: string }): Selected {
    const known = this.#paragraphs.get(paragraph);
    const found = known && findQuote(known.paragraph, quote);
    if (known === undefined || !found) return this.#selected(paragraph, [quoted({ exact: quote })]);
    const from = (blockStarts(known.paragraph)[found.block] ?? 0) + found.start;
    const to = from + quote.length;
    const prefix = [...known.text.slice(0, from)].slice(-AROUND).join("");
    const suffix = [...known.text.slice(to)].slice(0, AROUND).join("");
    return this.#selected(paragraph, [
      quoted({ exact: quote, prefix, suffix }),
      position(known.text, from, to),
    ]);
  }

  paragraph(paragraph: string): Selected {
    return this.#selected(paragraph);
  }

  comment(target: Exclude<CommentRow["target"], { on: "idea" }>): AnnotationTarget {
    switch (target.on) {
      case "report":
        return this.#source;
      case "paragraph":
        return this.paragraph(target.paragraph);
      case "words":
        return this.#words(target);
      default:
        return target satisfies never;
    }
  }

  #words(words: SelectedWords): Selected {
    const { paragraph, exact, prefix, suffix, start } = words;
    const text = this.#paragraphs.get(paragraph)?.text;
    const at = text !== undefined && stands(words, text) ? [position(text, start, start + exact.length)] : [];
    return this.#selected(paragraph, [quoted({ exact, prefix, suffix }), ...at]);
  }

  #selected(paragraph: string, refinedBy?: Refinement[]): Selected {
    const selector = {
      ...{ type: "FragmentSelector" as const, conformsTo: XML_FRAGMENTS, value: paragraphName(paragraph) },
      ...(refinedBy === undefined ? {} : { refinedBy }),
    };
    return { type: "SpecificResource", source: this.#source, selector };
  }
}

function quoted(quote: Quote): Refinement {
  return { type: "TextQuoteSelector", ...quote };
}

/** @param from in UTF-16 units, as the record counts. */
function position(text: string, from: number, to: number): Refinement {
  const start = [...text.slice(0, from)].length;
  return { type: "TextPositionSelector", start, end: start + [...text.slice(from, to)].length };
}
