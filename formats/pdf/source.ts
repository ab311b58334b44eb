/**
 * A paper as the source of a typesetter (Typst). Words never become markup: they stand in string literals alone, so
 * that nothing a delegation wrote can do anything but be printed.
 */
import type { PaperBlock } from "../blocks.ts";
import { factsOf } from "../facts.ts";
import { noticesOf } from "../notices.ts";
import type { Paper } from "../paper.ts";
import { runningOf } from "../running.ts";
import { officialSource } from "./text.ts";

/** The families of fonts.ts, in the order they are tried. */
const FAMILIES = ["Noto Serif", "Noto Serif SC", "Amiri"];

const SET = `
#set page(paper: "a4", margin: (top: 3cm, bottom: 2.6cm, x: 2.5cm),
  header: { in-lang(paper-lang, { strong(running); h(1fr); as-of }); v(-0.7em); line(length: 100%, stroke: 0.5pt) },
  footer: in-lang(paper-lang, { text(size: 8pt, notices); h(1fr); context counter(page).display("1/1", both: true) }))
#set text(font: families, size: 10pt, fallback: false)
#set par(leading: 0.75em, spacing: 0.9em)
#show heading: it => block(above: 1.5em, below: 0.8em, sticky: true, it.body)
#show heading.where(level: 1): set text(size: 14pt)
#show heading.where(level: 2): set text(size: 10.5pt, fill: rgb("#005b9f"))
#show heading.where(level: 3): set text(size: 10pt, fill: rgb("#444444"))
`;

const FUNCTIONS = `
#let in-lang(l, body) = { set text(lang: l, dir: if l == "ar" { rtl } else { ltr }); body }
#let lines(s) = s.split("\\n").join(linebreak())
#let plain(l, s) = in-lang(l, block(inset: (x: 1.2em), lines(s)))
#let head(level, l, s) = in-lang(l, heading(level: level, outlined: level == 1, s))
#let names(h, n) = in-lang(paper-lang, block(inset: (x: 1.2em), strong(h + ": ") + n))
#let wording(label, who, l, s) = in-lang(if l == "ar" { "ar" } else { paper-lang },
  block(inset: (x: 1.2em), strong(label + " [" + who + ": ") + in-lang(l, lines(s)) + strong("]")))
#let said(who, facts) = strong(who) + text(size: 8.5pt, fill: rgb("#555555"), " (" + facts + ")")
#let item(who, facts, l, s) = if s == none { in-lang(paper-lang, block(inset: (x: 1.2em), said(who, facts))) } else if (l == "ar") != (paper-lang == "ar") {
  in-lang(paper-lang, block(inset: (x: 1.2em), sticky: true, below: 0.5em, said(who, facts) + ":"))
  in-lang(l, block(inset: (x: 1.2em), lines(s)))
} else { in-lang(paper-lang, block(inset: (x: 1.2em), said(who, facts) + ": " + in-lang(l, lines(s)))) }
#let official(l, left, ..parts) = in-lang(l, block(inset: (left: left), parts.pos().join()))
#let idea(s) = strong(s)
#let number(s) = text(size: 8pt, fill: rgb("#555555"), "[" + s + "] ")
#let note(n, l, s) = { counter(footnote).update(n - 1); footnote(in-lang(l, s)) }
`;

/** @returns the whole source. */
export function typstSource(paper: Paper, blocks: readonly PaperBlock[]): string {
  const { compilation, words, lang, report } = paper;
  const running = runningOf(paper);
  // A checkpoint is one long word: broken between its members it stays what it is when it is copied out.
  const broken = (value: string) => (value.startsWith("{") ? value.replaceAll(',"', ',\n"') : value);
  const facts = factsOf(paper).map(([name, value]) => `strong(${str(name)}), lines(${str(broken(value))})`);
  return [
    ...[`#let paper-lang = ${str(lang)}`, `#let families = (${FAMILIES.map(str).join(", ")})`],
    ...[`#let running = ${str(running.title)}`, `#let notices = ${str(running.foot)}`],
    `#let as-of = ${str(running.asOf)}`,
    `#set document(title: ${str(running.title)}, author: ${str(words.notADocument)}, date: ${dateOf(compilation.asOf.at)})`,
    FUNCTIONS,
    SET,
    `#set text(lang: ${str(lang)}, dir: ${lang === "ar" ? "rtl" : "ltr"})`,
    `#text(size: 24pt, strong(${str(words.title)}))`,
    `#block(strong(${str(words.considers(compilation.symbol))} + " " + in-lang(${str(report.lang)}, ${str(report.title)})))`,
    ...noticesOf(compilation, words).map((notice) => `#par(${str(notice)})`),
    `#{ set text(size: 8pt); table(columns: (9em, 1fr), stroke: 0.4pt, ${facts.join(", ")}) }`,
    `#block(above: 1.6em, strong(${str(words.contents)}))`,
    "#outline(title: none, depth: 1)",
    ...blocks.map((block) => `#${sourceOf(paper, block)}`),
  ].join("\n");
}

function sourceOf({ report }: Paper, block: PaperBlock): string {
  switch (block.kind) {
    case "heading":
      return `head(${block.level}, ${str(block.lang)}, ${str(block.text)})`;
    case "official":
      return officialSource(block.paragraph, report, block.ideas, str);
    case "names":
      return `names(${str(block.head)}, ${str(block.names)})`;
    case "wording":
      return `wording(${str(block.label)}, ${str(block.who)}, ${str(block.lang)}, ${str(block.wording)})`;
    case "item":
      return `item(${str(block.who)}, ${str(block.facts)}, ${str(block.lang)}, ${str(block.words)})`;
    case "plain":
      return `plain(${str(block.lang)}, ${str(block.text)})`;
    default:
      return block satisfies never;
  }
}

/** A string literal; what could end it or begin an escape is escaped. */
export function str(text: string | null): string {
  if (text === null) return "none";
  const escaped = text
    .toWellFormed()
    .replaceAll("\r\n", "\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    .replaceAll(/[\u0000-\u0009\u000b-\u001f]/g, " ")
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replaceAll("\n", "\\n");
  return `"${escaped}"`;
}

function dateOf(at: string | null): string {
  const date = new Date(at ?? 0);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const [hour, minute, second] = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()];
  return `datetime(year: ${year}, month: ${month}, day: ${day}, hour: ${hour}, minute: ${minute}, second: ${second})`;
}
