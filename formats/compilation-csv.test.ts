import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type CommentRow,
  type Compilation,
  compile,
  type DeclarationRow,
  type SilenceRow,
  type UnattributedRow,
} from "#deliberation/compile";
import { STANCES } from "#deliberation/entry";
import { stateAt } from "#deliberation/fold";
import { publicForm } from "#deliberation/view";
import { anyWorld, SEEDED } from "../deliberation/testing/records.ts";
import { REPORT } from "../deliberation/testing/report.ts";
import { World } from "../deliberation/testing/world.ts";
import { compilationCsv } from "./compilation-csv.ts";
import { compilationJson } from "./compilation-json.ts";
import { asText } from "./csv.ts";
import { paperFrom } from "./paper.ts";
import { COLUMNS, type Column, PAPER_LANGS, PAPER_WORDS, type PaperLang } from "./paper-words.ts";
import { parsed } from "./testing/parsed.ts";

const { stance, comment, declaration, statement, silence, status, capacity, participation } = PAPER_WORDS.en;

function csvOf(compilation: Compilation, lang: PaperLang = "en"): string {
  return compilationCsv(paperFrom({ compilation, report: REPORT }, lang));
}

function jsonOf(compilation: Compilation, lang: PaperLang = "en"): string {
  return compilationJson(paperFrom({ compilation, report: REPORT }, lang));
}

function heard(): World {
  const world = World.opened();
  world.states("alder", "17-1", "support");
  world.states("alder", "17-1", "reservation", { words: '=HYPERLINK("http://elsewhere")' });
  world.states("birch", "17-1", "support-with-wording", { lang: "zh" });
  world.states("willow", "17-1", "does-not-support");
  world.comments("cedar", { words: 'Lines\nand, "marks"' });
  return world;
}

/** The rows of the paper's first block, by the names of its columns. */
function itemsOf(paper: string): Record<Column, string>[] {
  const [, ...rows] = parsed(paper);
  const end = rows.findIndex((row) => row.length === 1 && row[0] === "");
  return rows
    .slice(0, end)
    .map(
      (row) =>
        Object.fromEntries(COLUMNS.map((column, index) => [column, row[index]])) as Record<Column, string>,
    );
}

/** The rows of the block of figures; empty where there is none. */
function totalsOf(paper: string): string[][] {
  const rows = parsed(paper);
  const start = rows.findIndex(([first]) => first === PAPER_WORDS.en.totals.head);
  if (start < 0) return [];
  return rows.slice(
    start + 1,
    rows.findIndex((row, index) => index > start && row.length === 1),
  );
}

test("[K2] read back, the paper says every revision and comment, newest first, and marks what no longer stands", () => {
  const paper = csvOf(compile(heard().state));
  expect(parsed(paper)[0]).toEqual([...COLUMNS]);
  const rows = itemsOf(paper);
  expect(
    rows.map(({ delegation, kind, position, was, status }) => [delegation, kind, position, was, status]),
  ).toEqual([
    ["alder", "position", "reservation", "support", "stands"],
    ["alder", "position", "support", "", "superseded"],
    ["birch", "position", "support with suggested wording", "", "stands"],
    ["willow", "position", "does not support", "", "stands"],
    ["cedar", "general comment", "", "", "stands"],
  ]);
  expect(rows[0]?.statement).toBe(`'=HYPERLINK("http://elsewhere")`);
  expect(rows[3]?.["delegation kind"]).toBe("observer");
  expect(rows[4]?.statement).toBe('Lines\nand, "marks"');
});

test("[K1] [K3] of any record the paper says what the compilation says, to the last row", () => {
  fc.assert(
    fc.property(anyWorld, ({ entries }) => {
      const compilation = compile(stateAt(entries.map(publicForm)));
      const paper = csvOf(compilation);
      const told = itemsOf(paper).map((row) => [
        ...[
          row["entry number"],
          row.idea,
          row.statement,
          row.position,
          row.kind,
          row.status,
          row["reply to"],
        ],
      ]);
      expect(told).toEqual(expected(paperFrom({ compilation, report: REPORT }, "en").compilation));
    }),
    SEEDED,
  );
});

