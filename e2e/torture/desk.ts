/** One seated person at work without a browser: requests with the cookie and Origin a browser would send. */
import { v7 } from "uuid";
import { WebSocket } from "ws";
import { REPORT, ROUND, type Seated } from "./stage.ts";

export const API = `/api/v1/reports/${REPORT}`;

export interface Answer {
  status: number;
  body: unknown;
}

export class Desk {
  readonly seated: Seated;
  readonly origin: string;

  constructor(seated: Seated, origin: string) {
    this.seated = seated;
    this.origin = origin;
  }

  async ask(
    method: string,
    to: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const answer = await fetch(this.origin + to, {
      method,
      headers: {
        cookie: this.seated.cookie,
        origin: this.origin,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: readAs(text) };
  }

  /** Clears and submits a position, as a head may. @returns the answer to the submission. */
  async states(idea: string, words: string, id: string = v7()): Promise<Answer> {
    const submission = positionSubmission(idea, words, id);
    const cleared = await this.clears(submission);
    return cleared.status === 201 ? this.submits(submission) : cleared;
  }

  clears({ draft, content }: { draft: string; content: object }): Promise<Answer> {
    return this.ask("POST", `${API}/drafts/${draft}/clearance`, { content });
  }

  submits(submission: object): Promise<Answer> {
    return this.ask("POST", `${API}/submissions`, submission);
  }

  /** The whole record as this person may read it. */
  async record(): Promise<{
    entries: { header: { seq: number }; body?: Record<string, unknown> }[];
    epoch: string;
  }> {
    const entries: { header: { seq: number }; body?: Record<string, unknown> }[] = [];
    for (;;) {
      const after = entries.at(-1)?.header.seq ?? 0;
      const { status, body } = await this.ask("GET", `${API}/record?after=${after}&limit=1000`);
      if (status !== 200) throw new Error(`the record could not be read: ${status}`);
      const page = body as { entries: typeof entries; epoch: string };
      entries.push(...page.entries);
      if (page.entries.length < 1000) return { entries, epoch: page.epoch };
    }
  }

  /** A bare socket to a room; `headers` take the place of the cookie and Origin. */
  socket(room: string, params: Record<string, string>, headers?: Record<string, string>): WebSocket {
    const url = `${this.origin.replace("http", "ws")}/live/${room}?${new URLSearchParams(params)}`;
    return new WebSocket(url, { headers: headers ?? { cookie: this.seated.cookie, origin: this.origin } });
  }
}

export function positionSubmission(idea: string, words: string, id: string = v7()) {
  const place = { idea, lang: "en", textVersion: 1, round: ROUND };
  const content = { kind: "position.stated", stance: "support", words, ...place };
  return { id, kind: "position.stated", draft: `position.${idea}`, content };
}

function readAs(text: string): unknown {
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return text;
  }
}
