/**
 * A Word file from outside, before any reader sees it: only the parts that hold words, of a bearable size, taken out
 * of the zip and put into a new one. Nothing outside the file is ever looked at.
 */
import { strFromU8, unzipSync, type Zippable, zipSync } from "fflate";

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
  let entries = 0;
  let total = 0;
  const parts = unzipSync(bytes, {
    filter: ({ name, size, originalSize }) => {
      entries += 1;
      if (entries > MOST_ENTRIES) throw new HostileFile("too many parts");
      if (!NEEDED.test(name)) return false;
      // A size that is not true is no way out: a part is unpacked into so many bytes and no more.
      total += originalSize;
      if (total > MOST_BYTES || (originalSize > SMALL && originalSize > size * MOST_RATIO))
        throw new HostileFile("unpacks to too much");
      return true;
    },
  });
  if (parts["word/document.xml"] === undefined) throw new Error("No Word file.");
  const kept: Zippable = {};
  for (const [name, part] of Object.entries(parts)) {
    // Entities that an XML reader would unfold are declared in one.
    if (strFromU8(part).includes("<!DOCTYPE")) throw new HostileFile("declares a document type");
    kept[name] = [part, { level: 0 }];
  }
  return zipSync(kept);
}
