/** A number such as `17-3` as it is put into a sentence: in a sentence from right to left it would read `3-17`. */
export function isolated(number: string): string {
  return `\u2066${number}\u2069`;
}
