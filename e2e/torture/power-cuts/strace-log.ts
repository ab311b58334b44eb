/** Reads what `strace -f -xx` wrote: completed calls in the order in which they completed. */

export interface Call {
  name: string;
  /** Everything between the brackets, as strace writes it. */
  words: string;
  /** What the call gave back; negative when it failed. */
  result: number;
}

const STARTED = " <unfinished ...>";

/** @param log the whole log, of a traced process that has ended. */
export function* callsOf(log: string): Generator<Call> {
  const unfinished = new Map<string, string>();
  for (let from = 0; from < log.length; ) {
    const end = log.indexOf("\n", from);
    // A killed tracer may leave half a line; that call did not complete.
    if (end === -1) return;
    const line = log.slice(from, end);
    from = end + 1;
    const space = line.indexOf(" ");
    const thread = line.slice(0, space);
    let said = line.slice(space).trimStart();
    if (said.endsWith(STARTED)) {
      unfinished.set(thread, said.slice(0, -STARTED.length));
      continue;
    }
    if (said.startsWith("<... ")) {
      said = (unfinished.get(thread) ?? "") + said.slice(said.indexOf(" resumed>") + " resumed>".length);
      unfinished.delete(thread);
    }
    const call = callOf(said);
    if (call !== null) yield call;
  }
}

function callOf(said: string): Call | null {
  const open = said.indexOf("(");
  const equals = said.lastIndexOf(" = ");
  // `+++ exited`, `--- SIGCHLD`, and calls the process ended in (`= ?`).
  if (open === -1 || equals === -1 || !/^\w+$/.test(said.slice(0, open))) return null;
  const result = Number.parseInt(said.slice(equals + 3), 10);
  if (Number.isNaN(result)) return null;
  const words = said.slice(open + 1, said.lastIndexOf(")", equals));
  return { name: said.slice(0, open), words, result };
}

/** The numbers among the words that stand at the outer level: descriptors, lengths, offsets. */
export function numbersOf(words: string): number[] {
  return words
    .replaceAll(/"[^"]*"(\.\.\.)?/g, "")
    .split(",")
    .map(Number)
    .filter((word) => !Number.isNaN(word));
}

/** The strings among the words, in order. @throws Error when one was cut short: nothing is replayed from parts. */
export function stringsOf(words: string): Buffer[] {
  if (words.includes('"...')) throw new Error("strace cut a string short");
  return [...words.matchAll(/"([^"]*)"/g)].map(([, hex = ""]) =>
    Buffer.from(hex.replaceAll("\\x", ""), "hex"),
  );
}
