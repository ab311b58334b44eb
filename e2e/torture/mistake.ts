/** One change to the server's text, by which it would break a promise. */
export interface Mistake {
  /** From the root of the repository. */
  file: string;
  /** Stands in it exactly once. */
  says: string;
  instead: string;
}
