/**
 * [Q1] In what script words without attribution are written: what their letters show anyway, and enough to set them in
 * the right direction and typeface. Their language is recorded nowhere.
 */

/** `und` where the script is no reason for another direction or typeface. */
export function scriptOf(words: string): "ar" | "zh" | "und" {
  const arabic = lettersOf(words, /\p{Script=Arabic}/gu);
  const han = lettersOf(words, /\p{Script=Han}/gu);
  const others = lettersOf(words, /\p{L}/gu) - arabic - han;
  if (arabic > han && arabic >= others) return "ar";
  // A Han character says as much as a few letters do.
  return han > 0 && 3 * han >= others ? "zh" : "und";
}

function lettersOf(words: string, which: RegExp): number {
  return words.match(which)?.length ?? 0;
}
