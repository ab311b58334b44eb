/** Clearing and submitting as two requests on one connection, which breaks after so many bytes. */
import { type Answer, API, type Desk, type positionSubmission } from "../desk.ts";
import { Line } from "./line.ts";

/** How a connection breaks; `late`: the rest arrives only after the same was sent again on another. */
export const WAYS = ["close", "reset", "half-close", "late"] as const;
export type Way = (typeof WAYS)[number];

export type Submission = ReturnType<typeof positionSubmission>;

export interface Broken {
  /** The last byte of the submission was sent. */
  sent: boolean;
  /** The client read that it was recorded. */
  answered: boolean;
  /** What was not sent, of a connection that is still open, and whether it owes an answer to what was. */
  rest: { line: Line; bytes: Buffer[]; owes: boolean } | null;
}

export function requestsOf(desk: Desk, submission: Submission): [clearing: Buffer, submitting: Buffer] {
  const { draft, content } = submission;
  return [
    request(desk, `${API}/drafts/${draft}/clearance`, { content }),
    request(desk, `${API}/submissions`, submission),
  ];
}

/** How many bytes go both ways when nothing breaks. */
export async function lengthOfExchange(desk: Desk, submission: Submission): Promise<number> {
  const line = await Line.to(desk.origin);
  let length = 0;
  for (const bytes of requestsOf(desk, submission)) {
    await line.send(bytes);
    const answer = await line.answer();
    if (answer?.status !== 201) throw new Error(`the exchange itself was answered ${answer?.status}`);
    length += bytes.length + answer.length;
  }
  line.close();
  return length;
}

/** @param offset bytes of the exchange, both ways, that pass before it breaks. */
export async function breakAt(desk: Desk, submission: Submission, offset: number, way: Way): Promise<Broken> {
  const line = await Line.to(desk.origin);
  const [clearing, submitting] = requestsOf(desk, submission);
  let left = offset;
  for (const bytes of [clearing, submitting]) {
    const last = bytes === submitting;
    await line.send(bytes.subarray(0, left));
    if (left < bytes.length) {
      const rest = [bytes.subarray(left), ...(last ? [] : [submitting])];
      return { sent: false, answered: false, rest: broken(way, { line, bytes: rest, owes: false }) };
    }
    left -= bytes.length;
    const whole = await line.hears(left);
    if (whole === null || whole > left) {
      const read = line.heard.subarray(0, left).toString("latin1");
      const answered = last && read.startsWith("HTTP/1.1 201");
      const rest = last ? [] : [submitting];
      return { sent: last, answered, rest: broken(way, { line, bytes: rest, owes: true }) };
    }
    await line.answer();
    left -= whole;
  }
  // The answer was a few bytes shorter than the one the exchange was measured by.
  line.close();
  return { sent: true, answered: true, rest: null };
}

function broken(way: Way, rest: NonNullable<Broken["rest"]>): Broken["rest"] {
  if (way === "late") return rest;
  if (way === "close") rest.line.close();
  else if (way === "reset") rest.line.reset();
  else rest.line.closeHalf();
  return null;
}

function request({ seated, origin }: Desk, to: string, body: object): Buffer {
  const json = JSON.stringify(body);
  const head = [
    `POST ${to} HTTP/1.1`,
    `host: ${new URL(origin).host}`,
    `origin: ${origin}`,
    `cookie: ${seated.cookie}`,
    "content-type: application/json",
    `content-length: ${Buffer.byteLength(json)}`,
  ];
  return Buffer.from(`${head.join("\r\n")}\r\n\r\n${json}`);
}

/** What a slow network delivers after all was said and done. @returns the last answer; null when there is none. */
export async function deliver({ line, bytes, owes }: NonNullable<Broken["rest"]>): Promise<Answer | null> {
  let answer = owes ? await line.answer() : null;
  for (const part of bytes) {
    await line.send(part);
    answer = await line.answer();
  }
  line.close();
  return answer;
}

/** All but the last byte goes out first: what follows is heard in one turn of the server, and kept in one commit. */
export async function sendTogether(origin: string, requests: readonly Buffer[]): Promise<(Answer | null)[]> {
  const lines = await Promise.all(
    requests.map(async (bytes) => {
      const line = await Line.to(origin);
      await line.send(bytes.subarray(0, -1));
      return { line, last: bytes.subarray(-1) };
    }),
  );
  for (const { line, last } of lines) void line.send(last);
  const answers = await Promise.all(lines.map(({ line }) => line.answer()));
  for (const { line } of lines) line.close();
  return answers;
}
