import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import { strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { BroughtReader } from "./brought-reader.ts";

const REFUSED = { refused: "file-refused" };
const UNREADABLE = { refused: "file-unreadable" };

async function word(...lines: string[]): Promise<Uint8Array> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text), new Paragraph("below")] });
  const table = new Table({ rows: [new TableRow({ children: [cell("a & b"), cell("二")] })] });
  const children = [...lines.map((line) => new Paragraph(line)), table];
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

/** The same file with one part changed or added. */
async function tampered(name: string, change: (xml: string) => Uint8Array): Promise<Uint8Array> {
  const parts = unzipSync(await word("Words."));
  const before = new TextDecoder().decode(parts[name] ?? new Uint8Array());
  return zipSync({ ...parts, [name]: change(before) }, { level: 9 });
}

test("[T9] a Word file and plain text are read as their words, a Word file's tables cell by cell", async () => {
  const reader = new BroughtReader();
  const file = await word("主席先生，", "نؤيد الفقرة 17.", "We agree.");
  const read = await reader.read("words", file);
  expect("words" in read && read.words.startsWith("主席先生，\nنؤيد الفقرة 17.\nWe agree.")).toBe(true);
  expect(await reader.read("tables", file)).toEqual({
    paragraphs: ["主席先生，", "نؤيد الفقرة 17.", "We agree."],
    tables: [{ sheet: null, rows: [{ number: 1, cells: ["a & b\nbelow", "二\nbelow"] }] }],
  });
  expect(await reader.read("words", strToU8("\uFEFFOne.\r\nTwo.\u0007"))).toEqual({ words: "One.\nTwo." });
  const utf16 = Buffer.from("\uFEFF第一句。", "utf16le");
  expect(await reader.read("words", utf16)).toEqual({ words: "第一句。" });
});

test("[T9] what is no such file is refused with a code", async () => {
  const reader = new BroughtReader();
  const half = (await word("Words.")).slice(0, 400);
  for (const bytes of [
    half,
    zipSync({ "a.txt": strToU8("no Word file") }),
    new Uint8Array([0xff, 0x00, 0x81]),
  ])
    expect(await reader.read("words", bytes)).toEqual(UNREADABLE);
});

test("[T9] a bomb, a document type and a flood of parts are refused, and what follows is read", async () => {
  const reader = new BroughtReader();
  const spaces = " ".repeat(30_000_000);
  const bomb = await tampered("word/document.xml", (xml) =>
    strToU8(xml.replace("</w:body>", `${spaces}</w:body>`)),
  );
  expect(bomb.length).toBeLessThan(100_000);
  expect(await reader.read("words", bomb)).toEqual(REFUSED);
  const entity = '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]>';
  const typed = await tampered("word/document.xml", (xml) => strToU8(xml.replace("?>", `?>${entity}`)));
  expect(await reader.read("words", typed)).toEqual(REFUSED);
  const parts = Object.fromEntries(Array.from({ length: 2_500 }, (_, n) => [`x${n}`, new Uint8Array(1)]));
  expect(await reader.read("words", zipSync(parts))).toEqual(REFUSED);
  expect(await reader.read("words", strToU8("Afterwards."))).toEqual({ words: "Afterwards." });
});

test("[T9] a size that is not true unpacks to no more than it says", async () => {
  const file = await tampered("word/document.xml", (xml) =>
    strToU8(xml.replace("</w:body>", `${" ".repeat(2_000_000)}</w:body>`)),
  );
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  // The central directory says how large each part is: of the document, that it is small.
  for (let at = 0; at < file.length - 46; at += 1) {
    if (view.getUint32(at, true) !== 0x0201_4b50) continue;
    if (new TextDecoder().decode(file.slice(at + 46, at + 63)) === "word/document.xml")
      view.setUint32(at + 24, 900, true);
  }
  expect(await new BroughtReader().read("words", file)).toHaveProperty("refused");
});

test("[T9] a file that points outside is read without what it points to", async () => {
  const rels = (xml: string) =>
    xml.replace(
      "</Relationships>",
      '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
    );
  const file = await tampered("word/_rels/document.xml.rels", (xml) => strToU8(rels(xml)));
  const read = await new BroughtReader().read("words", file);
  expect(read).toHaveProperty("words");
  expect(JSON.stringify(read)).not.toContain("root:");
});

test("[T9] one that takes too long is ended, and what follows is read", async () => {
  expect(await new BroughtReader(1).read("words", await word("Words."))).toEqual(REFUSED);
});
