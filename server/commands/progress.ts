/** How far a paper is, drawn on a terminal and nowhere else: a file or a pipe gets nothing of it. */
import { STAGES, type Stage } from "../paper-of-store.ts";

const WIDTH = 24;
const WORDS: Record<Stage, string> = {
  reading: "reading the record",
  compiling: "putting positions side by side",
  writing: "writing the paper",
};
/** To the line's beginning, and it is empty. */
const CLEAR = "\r\u001b[K";

/** @returns what hears of each stage; the line is taken away as the process ends. */
export function progressOn(out: Pick<NodeJS.WriteStream, "isTTY" | "write">): (stage: Stage) => void {
  if (!out.isTTY) return () => {};
  process.once("exit", () => out.write(CLEAR));
  return (stage) => {
    const done = Math.round((STAGES.indexOf(stage) / STAGES.length) * WIDTH);
    out.write(`${CLEAR}[${"#".repeat(done)}${"·".repeat(WIDTH - done)}] ${WORDS[stage]} …`);
  };
}
