/**
 * From the paragraph on the screen to its running text and back. Blocks say where they begin (`data-start`); chips,
 * marks and footnote buttons among the words are not the text.
 */

interface Piece {
  node: Text;
  /** In the paragraph's running text. */
  start: number;
}

function piecesOf(paragraph: Element): Piece[] {
  return [...paragraph.querySelectorAll<HTMLElement>("[data-start]")].flatMap((block) => {
    let start = Number(block.dataset.start);
    const pieces: Piece[] = [];
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (
      let node = walker.nextNode() as Text | null;
      node !== null;
      node = walker.nextNode() as Text | null
    ) {
      if (!isText(node)) continue;
      pieces.push({ node, start });
      start += node.length;
    }
    return pieces;
  });
}

/** Beside a chip stands a space that nobody wrote. */
function isText(node: Text): boolean {
  const parent = node.parentElement;
  return parent !== null && !parent.matches("a.idea") && parent.closest(".chip, button, .vh, .mark") === null;
}

/** @returns the paragraph's running text as it is shown. */
export function shownText(paragraph: Element): string {
  let text = "";
  // What is not shown between two blocks is their break.
  for (const { node, start } of piecesOf(paragraph)) text = `${text.padEnd(start, "\n")}${node.data}`;
  return text;
}

/** @returns UTF-16 offsets of a range in the running text; null when it touches none of it. */
export function offsetsOf(paragraph: Element, range: Range): { start: number; end: number } | null {
  let [start, end] = [Number.POSITIVE_INFINITY, -1];
  for (const piece of piecesOf(paragraph)) {
    if (!range.intersectsNode(piece.node)) continue;
    const from = piece.node === range.startContainer ? range.startOffset : 0;
    const to = piece.node === range.endContainer ? range.endOffset : piece.node.length;
    if (to <= from) continue;
    start = Math.min(start, piece.start + from);
    end = Math.max(end, piece.start + to);
  }
  return end < 0 ? null : { start, end };
}

/** @returns where words stand on the screen; null when the paragraph does not show them. */
export function rangeOf(paragraph: Element, start: number, end: number): Range | null {
  const pieces = piecesOf(paragraph);
  const at = (offset: number, isEnd: boolean) =>
    pieces.find((one) =>
      isEnd
        ? offset > one.start && offset <= one.start + one.node.length
        : offset >= one.start && offset < one.start + one.node.length,
    );
  const [first, last] = [at(start, false), at(end, true)];
  if (first === undefined || last === undefined) return null;
  const range = document.createRange();
  range.setStart(first.node, start - first.start);
  range.setEnd(last.node, end - last.start);
  return range;
}
