/** XML as text. Attributes stand in the order given: the same calls give the same bytes. */

export type Attributes = Record<string, string | number | undefined>;

/** What no XML 1.0 document can hold, lone surrogates among it. */
const UNHEARD_OF = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // A parser would read these as something else where they stand bare.
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** Character data. A character that XML has no way to say becomes U+FFFD. */
export function text(value: string): string {
  return value.replace(UNHEARD_OF, "\uFFFD").replace(/[&<>\r]/g, (one) => ENTITIES[one] ?? one);
}

/** An element with mixed content: nothing is added between its parts. @param content already XML. */
export function inline(name: string, attributes: Attributes, ...content: string[]): string {
  const inner = content.join("");
  return inner === "" ? `<${head(name, attributes)}/>` : `<${head(name, attributes)}>${inner}</${name}>`;
}

/** An element of elements, one a line; empty ones among them are passed over. */
export function block(name: string, attributes: Attributes, ...elements: string[]): string {
  const inner = elements.filter((one) => one !== "");
  return inline(name, attributes, ...(inner.length === 0 ? [] : ["\n", inner.join("\n"), "\n"]));
}

function head(name: string, attributes: Attributes): string {
  const set = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return [name, ...set.map(([key, value]) => `${key}="${quoted(String(value))}"`)].join(" ");
}

function quoted(value: string): string {
  return value.replace(UNHEARD_OF, "\uFFFD").replace(/[&<>"\t\n\r]/g, (one) => ENTITIES[one] ?? one);
}
