/** What every paper says it was made from. */
import { canonicalJson } from "#deliberation/canonical";
import { nameIn } from "./order.ts";
import { inOrder, listed, nameOf, type Paper } from "./paper.ts";

/** @returns names and values, in the paper's language. The checkpoint stands whole: a reader holds the record against it. */
export function factsOf(paper: Paper): [string, string][] {
  const { compilation, checkpoint, words, chosen } = paper;
  const { symbol, title, textVersion, lang, textHash, asOf, rounds } = compilation;
  const minutes = (at: string) => `${at.slice(0, 16).replace("T", " ")} UTC`;
  return [
    [words.legend.report, `${symbol}, ${title}`],
    [words.legend.text, `${words.textVersion(textVersion, lang)}, ${textHash}`],
    [
      words.legend.rounds,
      rounds.map((one) => words.round(one.session, one.id, minutes(one.closedAt ?? one.closesAt))).join("; "),
    ],
    [words.legend.asOf, asOf.at ?? ""],
    [words.legend.entry, `${asOf.seq}, ${asOf.hash}`],
    [words.legend.filter, chosen],
    [words.legend.countingRule, words.countingRule],
    ...notTakingPartFact(paper),
    ...compilation.groups.map(({ key, members }): [string, string] => [
      words.membersOf(nameOf(paper, key), asOf.at === null ? "" : minutes(asOf.at)),
      `${members.length}: ${listed(paper, inOrder(paper, members))}`,
    ]),
    ...standingFacts(paper),
    ...(checkpoint === undefined
      ? []
      : [[words.legend.checkpoint, canonicalJson(checkpoint)] satisfies [string, string]]),
  ];
}

/** [D6] [D8] [D9] Which delegations had other names, another standing, or a successor, as of the paper. */
function standingFacts(paper: Paper): [string, string][] {
  const { compilation, words } = paper;
  const { standing, delegationKind } = words;
  const lines = compilation.delegations.flatMap(({ key, formerly = [], standings = [], succeeded = [] }) => {
    const name = nameOf(paper, key);
    return [
      ...formerly.map(({ names, until }) =>
        standing.named(name, nameIn(names, paper.lang, key), until.slice(0, 10)),
      ),
      ...standings.map(({ kind, since, citation }) =>
        standing.is(name, delegationKind[kind], since, citation),
      ),
      ...succeeded.map(({ manner, by, since, citation }) =>
        standing[manner](name, nameOf(paper, by), since, citation),
      ),
    ];
  });
  return lines.length === 0 ? [] : [[standing.head, lines.join("; ")]];
}

/** [P9] Who takes no part, by name, in every paper; nothing where everybody does. */
export function notTakingPartFact(paper: Paper): [string, string][] {
  const { compilation, words } = paper;
  if (compilation.notTakingPart.length === 0) return [];
  return [[words.participation.out, listed(paper, inOrder(paper, compilation.notTakingPart))]];
}
