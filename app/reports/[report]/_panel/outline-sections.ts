/** Sections and paragraphs as the outline lists them: by their headings and first words. */
import type { Report } from "#deliberation/report";

export interface OutlineSection {
  key: string;
  heading: string;
  paragraphs: { key: string; opening: string }[];
}

const FIRST_LETTERS = 9;

export function outlineSections({ sections }: Report): OutlineSection[] {
  return sections.map(({ key, mark, heading, paragraphs }) => ({
    key,
    heading: `${mark} ${heading[0]}`,
    paragraphs: paragraphs.map((one) => ({ key: one.key, opening: openingOf(one.blocks[0]) })),
  }));
}

function openingOf(block: { kind: string; text?: string } | undefined): string {
  return block?.text?.slice(0, FIRST_LETTERS) ?? "";
}
