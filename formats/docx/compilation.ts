/** The compilation of positions as a Word file, as the Secretariat sets its papers. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ICommentOptions,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TableOfContents,
  TabStopType,
  TextRun,
} from "docx";
import type { CommentRow, IdeaRow } from "#deliberation/compile";
import { noticesOf } from "../notices.ts";
import { nameOf, type Paper } from "../paper.ts";
import { partsOf, zipped } from "../zipped.ts";
import { facts } from "./facts.ts";
import { comments, declarations, saidOnIdea, type Variant } from "./said.ts";
import { settled } from "./settled.ts";
import { officialParagraph } from "./text.ts";
import { FONTS, lines, paragraph, run } from "./writing.ts";

/** A4 in twentieths of a point, with the margins of a United Nations paper. */
const PAGE = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1_700, bottom: 1_440, left: 1_440, right: 1_440 },
};
const TEXT_WIDTH = 9_026;

/** @returns the file; the same paper gives the same bytes. */
export async function compilationDocx(
  paper: Paper,
  variant: Variant = { tracked: false },
): Promise<Uint8Array> {
  const { compilation, words } = paper;
  const hung = variant.tracked ? hungComments(paper) : [];
  const section: ISectionOptions = {
    properties: { page: PAGE, titlePage: false },
    headers: { default: header(paper) },
    footers: { default: footer(paper) },
    children: [...titleBlock(paper), ...body(paper, variant, hung), ...legend(paper)],
  };
  const document = new Document({
    title: `${words.title} ${words.considers(compilation.symbol)}`,
    creator: words.notADocument,
    lastModifiedBy: words.notADocument,
    description: `${compilation.asOf.seq} ${compilation.asOf.hash}`,
    styles: {
      default: {
        document: { run: { font: FONTS, size: 20 } },
        heading1: {
          run: { size: 28, bold: true, color: "000000" },
          paragraph: { spacing: { before: 360, after: 160 } },
        },
        heading2: {
          run: { size: 24, bold: true, color: "000000" },
          paragraph: { spacing: { before: 280, after: 120 } },
        },
        heading3: {
          run: { size: 21, bold: true, color: "005B9F" },
          paragraph: { spacing: { before: 200, after: 80 } },
        },
        heading4: {
          run: { size: 20, bold: true, color: "444444" },
          paragraph: { spacing: { before: 120, after: 60 } },
        },
      },
    },
    footnotes: Object.fromEntries(
      paper.report.footnotes.map(({ number, text }) => [
        number,
        {
          children: [paragraph([...run(` ${text}`, paper.report.lang, { small: true })], paper.report.lang)],
        },
      ]),
    ),
    comments: { children: hung.map((one) => nativeComment(paper, one)) },
    sections: [section],
  });
  const parts = partsOf(await Packer.toBuffer(document));
  return zipped(settled(parts, compilation.asOf.at));
}

function header({ compilation, words, lang }: Paper): Header {
  const symbol = `${words.title} ${words.considers(compilation.symbol)}`;
  return new Header({
    children: [
      paragraph(
        [...run(symbol, lang, { bold: true }), ...run(`\t${words.entry(compilation.asOf.seq)}`, lang)],
        lang,
        {
          tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
          border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 1, color: "000000" } },
        },
      ),
    ],
  });
}

function footer({ compilation, words, lang }: Paper): Footer {
  const page = new TextRun({ children: [PageNumber.CURRENT, "/", PageNumber.TOTAL_PAGES] });
  const notices = compilation.demonstration
    ? `${words.notADocument}. ${words.demonstration}`
    : words.notADocument;
  return new Footer({
    children: [
      paragraph([...run(`${notices}\t`, lang, { small: true }), page], lang, {
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
      }),
    ],
  });
}

function titleBlock(paper: Paper): (Paragraph | Table | TableOfContents)[] {
  const { compilation, words, lang, report } = paper;
  const rule = { bottom: { style: BorderStyle.SINGLE, size: 12, space: 4, color: "000000" } };
  return [
    paragraph([...run(words.title, lang, { bold: true })], lang, {
      heading: HeadingLevel.TITLE,
      alignment: AlignmentType.START,
      border: rule,
    }),
    paragraph(
      [
        ...run(`${words.considers(compilation.symbol)}  `, lang, { bold: true }),
        ...run(report.title, report.lang, { bold: true }),
      ],
      lang,
    ),
    ...noticesOf(compilation, words).map((notice) => paragraph([...run(notice, lang)], lang)),
    ...facts(paper),
    paragraph([...run(words.contents, lang, { bold: true })], lang, { spacing: { before: 300, after: 100 } }),
    new TableOfContents(words.contents, { hyperlink: true, headingStyleRange: "1-2" }),
  ];
}

