/** What comes next: numbers, letters and numerals of a report run without gaps. */
import { type Line, UnreadableText } from "./lines.ts";

const NUMERALS = "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五".split(" ");

/** `a` is the letter of index 0. */
export function letter(index: number): string {
  return String.fromCharCode("a".charCodeAt(0) + index);
}

/** `一` is the numeral of index 0. */
export function numeral(index: number): string {
  return NUMERALS[index] ?? "";
}

/** @throws UnreadableText if a number was skipped or repeated. */
export function expectNext(found: string, expected: string, line: Line): void {
  if (found !== expected) throw new UnreadableText(`${found} where ${expected} should come`, line.number);
}