function expected(compilation: Compilation): string[][] {
  const { ideas, withdrawnIdeas, comments, declarations, statements, silences, delegations } = compilation;
  const { unattributed } = compilation;
  const nameOf = (key: string) => delegations.find((one) => one.key === key)?.names.en;
  const kindOf = (row: CommentRow) => comment[row.rightOfReply ? "right-of-reply" : row.commentKind];
  const declared = <I>(row: DeclarationRow, idea: I) => ({
    ...{ ...row, idea, kind: declaration[row.kind], replyTo: row.with?.entry ?? null },
    position: row.with === null ? "" : `${nameOf(row.with.author)} (rev. ${row.with.rev})`,
  });
  const unnamed = <I>(row: UnattributedRow, idea: I) => ({
    ...{ ...row, idea, position: row.stance === null ? "" : stance[row.stance] },
    kind: row.commentKind === null ? "position" : comment[row.commentKind],
  });
  const withdrawn = new Set<object>(withdrawnIdeas);
  const onIdeas = [...ideas, ...withdrawnIdeas].flatMap((idea) => [
    ...idea.positions.map((row) => ({ ...row, idea, position: stance[row.stance], kind: "position" })),
    ...idea.comments.map((row) => ({ ...row, idea, position: "", kind: kindOf(row) })),
    ...idea.declarations.map((row) => declared(row, idea)),
    ...idea.unattributed.map((row) => unnamed(row, idea)),
  ]);
  const others = comments.map((row) => ({
    ...row,
    idea: null,
    position: "",
    kind: kindOf(row),
  }));
  const passages = declarations.map((row) => declared(row, null));
  // One row a statement, with every idea it speaks to.
  const aboutStatement = ({ kind, statement: named }: DeclarationRow) => {
    if (named === undefined) return "";
    const { alignedWithStatement, dissociatedFromStatement, exceptPassages, onPassage } = PAPER_WORDS.en;
    const what = kind === "alignment.declared" ? alignedWithStatement : dissociatedFromStatement;
    const parts = [
      what(nameOf(named.author) ?? "", named.rev),
      ...(named.except.length > 0 ? [exceptPassages(named.except.join(", "))] : []),
      ...(named.passage === null ? [] : [onPassage(named.passage)]),
    ];
    return parts.join(", ");
  };
  const brought = statements.flatMap((row) => [
    [
      String(row.seq),
      [...new Set(row.passages.flatMap(({ target }) => (target.on === "idea" ? [target.idea] : [])))].join(
        ", ",
      ),
      ...[asText(row.words ?? ""), "", `${statement.kind} · ${statement[row.manner](row.date)}`],
      row.status === "unconfirmed" || row.status === "annulled"
        ? statement.status[row.status]
        : status[row.status],
      "",
    ],
    ...row.declarations.map((one) => [
      ...[String(one.seq), "", asText(one.words ?? ""), aboutStatement(one)],
      ...[declaration[one.kind], status[one.status], String(one.statement?.entry)],
    ]),
  ]);
  const nowhere = unattributed.map((row) => unnamed(row, null));
  const said = [...onIdeas, ...others, ...passages, ...nowhere].map((row) => [
    ...[String(row.seq), row.idea?.idea ?? "", asText(row.words ?? ""), row.position, row.kind],
    row.status === "stands" && row.idea !== null && withdrawn.has(row.idea)
      ? status["idea-withdrawn"]
      : status[row.status],
    "replyTo" in row && row.replyTo !== null ? String(row.replyTo) : "",
  ]);
  const taking = compilation.participation.map((row) => [
    ...[String(row.seq), "", asText(row.words ?? ""), ""],
    ...[row.takesPart ? participation.again : participation.out, status[row.status], ""],
  ]);
  return [...said, ...brought, ...taking, ...silences.flatMap(expectedOfSilence)];
}

