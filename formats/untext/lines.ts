/** The lines of an extracted text, with the traces of the page that survive: gluing and blanks. */

export interface Line {
  /** 1-based number in the source, for errors. */
  number: number;
  /** Without surrounding blanks and private-use characters. */
  text: string;
  /** No empty line stood before it: a page break, a marker or a note is near. */
  glued: boolean;
  leadingBlank: boolean;
  twoLeadingBlanks: boolean;
  /** A trailing blank usually ends a paragraph; a line without one is a hard wrap. */
  trailingBlank: boolean;
  /** Nothing but blanks. */
  blank: boolean;
}

/** U+F06C, a glyph of a symbol font, stands where a leading blank should. */
const PRIVATE_USE = /[\uE000-\uF8FF]/g;

/** @returns the lines, and every private-use character taken out of them. */
export function linesOf(source: string): { lines: Line[]; privateUse: string[] } {
  const lines: Line[] = [];
  const privateUse: string[] = [];
  let afterEmpty = true;
  source
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/)
    .forEach((raw, index) => {
      if (raw === "") {
        afterEmpty = true;
        return;
      }
      privateUse.push(...(raw.match(PRIVATE_USE) ?? []));
      const plain = raw.replace(PRIVATE_USE, " ");
      lines.push({
        number: index + 1,
        text: plain.trim(),
        glued: !afterEmpty,
        leadingBlank: /^\s/.test(plain),
        twoLeadingBlanks: /^\s\s/.test(plain),
        trailingBlank: /\s$/.test(plain),
        blank: plain.trim() === "",
      });
      afterEmpty = false;
    });
  return { lines, privateUse };
}

/** A text that does not follow the grammar: says where. */
export class UnreadableText extends Error {
  readonly line: number;
  constructor(what: string, line: number) {
    super(`${what} (line ${line})`);
    this.line = line;
  }
}
