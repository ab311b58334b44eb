/** The compilation as a PDF: tagged, with its own fonts, the same bytes for the same paper. */
import { createRequire } from "node:module";
import path from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { bodyOf } from "../body.ts";
import type { Paper } from "../paper.ts";
import { typstSource } from "./source.ts";

/** Never the system's fonts: another machine would set another page. */
const FONTS = [
  "noto-serif/400Regular/NotoSerif_400Regular.ttf",
  "noto-serif/700Bold/NotoSerif_700Bold.ttf",
  "noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
  "noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf",
  // Noto's Arabic draws dots apart from their letters: text copied from the page came out with letters doubled.
  "amiri/400Regular/Amiri_400Regular.ttf",
  "amiri/700Bold/Amiri_700Bold.ttf",
];

/** @throws Error when the typesetter refuses what it was given. */
export function compilationPdf(paper: Paper): Uint8Array {
  const { asOf } = paper.compilation;
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: FONTS.map(fontFile) }] });
  try {
    return compiler.pdf(
      { mainFileContent: typstSource(paper, bodyOf(paper)) },
      { creationTimestamp: Math.floor(Date.parse(asOf.at ?? "1970-01-01T00:00:00Z") / 1_000) },
    );
  } catch (error) {
    throw new Error(`The page could not be set: ${(error as Error).message}`);
  }
}

function fontFile(name: string): string {
  const [family = "", ...rest] = name.split("/");
  const found = createRequire(import.meta.url).resolve(`@expo-google-fonts/${family}/package.json`);
  return path.join(path.dirname(found), ...rest);
}
