/** The stock y-websocket provider, told what this server means by its close codes and acknowledgements. */
import * as decoding from "lib0/decoding";
import { WebsocketProvider } from "y-websocket";
import type * as Y from "yjs";
import { FINAL_CODES, MESSAGE } from "#deliberation/close-codes";

/** Frames of one socket: how many that write were sent, and how many of them the server holds durably. */
export interface Frames {
  sent: number;
  durable: number;
  /** Number of the frame that answered the server's first step: it brings whatever was written offline. */
  offlineFrame: number | null;
}

interface Options {
  room: string;
  doc: Y.Doc;
  params: Record<string, string>;
  onFrames?: (frames: Frames) => void;
  onPresent?: (count: number) => void;
  /** The server ended it for good; the code says why. */
  onClosed: (code: number) => void;
  onStatus: () => void;
}

const RESYNC_MS = 30_000;
/** Without a spread of their own, all tabs would come back in the same moment. */
const BACKOFF_MS = { least: 2_000, spread: 3_000 };
const STEP_2 = 1;

export function openRoom({ room, doc, params, onFrames, onPresent, onClosed, onStatus }: Options): WebsocketProvider {
  const server = `${window.location.protocol === "https:" ? "wss" : "ws"}://${window.location.host}/live`;
  const frames: Frames = { sent: 0, durable: 0, offlineFrame: null };
  const provider = new WebsocketProvider(server, room, doc, {
    connect: false,
    // BroadcastChannel passes by the server's authority.
    disableBc: true,
    resyncInterval: RESYNC_MS,
    maxBackoffTime: BACKOFF_MS.least + Math.random() * BACKOFF_MS.spread,
    params,
    shouldReconnect: (event) => !FINAL_CODES.includes(event.code),
    WebSocketPolyfill: countingSocket(frames, () => onFrames?.(frames)),
  });
  provider.messageHandlers[MESSAGE.durable] = (_encoder, decoder) => {
    frames.durable = decoding.readVarUint(decoder);
    onFrames?.(frames);
  };
  provider.messageHandlers[MESSAGE.present] = (_encoder, decoder) => {
    onPresent?.(decoding.readVarUint(decoder));
  };
  provider.on("status", onStatus);
  provider.on("sync", onStatus);
  provider.on("closed", ({ code }: { code: number }) => onClosed(code));
  provider.connect();
  return provider;
}

/** Counts the frames that write, from the first of each socket, as the server does. */
function countingSocket(frames: Frames, onSent: () => void): typeof WebSocket {
  return class extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols);
      Object.assign(frames, { sent: 0, durable: 0, offlineFrame: null });
    }

    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
      super.send(data as never);
      if (!(data instanceof Uint8Array) || data[0] !== MESSAGE.sync || data[1] === 0) return;
      frames.sent += 1;
      if (data[1] === STEP_2) frames.offlineFrame = frames.sent;
      onSent();
    }
  };
}
