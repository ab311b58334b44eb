/** Bad clients: each opens something that a server could waste itself on, and says afterwards whether it was dealt with. */
import { connect, type Socket } from "node:net";
import { WebSocket } from "ws";
import * as Y from "yjs";
import type { Random } from "../random.ts";
import { REPORT, type Seated } from "../stage.ts";

export interface BadClient {
  /** What ought to have happened to it and did not. Ends it. */
  ended(): string[];
}

interface Surroundings {
  origin: string;
  epoch: string;
  seated: Seated;
  random: Random;
}

interface Kind {
  name: string;
  open(around: Surroundings): BadClient;
}

const MB = 1_048_576;

export const NEVER_READERS = "never-readers";

/** Asks for everything again and again, and reads nothing of it. */
const neverReads: Kind = {
  name: NEVER_READERS,
  open: (around) => {
    const socket = dressed(around, `record/${REPORT}/1`);
    const state = watched(socket);
    let timer: NodeJS.Timeout | undefined;
    socket.on("open", () => {
      (socket as unknown as { _socket: Socket })._socket.pause();
      // Nearly a whole volume each time, made for it alone: step 1 of who holds the first entry, within the rate.
      timer = setInterval(() => socket.readyState === 1 && socket.send(Uint8Array.of(0, 0, 3, 1, 1, 1)), 25);
    });
    return ending(
      () => {
        clearInterval(timer);
        return [];
      },
      socket,
      state,
    );
  },
};

/** A frame larger than any may be. */
const tooLarge: Kind = {
  name: "too large pastes",
  open: (around) => {
    const socket = dressed(around, `drafts/${REPORT}/${around.seated.delegation}`);
    const state = watched(socket);
    socket.on("open", () => socket.send(Buffer.alloc(10 * MB, 120)));
    return ending(() => (state.closed ? [] : ["a frame of 10 MB was taken"]), socket, state);
  },
};

/** Made once. */
const pasted: Uint8Array[] = [];
const doc = new Y.Doc();
doc.on("update", (update: Uint8Array) => pasted.push(update));
for (let n = 0; n < 60; n += 1) doc.getText(`words/comment.${uuid(n)}`).insert(0, "p".repeat(60_000));

/** Far more than a second allows, in pieces that each may come, again and again: a slow server must not seem a lax one. */
const pastes: Kind = {
  name: "pastes in pieces",
  open: (around) => {
    const socket = dressed(around, `drafts/${REPORT}/${around.seated.delegation}`);
    const state = watched(socket);
    const paste = () => {
      if (socket.bufferedAmount === 0) for (const update of pasted) sendUpdate(socket, update);
    };
    let timer: NodeJS.Timeout | undefined;
    socket.on("open", () => {
      paste();
      timer = setInterval(paste, 500);
    });
    return ending(
      () => {
        clearInterval(timer);
        return state.closed ? [] : ["3.6 MB again and again were taken"];
      },
      socket,
      state,
    );
  },
};

/** More frames than a person types. */
const floods: Kind = {
  name: "floods",
  open: (around) => {
    const socket = dressed(around, `drafts/${REPORT}/${around.seated.delegation}`);
    const state = watched(socket);
    let timer: NodeJS.Timeout | undefined;
    socket.on("open", () => {
      timer = setInterval(() => {
        for (let n = 0; n < 20 && socket.readyState === 1; n += 1) socket.send(Uint8Array.of(0, 2, 2, 0, 0));
      }, 50);
    });
    return ending(
      () => {
        clearInterval(timer);
        return state.closed ? [] : ["400 frames a second were taken"];
      },
      socket,
      state,
    );
  },
};

/** A message in the smallest fragments there are. */
const fragments: Kind = {
  name: "tiny fragments",
  open: (around) => {
    const socket = dressed(around, `drafts/${REPORT}/${around.seated.delegation}`);
    const state = watched(socket);
    socket.on("open", () => {
      for (let n = 0; n < 500 && socket.readyState === 1; n += 1)
        socket.send(Uint8Array.of(0), { fin: false });
    });
    return ending(() => (state.closed ? [] : ["a message in 500 fragments was taken"]), socket, state);
  },
};

/** A request, or an upgrade, that comes in drop by drop. */
const drops: Kind = {
  name: "drop by drop",
  open: ({ origin, random, seated }) => {
    const { hostname, port } = new URL(origin);
    const socket = connect(Number(port), hostname);
    socket.on("error", () => undefined);
    const body = random.chance(0.5);
    const start = body
      ? `POST /api/v1/reports/${REPORT}/submissions HTTP/1.1\r\nHost: ${hostname}\r\nOrigin: ${origin}\r\nCookie: ${seated.cookie}\r\nContent-Type: application/json\r\nContent-Length: 500000\r\n\r\n{`
      : "GET /live/record/A-63-677/1 HTTP/1.1\r\nX-";
    socket.on("connect", () => socket.write(start));
    const timer = setInterval(() => socket.write("a"), 300);
    return {
      ended: () => {
        clearInterval(timer);
        socket.destroy();
        return [];
      },
    };
  },
};

/** One person at thirty browsers. */
const many: Kind = {
  name: "too many connections",
  open: (around) => {
    const sockets = Array.from({ length: 30 }, () => dressed(around, `record/${REPORT}/1`));
    const states = sockets.map(watched);
    return {
      ended: () => {
        const open = states.filter(({ closed, opened }) => opened && !closed).length;
        for (const socket of sockets) socket.terminate();
        return open > 20 ? [`${open} connections of one person stayed open`] : [];
      },
    };
  },
};

export const BAD_CLIENTS: readonly Kind[] = [neverReads, tooLarge, pastes, floods, fragments, drops, many];

function dressed({ origin, epoch, seated }: Surroundings, room: string): WebSocket {
  const socket = new WebSocket(`${origin.replace("http", "ws")}/live/${room}?epoch=${epoch}`, {
    headers: { cookie: seated.cookie, origin },
  });
  socket.on("error", () => undefined);
  return socket;
}

function watched(socket: WebSocket): { opened: boolean; closed: boolean } {
  const state = { opened: false, closed: false };
  socket.on("open", () => {
    state.opened = true;
  });
  socket.on("close", () => {
    state.closed = true;
  });
  return state;
}

/** Who never got in (a person has only so many connections) has nothing to be ended for. */
function ending(found: () => string[], socket: WebSocket, state: { opened: boolean }): BadClient {
  return {
    ended: () => {
      const all = found();
      socket.terminate();
      return state.opened ? all : [];
    },
  };
}

function sendUpdate(socket: WebSocket, update: Uint8Array): void {
  const length = [(update.length & 127) | 128, ((update.length >> 7) & 127) | 128, update.length >> 14];
  if (socket.readyState === 1) socket.send(Buffer.from([0, 2, ...length, ...update]));
}

function uuid(n: number): string {
  return `00000000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
}
