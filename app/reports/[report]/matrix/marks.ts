/** The signs in the corner of a cell; the legend below the grid says what they mean. */
import type { Mark } from "#deliberation/matrix";

export const MARKS: Readonly<Record<Mark, string>> = { aligned: "⤷", wording: "✎", changed: "Δ" };
