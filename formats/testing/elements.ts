/** XML read strictly, with namespaces, by a parser that is not ours: throws where a document is not well formed. */
import { SaxesParser } from "saxes";

export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
}

export function elementsOf(xml: string): Element {
  const root: Element = { name: "", attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    const element = { name, attributes: Object.fromEntries(values), children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  parser.on("text", (text) => open.at(-1)?.children.push(text));
  parser.write(xml).close();
  const [first] = root.children.filter((one) => typeof one !== "string");
  if (first === undefined) throw new Error("no element");
  return first;
}

export function elements(of: Element): Element[] {
  return of.children.filter((one) => typeof one !== "string");
}

/** The element and all below it, in the order of the document. */
export function everyElement(of: Element): Element[] {
  return [of, ...elements(of).flatMap(everyElement)];
}

/** @param except elements whose text is not wanted, by name. */
export function textOf(of: Element, except: readonly string[] = []): string {
  return of.children
    .map((one) => (typeof one === "string" ? one : except.includes(one.name) ? "" : textOf(one, except)))
    .join("");
}

export function found(of: Element, name: string): Element {
  const one = everyElement(of).find((element) => element.name === name);
  if (one === undefined) throw new Error(`no <${name}>`);
  return one;
}
