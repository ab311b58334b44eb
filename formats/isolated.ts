/** Read from left to right also within a sentence that goes the other way: `17-3` would read `3-17` there. */
export function isolated(number: string): string {
  return `\u2066${number}\u2069`;
}
