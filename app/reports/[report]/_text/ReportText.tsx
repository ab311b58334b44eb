/** The report, never altered: as server HTML, readable without script; in the browser where there is no network. */
import { useTranslations } from "next-intl";
import type { Block, Paragraph, Report } from "#deliberation/report";
import { type IdeaRange, rangesOf } from "#deliberation/segments";
import { blockStarts } from "#deliberation/selected-words";
import type { IdeaState, State } from "#deliberation/state";
import { directionOf, langTag } from "../../../_i18n/languages.ts";
import { BlockText } from "./BlockText.tsx";
import { Gutter } from "./Gutter.tsx";

interface Props {
  id: string;
  report: Report;
  ideas: State["ideas"];
}

export function ReportText({ id, report, ideas: all }: Props) {
  const t = useTranslations("reading");
  const ideas = Object.values(all).filter(({ withdrawn }) => withdrawn === null);
  return (
    <div className="doc" lang={langTag(report.lang)} dir={directionOf(report.lang)}>
      {report.summary.length > 0 && (
        <section className="summary" aria-labelledby="S">
          <h2 id="S">{report.front.at(-1)}</h2>
          {report.summary.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </section>
      )}
      {report.sections.map((section) => (
        <section key={section.key} id={`section-${section.key}`}>
          <h2>
            {section.mark} {section.heading.join(" ")}
          </h2>
          {section.paragraphs.map((paragraph) => (
            <ParagraphText
              key={paragraph.key}
              id={id}
              paragraph={paragraph}
              ideas={ideas.filter((idea) => idea.paragraph === paragraph.key)}
              notes={report.editorialNotes.filter((note) => note.paragraph === paragraph.key)}
            />
          ))}
        </section>
      ))}
      <section className="notes" aria-labelledby="footnotes">
        <h2 id="footnotes" lang={t("lang")}>
          {t("footnotes")}
        </h2>
        <ol>
          {report.footnotes.map((note) => (
            <li key={note.number} id={`note-${note.number}`}>
              <a href={`#marker-${note.number}`} aria-label={t("backTo", { number: note.number })}>
                {note.number}
              </a>{" "}
              <span>{note.text}</span>
              <div popover="auto" id={`footnote-${note.number}`} className="popnote" role="note">
                <b>{note.number}</b> {note.text}
              </div>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

interface ParagraphProps {
  id: string;
  paragraph: Paragraph;
  ideas: IdeaState[];
  notes: Report["editorialNotes"];
}

function ParagraphText({ id, paragraph, ideas, notes }: ParagraphProps) {
  const t = useTranslations("reading");
  const ranges = rangesOf(paragraph, ideas);
  const starts = blockStarts(paragraph);
  return (
    <section className="para" id={paragraph.key}>
      <h3 className="vh" lang={t("lang")}>
        {t("paragraph", { key: paragraph.key, ideas: ideas.length })}
      </h3>
      <div className="num">
        <a href={`/reports/${id}/paragraphs/${paragraph.key}`} data-place={paragraph.key}>
          {paragraph.number}
        </a>
      </div>
      <div>
        {paragraph.blocks.map((block, index) => (
          <BlockShown
            key={starts[index]}
            id={id}
            block={block}
            start={starts[index] ?? 0}
            ranges={ranges.get(index) ?? []}
          />
        ))}
        {notes.map((note) => (
          <p className="editorial" key={note.exact} lang={t("lang")}>
            {t("editorial")} <q lang="zh-Hans">{note.exact}</q>{" "}
            {t("lang") === "zh-Hans" ? note.note.zh : note.note.en}
          </p>
        ))}
      </div>
      <Gutter paragraph={paragraph.key} />
    </section>
  );
}

interface BlockProps {
  id: string;
  block: Block;
  /** In the paragraph's running text. */
  start: number;
  ranges: IdeaRange[];
}

function BlockShown({ id, block, start, ranges }: BlockProps) {
  switch (block.kind) {
    case "heading":
      return (
        <p className="subhead" data-start={start}>
          {block.text}
        </p>
      );
    case "item":
      return (
        <p className="item" id={block.item.key}>
          <span className="mark">{block.item.mark}</span>{" "}
          <span data-start={start}>
            <BlockText report={id} text={block.item.text} footnotes={block.item.footnotes} ideas={ranges} />
          </span>
        </p>
      );
    case "quotation":
      return (
        <blockquote data-start={start}>
          <BlockText
            report={id}
            text={block.quotation.text}
            footnotes={block.quotation.footnotes}
            ideas={ranges}
          />
        </blockquote>
      );
    default:
      return (
        <p className={block.kind === "closing" ? "closing" : undefined} data-start={start}>
          <BlockText report={id} text={block.text} footnotes={block.footnotes} ideas={ranges} />
        </p>
      );
  }
}
