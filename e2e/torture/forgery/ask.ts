/** A request as no browser would send it: any header, any path, any body, whole or in chunks. */
import { Agent, request } from "node:http";

export interface Asked {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
  /** In chunks: without saying how long it is. */
  chunked?: boolean;
}

export interface Told {
  /** 0: the server hung up, as it may on a body that is too long. */
  status: number;
  body: unknown;
}

export class Asking {
  readonly #origin: URL;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 16 });

  constructor(origin: string) {
    this.#origin = new URL(origin);
  }

  ask({ method, path, headers, body, chunked = false }: Asked): Promise<Told> {
    const { hostname, port } = this.#origin;
    const length: Record<string, string> = chunked
      ? { "transfer-encoding": "chunked" }
      : { "content-length": String(Buffer.byteLength(body)) };
    return new Promise((done) => {
      const asked = request({
        ...{ hostname, port, method, path, agent: this.#agent },
        headers: { ...length, ...headers },
      });
      asked.on("error", () => done({ status: 0, body: null }));
      asked.on("response", (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("error", () => done({ status: 0, body: null }));
        answer.on("end", () => {
          const text = Buffer.concat(parts).toString();
          done({ status: answer.statusCode ?? 0, body: readAs(text) });
        });
      });
      asked.end(body);
    });
  }

  end(): void {
    this.#agent.destroy();
  }
}

/** For a printed line: without the cookie, which tells nothing. */
export function shown({ method, path, headers, body }: Asked): string {
  const told = Object.entries(headers).filter(([name]) => name !== "cookie");
  return `${method} ${path} ${JSON.stringify(Object.fromEntries(told))} ${body.slice(0, 300)}`;
}

function readAs(text: string): unknown {
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return text;
  }
}
