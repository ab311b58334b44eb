/** The body of a paper to be read: the official text section by section, and below each paragraph what was said on it. */
import type { PaperBlock } from "./blocks.ts";
import { headingOf, type Paper } from "./paper.ts";
import { commentBlocks, declarationBlocks, participationBlocks, saidOnIdea } from "./said.ts";
import { wholeSilences } from "./silences.ts";
import { passageBlocks, wholeStatements } from "./statements.ts";
import { unattributedBlocks } from "./unattributed.ts";

/** Of a chosen part only the paragraphs that hold something chosen are in it. */
export function bodyOf(paper: Paper): PaperBlock[] {
  const { compilation, report, words, lang } = paper;
  const isWhole = paper.chosen === words.legend.wholeReport;
  const onReport = compilation.comments.filter(({ target }) => target.on === "report");
  const unnamed = compilation.unattributed.filter(({ target }) => target.on === "report");
  const blocks: PaperBlock[] =
    onReport.length + unnamed.length === 0
      ? []
      : [
          heading(paper, words.part.wholeReport),
          ...commentBlocks(paper, onReport, false),
          ...unattributedBlocks(paper, unnamed),
        ];
  for (const section of report.sections) {
    const paragraphs = section.paragraphs.flatMap((one): PaperBlock[] => {
      const rows = compilation.ideas.filter(({ paragraph }) => paragraph === one.key);
      const said = saidOnParagraph(paper, one.key);
      if (!isWhole && rows.length === 0 && said.length === 0) return [];
      const ideas = rows.map(({ idea, quote }) => ({ id: idea, quote }));
      return [
        { kind: "official", paragraph: one, ideas },
        ...said,
        ...rows.flatMap((row) => saidOnIdea(paper, row)),
      ];
    });
    if (paragraphs.length === 0) continue;
    blocks.push(
      { kind: "heading", level: 1, text: headingOf(report, section.key), lang: report.lang },
      ...paragraphs,
    );
  }
  if (compilation.withdrawnIdeas.length > 0) {
    blocks.push(heading(paper, words.part.withdrawnIdeas));
    for (const idea of compilation.withdrawnIdeas) {
      const [said, ...rest] = saidOnIdea(paper, idea);
      blocks.push(
        ...(said === undefined ? [] : [said]),
        { kind: "plain", text: idea.quote, lang: report.lang },
        { kind: "plain", text: `${words.status["idea-withdrawn"]}: ${idea.withdrawn.reason}`, lang },
        ...rest,
      );
    }
  }
  return [
    ...blocks,
    ...participationBlocks(paper),
    ...wholeStatements(paper),
    ...wholeSilences(paper),
    heading(paper, words.part.legend),
    { kind: "plain", text: words.countingRule, lang },
    { kind: "plain", text: words.withoutPrejudice, lang },
  ];
}

function saidOnParagraph(paper: Paper, key: string): PaperBlock[] {
  const { compilation, words, lang } = paper;
  const said = compilation.comments.filter(({ target }) => "paragraph" in target && target.paragraph === key);
  const declared = compilation.declarations.filter((one) => one.paragraph === key);
  const stated = passageBlocks(paper, { paragraph: key });
  const unnamed = compilation.unattributed.filter(
    ({ target }) => "paragraph" in target && target.paragraph === key,
  );
  if (said.length + declared.length + stated.length + unnamed.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: words.paragraph(key), lang },
    ...stated,
    ...commentBlocks(paper, said),
    ...declarationBlocks(paper, declared),
    ...unattributedBlocks(paper, unnamed),
  ];
}

function heading({ lang }: Paper, text: string): PaperBlock {
  return { kind: "heading", level: 1, text, lang };
}
