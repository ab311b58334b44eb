/** Reads what other programs wrote into the parts of their files: tags and texts of well-formed XML, in their order. */

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export interface Tag {
  name: string;
  /** `empty` opens and closes at once. */
  kind: "opens" | "closes" | "empty";
  attributes: string;
}

/** Each tag, or a piece of text with its entities resolved. Comments and instructions are passed over. */
export function* markupOf(xml: string): Generator<Tag | string> {
  for (const [, comment, closing, name, attributes = "", empty, text] of xml.matchAll(
    /<(!--[\s\S]*?--|\?[\s\S]*?\?)>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g,
  )) {
    if (text !== undefined) yield resolved(text);
    else if (comment === undefined && name !== undefined)
      yield { name, kind: closing === "/" ? "closes" : empty === "/" ? "empty" : "opens", attributes };
  }
}

export function attributeOf({ attributes }: Tag, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found === null ? null : resolved(found[1] ?? found[2] ?? "");
}

function resolved(text: string): string {
  return text.replaceAll(/&(#x?[0-9a-fA-F]+|\w+);/g, (all, name: string) => {
    if (!name.startsWith("#")) return ENTITIES[name] ?? all;
    const code = name[1] === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : all;
  });
}
