/**
 * A number such as `17-3` in a list that is put into a sentence: in one from right to left it would read `3-17`.
 * Where it stands alone in a sentence, the catalogue isolates it.
 */
export function isolated(number: string): string {
  return `\u2066${number}\u2069`;
}
