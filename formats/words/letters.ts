/** The letters of the matrix: the same in every language, so that papers can be laid side by side. */
export const LETTERS = {
  support: "S",
  "support-with-wording": "W",
  reservation: "R",
  "position-reserved": "P",
  "does-not-support": "N",
  none: "–",
  "not-taking-part": "/",
} as const;
