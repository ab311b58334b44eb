/**
 * What the published schema of Akoma Ntoso 1.0 (akomantoso30.xsd) asks of the elements our papers use: which may
 * stand in which, in what order, with which attributes. An element or attribute that is not here is a fault, so a new
 * one is looked up in the schema first.
 */
import { type Element, elements, everyElement } from "./elements.ts";

interface Model {
  /** Over the names of the children, each followed by a blank. */
  children: RegExp;
  mixed?: true;
  required?: readonly string[];
  allowed: readonly string[];
}

const CORE = [
  "class",
  "style",
  "title",
  "status",
  "period",
  "eId",
  "wId",
  "GUID",
  "refersTo",
  "alternativeTo",
];
const ID = ["eId", "wId", "GUID"];
const NOTE = ["marker", "placement", "placementBase"];
const BLOCK = "(?:p|block|blockList|blockContainer|tblock|toc|ul|ol|table|foreign) ";
const HIER = "(?:section|paragraph|point|hcontainer) ";
const INLINE = "(?:inline|b|span|ref|docTitle|docNumber|docDate|session|noteRef|authorialNote) ";
const BASE = "(?:(?:num|heading|subheading) )*";
const CORE_PROPERTIES = "FRBRthis (?:FRBRuri )+(?:FRBRalias )*(?:FRBRdate )+(?:FRBRauthor )+";

const only = (children: string) => new RegExp(`^(?:${children})$`);
const NOTHING = only("");
const inlines: Model = { children: only(`(?:${INLINE})*`), mixed: true, allowed: CORE };
const named = (model: Model): Model => ({ ...model, required: [...(model.required ?? []), "name"] });
const hierarchy: Model = {
  children: only(`${BASE}(?:(?:intro )?(?:(?:${HIER})|crossHeading )*(?:wrapUp )?|content )`),
  allowed: CORE,
};
const blocks: Model = { children: only(`(?:${BLOCK})*`), allowed: CORE };
const value: Model = {
  children: NOTHING,
  required: ["value"],
  allowed: [...ID, "refersTo", "showAs", "shortForm"],
};
const topLevelClass: Model = {
  children: NOTHING,
  required: ["href", "showAs"],
  allowed: [...ID, "shortForm"],
};
const subFlow: Model = {
  children: only(`(?:${BLOCK}|${HIER}|container |content |heading |num )+`),
  allowed: [...CORE, ...NOTE],
};
const documentContainer: Model = { children: only(`${BASE}doc `), allowed: CORE };

const MODELS: Record<string, Model> = {
  akomaNtoso: { children: only("doc (?:components )?"), allowed: [] },
  doc: named({
    children: only(
      "meta (?:coverPage )?(?:preface )?(?:preamble )?mainBody (?:conclusions )?(?:attachments )?(?:components )?",
    ),
    allowed: ["contains"],
  }),
  meta: {
    children: only(
      "identification (?:publication )?(?:classification )*(?:lifecycle )*(?:workflow )*(?:analysis )*(?:temporalData )*(?:references )*(?:notes )*(?:proprietary )*(?:presentation )*",
    ),
    allowed: [],
  },
  identification: {
    children: only("FRBRWork FRBRExpression FRBRManifestation (?:FRBRItem )?"),
    required: ["source"],
    allowed: [],
  },
  FRBRWork: {
    children: only(
      `${CORE_PROPERTIES}FRBRcountry (?:FRBRsubtype )?(?:FRBRnumber )*(?:FRBRname )*(?:FRBRprescriptive )?(?:FRBRauthoritative )?`,
    ),
    allowed: [],
  },
  FRBRExpression: {
    children: only(
      `${CORE_PROPERTIES}(?:FRBRversionNumber )?(?:FRBRauthoritative )?(?:FRBRmasterExpression )?(?:FRBRlanguage )+(?:FRBRtranslation )*`,
    ),
    allowed: [],
  },
  FRBRManifestation: { children: only(`${CORE_PROPERTIES}(?:FRBRportion )?(?:FRBRformat )?`), allowed: [] },
  ...Object.fromEntries(
    [
      ...["FRBRthis", "FRBRuri", "FRBRcountry", "FRBRnumber", "FRBRname", "FRBRversionNumber", "FRBRformat"],
      ...["FRBRprescriptive", "FRBRauthoritative"],
    ].map((name) => [name, value]),
  ),
  FRBRdate: { children: NOTHING, required: ["date", "name"], allowed: ID },
  FRBRauthor: { children: NOTHING, required: ["href"], allowed: [...ID, "as"] },
  FRBRlanguage: { children: NOTHING, required: ["language"], allowed: ID },
  references: {
    children: only("(?:(?:TLCOrganization|TLCRole|TLCConcept) )+"),
    required: ["source"],
    allowed: [],
  },
  TLCOrganization: topLevelClass,
  TLCRole: topLevelClass,
  TLCConcept: topLevelClass,
  notes: { children: only("(?:note )+"), required: ["source"], allowed: [] },
  note: subFlow,
  proprietary: { children: only("(?:own:\\w+ )*"), required: ["source"], allowed: [...ID, "href"] },
  coverPage: { children: only(`(?:${BLOCK}|(?:longTitle|formula|container) )+`), allowed: CORE },
  preface: { children: only(`(?:${BLOCK}|(?:longTitle|formula|container) )+`), allowed: CORE },
  container: named({ children: only(`(?:${BLOCK}|container )+`), allowed: CORE }),
  mainBody: {
    children: only(`(?:${HIER}|${BLOCK}|(?:componentRef|container|div|writtenStatements) )+`),
    allowed: CORE,
  },
  section: hierarchy,
  paragraph: hierarchy,
  point: hierarchy,
  hcontainer: named(hierarchy),
  intro: blocks,
  wrapUp: blocks,
  content: blocks,
  ...Object.fromEntries(
    [
      ...["num", "heading", "subheading", "crossHeading", "from", "p", "b", "span"],
      ...["docTitle", "docNumber"],
    ].map((name) => [name, inlines]),
  ),
  block: named(inlines),
  inline: named(inlines),
  docDate: { ...inlines, required: ["date"] },
  session: { ...inlines, allowed: [...CORE, "value"] },
  ref: { ...inlines, required: ["href"] },
  noteRef: { children: NOTHING, required: ["href"], allowed: [...CORE, ...NOTE] },
  authorialNote: subFlow,
  attachments: { children: only("(?:attachment )+"), allowed: [] },
  attachment: documentContainer,
  writtenStatements: {
    children: only(`${BASE}(?:${BLOCK}|(?:container|div|speech) )*`),
    allowed: CORE,
  },
  speech: {
    children: only(`${BASE}(?:from )?(?:${BLOCK})+`),
    required: ["by"],
    allowed: [...CORE, "as", "startTime", "endTime", "to"],
  },
};

