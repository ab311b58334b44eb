/**
 * Next, for everything that is not the API or the live channel. It is given a server that never listens:
 * otherwise it adds an upgrade listener of its own and ends every socket whose path matches a page.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import next from "next";

export interface Pages {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Upgrades that are not ours: the development server's reload socket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): Promise<void>;
}

export async function openPages({
  dev,
  hostname,
  port,
}: {
  dev: boolean;
  hostname: string;
  port: number;
}): Promise<Pages> {
  const decoy: Server = createServer();
  const app = next({ dev, httpServer: decoy, hostname, port, dir: process.cwd() });
  await app.prepare();
  const handler = app.getRequestHandler();
  return {
    handle: (request, response) => handler(request, response),
    upgrade: (request, socket, head) => {
      if (dev) decoy.emit("upgrade", request, socket, head);
      else socket.destroy();
    },
    close: () => app.close(),
  };
}
