/**
 * A number such as `17-3`, read from left to right also within a sentence that goes the other way: it would read
 * `3-17` there. On screens the catalogue isolates what stands alone in a sentence.
 */
export function isolated(number: string): string {
  return `\u2066${number}\u2069`;
}