/** Values that the schema does not leave free. */
const DATE = String.raw`\d{4}-\d\d-\d\d`;
const VALUES: Record<string, RegExp> = {
  eId: /^\S+$/,
  status:
    /^(?:removed|temporarilyRemoved|translated|editorial|edited|verbatim|incomplete|unknown|undefined|ignored)$/,
  placement: /^(?:side|left|right|bottom|inline)$/,
  date: new RegExp(String.raw`^${DATE}(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?)?$`),
  startTime: new RegExp(String.raw`^${DATE}T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$`),
  // Spaces and the like are no part of an IRI.
  href: /^[^\s<>"{}|\\^`]+$/,
  by: /^#\S+$/,
  as: /^#\S+$/,
  source: /^#\S+$/,
  refersTo: /^#\S+$/,
};

/** @returns every fault by name, none for a document that keeps to the schema. */
export function faultsOf(root: Element): string[] {
  const all = everyElement(root).filter(({ name }) => !name.startsWith("own:"));
  const ids = all.flatMap(({ attributes: { eId } }) => (eId === undefined ? [] : [eId]));
  const known = new Set(ids);
  return [
    ...(root.name === "akomaNtoso" ? [] : [`<${root.name}> is no root`]),
    ...all.flatMap(faultsIn),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} stands twice`),
    ...all.flatMap(({ attributes }) =>
      Object.values(attributes)
        .filter((one) => /^#\S+$/.test(one) && !known.has(one.slice(1)))
        .map((one) => `${one} leads nowhere`),
    ),
  ];
}

function faultsIn(element: Element): string[] {
  const { name, attributes } = element;
  const model = MODELS[name];
  if (model === undefined) return [`<${name}> is not in the model`];
  const children = elements(element)
    .map((one) => `${one.name} `)
    .join("");
  const own = Object.keys(attributes).filter((key) => !key.includes(":") && key !== "xmlns");
  const may = new Set([...(model.required ?? []), ...model.allowed]);
  const isText = element.children.some((one) => typeof one === "string" && one.trim() !== "");
  return [
    ...(model.children.test(children) ? [] : [`<${name}> holds ${children || "nothing"}`]),
    ...(isText && !model.mixed ? [`<${name}> holds text`] : []),
    ...(model.required ?? []).filter((key) => !(key in attributes)).map((key) => `<${name}> without ${key}`),
    ...own.filter((key) => !may.has(key)).map((key) => `<${name} ${key}> is not in the model`),
    ...Object.entries(attributes)
      .filter(([key, one]) => VALUES[key]?.test(one) === false)
      .map(([key, one]) => `<${name} ${key}="${one}">`),
  ];
}
