/** Joining hard-wrapped lines as the printed text reads. */

const HAN = /^\p{Script=Han}/u;
const HAN_END = /\p{Script=Han}$/u;
const LATIN = /^[\p{Script=Latin}0-9]/u;
const LATIN_END = /[\p{Script=Latin}0-9.,;]$/u;
const ALPHANUMERIC_END = /[A-Za-z0-9]$/;
const ALPHANUMERIC = /^[A-Za-z0-9]/;

/**
 * No space; but one where ASCII letters or digits meet Chinese, and between Latin words if the line ended in a
 * blank. (A symbol or an address broken after a slash gets none.)
 */
export function joined(before: string, after: string, endedInBlank: boolean): string {
  if (before === "") return after;
  const meets =
    (ALPHANUMERIC_END.test(before) && HAN.test(after)) || (HAN_END.test(before) && ALPHANUMERIC.test(after));
  const words = endedInBlank && LATIN_END.test(before) && LATIN.test(after);
  return meets || words ? `${before} ${after}` : before + after;
}