/** The wording with its outcome, then every objection and explanation. */
function expectedOfSilence({ seq, number, ideas, status: outcome, said }: SilenceRow): string[][] {
  const words = said.map((one) => {
    const kind = [
      silence.said[one.kind],
      ...(one.ideas === null ? [] : [one.ideas.join(" ")]),
      ...(one.received === null ? [] : [silence.received[one.received.means](minute(one.received.at))]),
      ...(one.received === null ? [] : [capacity[one.by.capacity]]),
      ...(one.annulled === null ? [] : [silence.annulled(minute(one.annulled.at))]),
    ].join(" · ");
    const stands = one.annulled === null ? status.stands : silence.annulled(minute(one.annulled.at));
    const on = (one.ideas ?? ideas).join(", ");
    return [String(one.seq), on, asText(one.words), "", kind, stands, String(seq)];
  });
  return [
    [String(seq), ideas.join(", "), "", "", silence.heading(number), silence.status[outcome], ""],
    ...words,
  ];
}

function minute(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}

test("[N2] [N3] in the paper of any record the figures add up to the membership, or are not there at all", () => {
  let shown = 0;
  fc.assert(
    fc.property(anyWorld, ({ state }) => {
      const compilation = compile(state);
      const totals = totalsOf(csvOf(compilation));
      const members = compilation.delegations.filter(({ kind }) => kind === "member").length;
      expect(totals).toHaveLength(compilation.totalsShown ? compilation.ideas.length : 0);
      for (const [, ...figures] of totals) {
        const sum = figures.slice(0, STANCES.length + 2).reduce((total, figure) => total + Number(figure), 0);
        expect([sum, Number(figures.at(-1))]).toEqual([members, members]);
        shown += 1;
      }
    }),
    SEEDED,
  );
  expect(shown).toBeGreaterThan(20);
});

test("[N3] where totals are not shown, the JSON has no figures either", () => {
  const compilation = compile(World.opened({ totals: false }).state);
  expect(jsonOf(compilation)).not.toMatch(/"(?:heard|of|stand|notStated)":/);
  expect(jsonOf({ ...compilation, totalsShown: true })).toContain('"heard":0');
});

test("[K1] the same record gives the same bytes", () => {
  const [one, other] = [compile(heard().state), compile(JSON.parse(JSON.stringify(heard().state)))];
  expect(csvOf(one)).toBe(csvOf(other));
  expect(jsonOf(one)).toBe(jsonOf(other));
});

test("every paper says what it is and as of when; what is no demonstration is not called one", () => {
  const compilation = compile(heard().state);
  const { asOf } = compilation;
  const real = { ...compilation, demonstration: false };
  for (const lang of PAPER_LANGS) {
    const words = PAPER_WORDS[lang];
    const cells = parsed(csvOf(compilation, lang)).flat().join("\n");
    const said = [words.notADocument, words.withoutPrejudice, words.countingRule, "A/63/677"];
    for (const one of [...said, asOf.hash, asOf.at, String(asOf.seq), compilation.textHash]) {
      expect(cells).toContain(one);
    }
    expect(cells).toContain(words.demonstration);
    expect(parsed(csvOf(real, lang)).flat()).not.toContain(words.demonstration);
    expect(jsonOf(compilation, lang)).toContain(words.notADocument);
  }
});

test("a paper in Chinese has the same rows under Chinese heads", () => {
  const compilation = compile(heard().state);
  const [one, other] = [csvOf(compilation), csvOf(compilation, "zh")];
  expect(parsed(other)[0]).toEqual(COLUMNS.map((column) => PAPER_WORDS.zh.column[column]));
  const numbers = (paper: string) => itemsOf(paper).map((row) => row["entry number"]);
  expect(numbers(other).toSorted()).toEqual(numbers(one).toSorted());
  expect(itemsOf(other)[0]?.position).toBe("保留意见");
});