/** The official text, section by section; below each paragraph what was said on it and on its ideas. */
function body(paper: Paper, variant: Variant, hung: readonly CommentRow[]): Paragraph[] {
  const { compilation, report, words, lang } = paper;
  const all = compilation.ideas.map(({ idea, quote }) => ({ id: idea, quote }));
  const isWhole = paper.chosen === words.legend.wholeReport;
  const onReport = compilation.comments.filter(({ target }) => target.on === "report");
  const children =
    onReport.length === 0 ? [] : [title(paper, words.part.wholeReport), ...comments(paper, onReport, false)];
  for (const section of report.sections) {
    const paragraphs = section.paragraphs.flatMap((one) => {
      const ideas = compilation.ideas.filter(({ paragraph: key }) => key === one.key);
      const said = saidOnParagraph(paper, one.key);
      if (!isWhole && ideas.length === 0 && said.length === 0) return [];
      const own = all.filter(({ id }) => ideas.some(({ idea }) => idea === id));
      const anchored = hung.filter(({ target }) =>
        "paragraph" in target ? target.paragraph === one.key : true,
      );
      return [
        ...officialParagraph(one, report.lang, own, anchored),
        ...said,
        ...ideas.flatMap((idea: IdeaRow) => saidOnIdea(paper, idea, variant)),
      ];
    });
    if (paragraphs.length === 0) continue;
    const heading = `${section.mark} ${section.heading.join(" ")}`.trim();
    children.push(
      paragraph([...run(heading, report.lang)], report.lang, {
        heading: HeadingLevel.HEADING_1,
        keepNext: true,
      }),
      ...paragraphs,
    );
  }
  if (compilation.withdrawnIdeas.length > 0) {
    children.push(title(paper, words.part.withdrawnIdeas));
    for (const idea of compilation.withdrawnIdeas) {
      children.push(
        paragraph(
          [...run(`${idea.idea} `, lang, { bold: true }), ...lines(idea.quote, report.lang)],
          report.lang,
        ),
        paragraph(
          [...run(`${words.status["idea-withdrawn"]}: `, lang), ...run(idea.withdrawn.reason, lang)],
          lang,
        ),
        ...saidOnIdea(paper, idea, variant),
      );
    }
  }
  return children;
}

function saidOnParagraph(paper: Paper, key: string): Paragraph[] {
  const { compilation, words, lang } = paper;
  const said = compilation.comments.filter(({ target }) => "paragraph" in target && target.paragraph === key);
  const declared = compilation.declarations.filter((one) => one.paragraph === key);
  if (said.length + declared.length === 0) return [];
  const heading = paragraph([...run(words.paragraph(key), lang)], lang, {
    heading: HeadingLevel.HEADING_3,
    keepNext: true,
  });
  return [heading, ...comments(paper, said), ...declarations(paper, declared)];
}

/** Comments that stand and can be hung on words of the text. */
function hungComments({ compilation }: Paper): CommentRow[] {
  return [...compilation.comments, ...compilation.ideas.flatMap((idea) => idea.comments)].filter(
    ({ status, words, target }) => status === "stands" && words !== null && target.on !== "report",
  );
}

function nativeComment(paper: Paper, row: CommentRow): ICommentOptions {
  const author =
    row.by.delegation === null ? paper.words.capacity[row.by.capacity] : nameOf(paper, row.by.delegation);
  return {
    id: row.seq,
    author,
    initials: author.slice(0, 2),
    date: new Date(row.at),
    children: [
      new Paragraph({
        children: [
          ...run(`${paper.words.comment[row.commentKind]} (${paper.words.entry(row.seq)}): `, paper.lang),
          ...lines(row.words ?? "", row.lang),
        ],
      }),
    ],
  };
}

function legend(paper: Paper): Paragraph[] {
  const { words, lang } = paper;
  return [
    title(paper, words.part.legend),
    paragraph([...run(words.countingRule, lang)], lang),
    paragraph([...run(words.withoutPrejudice, lang)], lang),
  ];
}

function title({ lang }: Paper, text: string): Paragraph {
  return paragraph([...run(text, lang)], lang, { heading: HeadingLevel.HEADING_1, keepNext: true });
}
