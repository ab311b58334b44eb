/** One submission whose connection breaks, sent again until it is answered; and what must hold afterwards. */
import { isDeepStrictEqual } from "node:util";
import { v7 } from "uuid";
import { type Answer, API, type Desk, positionSubmission } from "../desk.ts";
import {
  type Broken,
  breakAt,
  deliver,
  requestsOf,
  type Submission,
  sendTogether,
  type Way,
} from "./exchange.ts";

const MOST_RETRIES = 10;

export interface Case {
  desk: Desk;
  /** Of another delegation. */
  other: Desk;
  idea: string;
  /** Said by nobody else. */
  words: string;
  /** Bytes of the exchange that pass before it breaks. */
  offset: number;
  way: Way;
  /** On how many connections it is sent again at the same moment. */
  together: number;
  /** A client that takes a new id to send the same again. */
  newIds: boolean;
}

interface Entry {
  header: { seq: number };
  body?: { id: string; words?: string };
}

/** @returns what does not hold, in plain words. */
export async function faultsOfRetry(one: Case): Promise<string[]> {
  const { desk, words } = one;
  const submission = positionSubmission(one.idea, words);
  const before = await headSeq(desk);
  const broken = await breakAt(desk, submission, one.offset, one.way);
  const again = one.newIds ? { ...submission, id: v7() } : submission;
  const answers = await sendAgain(desk, again, one.together);
  if (broken.rest !== null) answers.push(await deliver(broken.rest));
  const faults = faultsOfAnswers(broken, answers);
  const held = () => entriesOf(desk, before, submission.id, words);
  const [entry, ...more] = await held();
  if (entry === undefined || more.length > 0)
    return [...faults, `the record holds it ${entry === undefined ? 0 : more.length + 1} times`];
  for (const answer of answers) {
    const told = (answer?.body as { entry?: Entry } | null | undefined)?.entry;
    if (told !== undefined && !isDeepStrictEqual(told, entry))
      faults.push(`answered with ${JSON.stringify(told)}, and the record holds ${JSON.stringify(entry)}`);
  }
  const recorded = { ...submission, id: entry.body?.id };
  const otherWords = { ...submission.content, words: `${words}, or not` };
  const taken = [await desk.submits({ ...recorded, content: otherWords }), await one.other.submits(recorded)];
  for (const { status, body } of taken) {
    if (codeOf(body) !== "id-taken")
      faults.push(`its id was taken, and another was answered ${status} ${codeOf(body)}`);
  }
  if ((await held()).length !== 1) faults.push("its id was given twice");
  return faults;
}

/** What is refused when the clearance was what broke; the second, when an older one of other words still stood. */
const UNCLEARED = ["not-cleared", "changed-since-clearance"];

/** Until all are answered; cleared again when need be. */
async function sendAgain(desk: Desk, submission: Submission, together: number): Promise<(Answer | null)[]> {
  const [, submitting] = requestsOf(desk, submission);
  for (let tries = 0; tries < MOST_RETRIES; tries += 1) {
    const answers = await sendTogether(
      desk.origin,
      Array.from({ length: together }, () => submitting),
    );
    if (!answers.some((answer) => UNCLEARED.includes(codeOf(answer?.body) ?? ""))) return answers;
    await desk.clears(submission);
  }
  throw new Error(`not cleared after ${MOST_RETRIES} clearances`);
}

/** Of all that were answered one at most is the first, and it must be among them when no other can have been. */
function faultsOfAnswers({ sent, answered, rest }: Broken, answers: readonly (Answer | null)[]): string[] {
  const faults: string[] = [];
  let first = 0;
  for (const answer of answers) {
    const repeat = (answer?.body as { repeat?: unknown } | null | undefined)?.repeat;
    if (answer?.status === 201 && repeat === false) first += 1;
    else if (answer?.status !== 200 || repeat !== true)
      faults.push(`sent again, answered ${answer?.status ?? "nothing"} ${codeOf(answer?.body) ?? ""}`);
  }
  // What the broken connection was told counts too, unless it went on and its answer is among these.
  const told = answered && rest === null ? 1 : 0;
  const unheard = sent && !answered && rest === null;
  if (first + told > 1) faults.push(`${first + told} answers said that it was new`);
  if (first + told === 0 && !unheard) faults.push("it was called a repeat and had never been sent whole");
  return faults;
}

/** Everything recorded since that has this id or says these words. */
export async function entriesOf(desk: Desk, after: number, id: string, words: string): Promise<Entry[]> {
  const { status, body } = await desk.ask("GET", `${API}/record?after=${after}&limit=1000`);
  if (status !== 200) throw new Error(`the record could not be read: ${status}`);
  const { entries } = body as { entries: Entry[] };
  return entries.filter((entry) => entry.body?.id === id || entry.body?.words === words);
}

export async function headSeq(desk: Desk): Promise<number> {
  const { body } = await desk.ask("GET", `${API}/record?limit=1`);
  return (body as { head: { seq: number } }).head.seq;
}

export function codeOf(body: unknown): string | undefined {
  return (body as { code?: string } | null | undefined)?.code;
}
