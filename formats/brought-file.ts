/** Reads what a delegation brings: a Word file or plain text, as words; of a Word file also its tables. */
import mammoth from "mammoth";
import { HostileFile, safeWordFile } from "./word-zip.ts";

export interface BroughtFile {
  /** Paragraphs one below the other. */
  words: string;
}

const CONTROL = /[\p{Cc}--[\n\t]]/gv;

/** @throws HostileFile; Error when it is neither. */
export async function readBrought(bytes: Uint8Array): Promise<BroughtFile> {
  const words = isZip(bytes) ? await wordsOfWord(bytes) : wordsOfText(bytes);
  return {
    words: words
      .replaceAll(/\r\n?/g, "\n")
      .replaceAll(CONTROL, "")
      .replaceAll(/\n{3,}/g, "\n\n")
      .trim(),
  };
}

/** Cells of every table in the file, row by row, each with its paragraphs one below the other. */
export async function readTables(bytes: Uint8Array): Promise<string[][][]> {
  const buffer = Buffer.from(safeWordFile(bytes));
  const { value } = await mammoth.convertToHtml({ buffer }, { includeDefaultStyleMap: false });
  return tablesIn(value);
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

async function wordsOfWord(bytes: Uint8Array): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(safeWordFile(bytes)) });
  // Raw text has an empty line between any two paragraphs.
  return value.replaceAll("\n\n", "\n");
}

function wordsOfText(bytes: Uint8Array): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : null;
  const text = new TextDecoder(utf16 ?? "utf-8", { fatal: true }).decode(bytes);
  // What is no text at all, a picture or a program, may still happen to decode.
  if (text.includes("\u0000")) throw new Error("No text.");
  return text;
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** Of mammoth's own HTML, which is well formed and small in kinds; tables in tables are cells' words. */
function tablesIn(html: string): string[][][] {
  const tables: string[][][] = [];
  let depth = 0;
  for (const [, closing, name, text] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>|([^<]+)/g)) {
    if (name === "table") {
      if (closing === "" && depth === 0) tables.push([]);
      depth += closing === "" ? 1 : -1;
    }
    if (depth === 0) continue;
    const table = tables.at(-1);
    const row = table?.at(-1);
    if (text !== undefined)
      add(
        row,
        text.replaceAll(/&(#?\w+);/g, (all, entity: string) => ENTITIES[entity] ?? all),
      );
    else if (depth === 1 && closing === "" && name === "tr") table?.push([]);
    else if (depth === 1 && closing === "" && (name === "td" || name === "th")) row?.push("");
    else if (name === "br" || (closing !== "" && name === "p")) add(row, "\n");
  }
  return tables.map((rows) => rows.map((cells) => cells.map((cell) => cell.trim())));
}

function add(row: string[] | undefined, text: string): void {
  if (row !== undefined && row.length > 0) row[row.length - 1] += text;
}

export { HostileFile };
