/** How an Akoma Ntoso document is identified (FRBR), and what it refers to. */
import type { Report } from "#deliberation/report";
import type { Paper } from "../paper.ts";
import { block, inline } from "../xml.ts";

/** Codes of three letters, as the standard has them. */
const LETTERS: Record<string, string> = { ar: "ara", zh: "zho", en: "eng", fr: "fra", ru: "rus", es: "spa" };
const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** The organisation that marked the text up. */
const EDITOR = "consideration";
const ISSUER = "un";

/** `12 January 2009` → `2009-01-12`; null when it says no day. */
export function dayOf(date: string): string | null {
  const [, day = "", month = "", year = ""] = /^(\d{1,2}) (\w+) (\d{4})$/.exec(date.trim()) ?? [];
  const number = MONTHS.indexOf(month) + 1;
  return number === 0 ? null : `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** @param prefix before every id: one file holds several documents, and an id stands in it once. */
export function editorName(prefix = ""): string {
  return `${prefix}${EDITOR}`;
}

export interface Component {
  name: "main" | "annotations";
  language: string;
  prefix: string;
  /** Who wrote what is in it. */
  author: "issuer" | "editor";
}

export function identification({ report, compilation }: Paper, component: Component): string {
  const asOf = compilation.asOf.at ?? "";
  const issued = dayOf(report.date) ?? asOf.slice(0, 10);
  const work = `/akn/un/doc/report/${issued}/${numberOf(report)}`;
  const expression = `${work}/${LETTERS[report.lang] ?? report.lang}@`;
  const editor = `#${editorName(component.prefix)}`;
  const author = component.author === "issuer" ? `#${component.prefix}${ISSUER}` : editor;
  const date = component.author === "issuer" ? issued : asOf;
  const value = (name: string, said: string | number) => inline(name, { value: said });
  const common = (uri: string, ending: string, dated: string, by: string) => [
    value("FRBRthis", `${uri}/!${component.name}${ending}`),
    value("FRBRuri", `${uri}${ending}`),
    inline("FRBRdate", { date: dated, name: dated === asOf ? "as of" : "distribution" }),
    inline("FRBRauthor", { href: by }),
  ];
  return block(
    "identification",
    { source: editor },
    block(
      "FRBRWork",
      {},
      ...common(work, "", date, author),
      value("FRBRcountry", "un"),
      // The symbol is the report's; what is attached to it has none.
      ...(component.author === "issuer" ? [value("FRBRnumber", report.symbol)] : []),
      value("FRBRname", component.author === "issuer" ? "report" : "annotations"),
      value("FRBRprescriptive", "false"),
    ),
    block(
      "FRBRExpression",
      {},
      ...common(expression, "", date, author),
      ...(component.author === "issuer" ? [value("FRBRversionNumber", compilation.textVersion)] : []),
      // The words are the official ones; this file is an informal paper.
      value("FRBRauthoritative", "false"),
      inline("FRBRlanguage", { language: LETTERS[component.language] ?? component.language }),
    ),
    block(
      "FRBRManifestation",
      {},
      ...common(expression, ".xml", asOf, editor),
      value("FRBRformat", "application/akn+xml"),
    ),
  );
}

function numberOf({ symbol }: Report): string {
  return encodeURIComponent(symbol.toLowerCase().replaceAll("/", "-"));
}

export type TopLevelClass = "TLCOrganization" | "TLCRole" | "TLCConcept";

/** One thing that the document refers to by `#id`. */
export function reference(kind: TopLevelClass, eId: string, href: string, showAs: string): string {
  return inline(kind, { eId, href: `/akn/ontology/${href}`, showAs });
}

/** Those that every document here has, then its own. */
export function references(prefix: string, ...own: string[]): string {
  return block(
    "references",
    { source: `#${editorName(prefix)}` },
    reference("TLCOrganization", `${prefix}${ISSUER}`, "organization/un", "United Nations"),
    reference(
      "TLCOrganization",
      editorName(prefix),
      "organization/un/continued-consideration",
      "Continued Consideration",
    ),
    ...own,
  );
}
