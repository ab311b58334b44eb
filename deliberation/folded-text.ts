/** Text with differences of writing taken out: case, accents, vowel signs, the ways of writing an Arabic letter. */

const ARABIC: Record<string, string> = { أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ى: "ي", ة: "ه", ؤ: "و", ئ: "ي" };

export function folded(text: string): string {
  return mapped(text).folded;
}

/** Folded, with where in the text each of its units comes from. */
export function mapped(text: string): { folded: string; from: number[] } {
  let out = "";
  const from: number[] = [];
  let at = 0;
  for (const letter of text) {
    const plain = letter
      .normalize("NFKD")
      .replaceAll(/[\p{M}\u0640]/gu, "")
      .toLowerCase();
    for (const one of plain) out += ARABIC[one] ?? one;
    while (from.length < out.length) from.push(at);
    at += letter.length;
  }
  from.push(at);
  return { folded: out, from };
}
