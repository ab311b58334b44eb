/** A person's desk where every byte that comes from the server is listened to before anything is made of it. */
import { type Agent, request } from "node:http";
import * as decoding from "lib0/decoding";
import type { WebSocket } from "ws";
import * as Y from "yjs";
import { MESSAGE } from "#deliberation/close-codes";
import { type Answer, Desk } from "../desk.ts";
import type { Seated } from "../stage.ts";
import { type Canaries, LONGEST_SECRET } from "./canaries.ts";

const STEP_1 = 0;

export class TappedDesk extends Desk {
  /** Null for somebody who sends no cookie. */
  readonly #reader: Seated | null;
  readonly #canaries: Canaries;
  readonly #agent: Agent;

  constructor(seated: Seated, origin: string, canaries: Canaries, agent: Agent) {
    super(seated, origin);
    this.#reader = seated.cookie === "" ? null : seated;
    this.#canaries = canaries;
    this.#agent = agent;
  }

  override ask(
    method: string,
    to: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    return this.send(method, to, body === undefined ? undefined : JSON.stringify(body), headers);
  }

  /** @param text the request's body as it stands, JSON or not. */
  send(
    method: string,
    to: string,
    text?: string,
    headers: Record<string, string> = {},
  ): Promise<Answer & { raw: string }> {
    const own: Record<string, string> = { cookie: this.seated.cookie, origin: this.origin };
    if (text !== undefined) own["content-type"] = "application/json";
    if (text !== undefined) own["content-length"] = String(Buffer.byteLength(text));
    return new Promise((done, fail) => {
      const { hostname, port } = new URL(this.origin);
      const asked = request({
        ...{ hostname, port, method, path: to, agent: this.#agent },
        headers: { ...own, ...headers },
      });
      asked.on("error", fail);
      asked.on("response", (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("error", fail);
        answer.on("end", () => {
          const body = Buffer.concat(parts).toString();
          const raw = [answer.statusMessage, ...answer.rawHeaders, body].join("\n");
          this.#canaries.heard(this.#reader, `${method} ${to} ${answer.statusCode}`, raw);
          done({ status: answer.statusCode ?? 0, body: readAs(body), raw });
        });
      });
      asked.end(text);
    });
  }

  override socket(room: string, params: Record<string, string>, headers?: Record<string, string>): WebSocket {
    const socket = super.socket(room, params, headers);
    const hear = (text: string) => this.#canaries.heard(this.#reader, `the room ${room}`, text);
    const written = new Written();
    socket.on("upgrade", (answer) => hear(answer.rawHeaders.join("\n")));
    socket.on("unexpected-response", (_, answer) => {
      hear(answer.rawHeaders.join("\n"));
      socket.terminate();
    });
    socket.on("error", () => undefined);
    socket.on("message", (data: Buffer) => {
      hear(data.toString("latin1"));
      for (const text of written.in(data)) hear(text);
    });
    socket.on("close", (_, reason) => hear(reason.toString("latin1")));
    return socket;
  }
}

/** Words that came piece by piece, each hand's pieces put together again. */
class Written {
  readonly #tails = new Map<number, string>();

  in(data: Buffer): string[] {
    const pieces = new Map<number, string>();
    for (const struct of structsIn(data)) {
      if (!(struct instanceof Y.Item)) continue;
      const { client } = struct.id;
      const { content } = struct;
      const text = content instanceof Y.ContentString ? content.str : wordsOf(content);
      pieces.set(client, (pieces.get(client) ?? this.#tails.get(client) ?? "") + text);
    }
    for (const [client, text] of pieces) this.#tails.set(client, text.slice(-LONGEST_SECRET));
    return [...pieces.values()];
  }
}

function structsIn(data: Buffer) {
  const decoder = decoding.createDecoder(data);
  if (decoding.readVarUint(decoder) !== MESSAGE.sync || decoding.readVarUint(decoder) === STEP_1) return [];
  return Y.decodeUpdate(decoding.readVarUint8Array(decoder)).structs;
}

function wordsOf(content: Y.Item["content"]): string {
  return content instanceof Y.ContentAny ? content.arr.map((one) => JSON.stringify(one)).join("\n") : "";
}

function readAs(text: string): unknown {
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return text;
  }
}
