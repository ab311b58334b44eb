/**
 * The report in Akoma Ntoso 1.0 (OASIS LegalDocML), its ideas as named inline elements, and beside it, as an
 * attachment, what was said on it. Not a character of the official text differs.
 */
import { factsOf } from "../facts.ts";
import { noticesOf } from "../notices.ts";
import type { Paper } from "../paper.ts";
import { ideaName } from "../report-names.ts";
import { block, inline, text } from "../xml.ts";
import { annotationsAttached } from "./annotations.ts";
import { editorName, identification, reference, references } from "./meta.ts";
import { conceptOfIdea, editorialNoteName, mainBody, preface } from "./text.ts";

const AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
/** For what the standard leaves to whoever marks up. */
const OWN = "urn:x-continued-consideration:vocabulary";

/** @returns the file's text; the same paper gives the same bytes. */
export function akomaNtoso(paper: Paper): string {
  const { report, compilation } = paper;
  const ideas = compilation.ideas.map(({ idea, quote, provisional }) => ({ id: idea, quote, provisional }));
  const document = block(
    "doc",
    { name: "report" },
    meta(paper),
    coverPage(paper),
    preface(report),
    mainBody(report, ideas),
    block("attachments", {}, annotationsAttached(paper)),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${block("akomaNtoso", { xmlns: AKN }, document)}\n`;
}

function meta(paper: Paper): string {
  const { report, compilation } = paper;
  const component = { name: "main", language: report.lang, prefix: "", author: "issuer" } as const;
  const concepts = compilation.ideas.map(({ idea }) =>
    reference("TLCConcept", conceptOfIdea(idea), `concept/un/${ideaName(idea)}`, idea),
  );
  return block(
    "meta",
    {},
    identification(paper, component),
    references("", ...concepts),
    editorialNotes(paper),
    proprietary(paper),
  );
}

/** Likely slips of the official text: told beside it, never corrected in it. */
function editorialNotes({ report }: Paper): string {
  const notes = report.editorialNotes.map(({ note }, number) =>
    block(
      "note",
      { eId: editorialNoteName(number + 1) },
      ...Object.entries(note).map(([lang, said]) => inline("p", { "xml:lang": lang }, text(said))),
    ),
  );
  return notes.length === 0 ? "" : block("notes", { source: `#${editorName()}` }, ...notes);
}

function proprietary({ compilation }: Paper): string {
  const { asOf, textVersion, textHash, demonstration } = compilation;
  const stamp = { entry: asOf.seq, hash: asOf.hash, at: asOf.at ?? undefined };
  return block(
    "proprietary",
    { source: `#${editorName()}`, "xmlns:own": OWN },
    inline("own:asOf", { ...stamp, textVersion, textHash, demonstration: String(demonstration) }),
  );
}

/** What this paper says of itself: not of the report, and marked so. */
function coverPage(paper: Paper): string {
  const { compilation, words, lang } = paper;
  return block(
    "coverPage",
    { status: "editorial", "xml:lang": lang },
    ...noticesOf(compilation, words).map((notice) => inline("p", { class: "notice" }, text(notice))),
    ...factsOf(paper).map(([name, said]) =>
      inline("p", { class: "fact" }, inline("b", {}, text(name)), text(`: ${said}`)),
    ),
  );
}
