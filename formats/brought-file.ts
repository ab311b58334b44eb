/** Reads what a delegation brings: a Word file or plain text, as words. */
import mammoth from "mammoth";
import { HostileFile, safeWordFile } from "./office-zip.ts";

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

export { HostileFile };
