/**
 * A Word file or workbook from outside, before any reader sees it: only the parts that hold words, of a bearable size,
 * taken out of the zip. Nothing outside the file is ever looked at.
 */
import { strToU8, unzipSync, type Zippable, zipSync } from "fflate";

/** The file would take too much to read, or is made to harm. */
export class HostileFile extends Error {}

const MOST_ENTRIES = 2_000;
const MOST_BYTES = 24 * 1024 * 1024;
const MOST_RATIO = 150;
/** Below this size a part may be packed as tightly as it likes: ten kilobytes of spaces harm nobody. */
const SMALL = 512 * 1024;
/** What mammoth reads of words, lists and tables; pictures, macros and settings stay outside. */
const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/[a-z]+\.xml\.rels|document\.xml|styles\.xml|numbering\.xml|footnotes\.xml|endnotes\.xml))$/;

/** @returns a zip that holds nothing but what is needed. @throws HostileFile; Error when it is no Word file at all. */
export function safeWordFile(bytes: Uint8Array): Uint8Array {
  const parts = safeParts(bytes, NEEDED);
  if (!parts.has("word/document.xml")) throw new Error("No Word file.");
  const kept: Zippable = {};
  for (const [name, part] of parts) kept[name] = [strToU8(part), { level: 0 }];
  return zipSync(kept);
}

/** @returns the text of each part that is needed. @throws HostileFile; Error when it is no zip. */
export function safeParts(bytes: Uint8Array, needed: RegExp): Map<string, string> {
  let entries = 0;
  let total = 0;
  const parts = unzipSync(bytes, {
    filter: ({ name, size, originalSize }) => {
      entries += 1;
      if (entries > MOST_ENTRIES) throw new HostileFile("too many parts");
      if (!needed.test(name)) return false;
      // A size that is not true is no way out: a part is unpacked into so many bytes and no more.
      total += originalSize;
      if (total > MOST_BYTES || (originalSize > SMALL && originalSize > size * MOST_RATIO))
        throw new HostileFile("unpacks to too much");
      return true;
    },
  });
  const decoder = new TextDecoder();
  const kept = Object.entries(parts).map(([name, part]) => [name, decoder.decode(part)] as const);
  // Entities that an XML reader would unfold are declared in one.
  if (kept.some(([, part]) => part.includes("<!DOCTYPE"))) throw new HostileFile("declares a document type");
  return new Map(kept);
}
