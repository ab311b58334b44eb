/** The stock y-websocket provider, told what this server means by its close codes and messages of its own. */
import * as decoding from "lib0/decoding";
import { WebsocketProvider } from "y-websocket";
import type * as Y from "yjs";
import { FINAL_CODES, MESSAGE } from "#deliberation/close-codes";

interface Options {
  room: string;
  doc: Y.Doc;
  params: Record<string, string>;
  /** A new socket is on its way: frames count from the first again. */
  onSocket?: () => void;
  /** A frame that writes was sent. @param catchUp it answers the server's first step. */
  onSent?: (catchUp: boolean) => void;
  onDurable?: (count: number) => void;
  onPresent?: (count: number) => void;
  onInvited?: (place: string) => void;
  onPresence?: (payload: Uint8Array) => void;
  onOwnPresence?: (id: number) => void;
  /** The server ended it for good; the code says why. */
  onClosed: (code: number) => void;
  onStatus: () => void;
}

const RESYNC_MS = 30_000;
/** Without a spread of their own, all tabs would come back in the same moment. */
const BACKOFF_MS = { least: 2_000, spread: 3_000 };
const STEP_2 = 1;

/** Opens a room; call `connect()` once the caller holds the provider. */
export function openRoom(options: Options): WebsocketProvider {
  const { room, doc, params, onClosed, onStatus } = options;
  const server = `${window.location.protocol === "https:" ? "wss" : "ws"}://${window.location.host}/live`;
  const provider = new WebsocketProvider(server, room, doc, {
    connect: false,
    // BroadcastChannel passes by the server's authority.
    disableBc: true,
    resyncInterval: RESYNC_MS,
    maxBackoffTime: BACKOFF_MS.least + Math.random() * BACKOFF_MS.spread,
    params,
    shouldReconnect: (event) => !FINAL_CODES.includes(event.code),
    WebSocketPolyfill: countingSocket(options),
  });
  // It would renew itself and echo others; presence goes its own way.
  provider.awareness.destroy();
  const numbers: [number, ((count: number) => void) | undefined][] = [
    [MESSAGE.durable, options.onDurable],
    [MESSAGE.present, options.onPresent],
    [MESSAGE.ownPresence, options.onOwnPresence],
  ];
  for (const [message, tell] of numbers) {
    provider.messageHandlers[message] = (_encoder, decoder) => tell?.(decoding.readVarUint(decoder));
  }
  provider.messageHandlers[MESSAGE.awareness] = (_encoder, decoder) =>
    options.onPresence?.(decoding.readVarUint8Array(decoder));
  provider.messageHandlers[MESSAGE.invited] = (_encoder, decoder) =>
    options.onInvited?.(decoding.readVarString(decoder));
  provider.on("status", onStatus);
  provider.on("sync", onStatus);
  provider.on("closed", ({ code }: { code: number }) => onClosed(code));
  return provider;
}

/** Whether what is typed now goes out at once; the provider asks the same before it sends. */
export function takesFrames(provider: WebsocketProvider | null): boolean {
  const { ws } = provider ?? {};
  return provider?.wsconnected === true && ws != null && ws.readyState === ws.OPEN;
}

/** Leaves and joins again, unless the server ended it for good. A browser may be offline and its own machine reachable. */
export function joinAgain(provider: WebsocketProvider): void {
  if (!provider.shouldConnect) return;
  if (provider.ws !== null) provider.disconnect();
  provider.connect();
}

/** Counts the frames that write, from the first of each socket, as the server does. */
function countingSocket({ onSocket, onSent }: Options): typeof WebSocket {
  return class extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols);
      onSocket?.();
    }

    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
      super.send(data as never);
      if (!(data instanceof Uint8Array) || data[0] !== MESSAGE.sync || data[1] === 0) return;
      onSent?.(data[1] === STEP_2);
    }
  };
}
