/** The live channel: who may come in, into which room, and for how long. */
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { Logger } from "pino";
import { type ServerOptions, type WebSocket, WebSocketServer } from "ws";
import { DamagedRoom } from "#db/drafts";
import type { Store } from "#db/open";
import { headOf, readEntries } from "#db/record";
import type { Seated } from "#db/sign-ins";
import { headerHash } from "#deliberation/canonical";
import { CLOSE, type CloseCode, MOST_OFFLINE_BYTES } from "#deliberation/close-codes";
import type { DelegationKey, DraftId, Hash, ReportId, Seq } from "#deliberation/ids";
import type { GroupCommit } from "../commit.ts";
import { BadFrame } from "./frames.ts";
import { GroupWatch, mayEnter, mayWrite, nameOf } from "./group-rooms.ts";
import { Member } from "./member.ts";
import { WorkAllowances } from "./rate.ts";
import type { Room } from "./room.ts";
import { Rooms } from "./rooms.ts";
import { type Address, addressOf, isForeign, isOnRecord, turnAway } from "./upgrade.ts";

const MOST_SOCKETS = 20;
const MOST_FRAGMENTS = 16;
/** Room for the message around the largest update. */
const MOST_PAYLOAD = MOST_OFFLINE_BYTES + 16;
const RIGHTS_EVERY_MS = 60_000;
const RECHECKED_AT_ONCE = 50;
/** [S9] What ends by its date is found out within this time. */
const GROUPS_EVERY_MS = 1_000;
const PRESENCE_EVERY_MS = 500;
const PULSE_EVERY_MS = 10_000;
/** How long a closed connection may take to answer. */
const CLOSE_WITHIN_MS = 1_000;
/** `closeTimeout` is documented, and missing from the types. */
const DOOR: ServerOptions & { closeTimeout: number } = {
  noServer: true,
  perMessageDeflate: false,
  maxPayload: MOST_PAYLOAD,
  maxFragments: MOST_FRAGMENTS,
  closeTimeout: CLOSE_WITHIN_MS,
};

export interface LiveOptions {
  store: Store;
  epoch: string;
  /** The one Origin accepted. */
  origin: string;
  volumeSize?: number;
  seatOfRequest(request: IncomingMessage): Promise<Seated | null>;
  /** Reads a sign-in's seat again; null once it ended. */
  seatStillHeld(seated: Seated): Seated | null;
  /** @returns a function that ends the listening. */
  onGrown(listener: (report: ReportId) => void): () => void;
  log: Pick<Logger, "error" | "warn">;
  commit: GroupCommit;
}

export interface Live {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  markSubmitted(
    report: ReportId,
    delegation: DelegationKey,
    draft: DraftId,
    seq: Seq,
    hash: Hash,
  ): Promise<void>;
  /** Erases drafts of a delegation with their editing history, durably. */
  eraseDrafts(report: ReportId, delegation: DelegationKey, drafts: readonly DraftId[]): Promise<void>;
  signInEnded(signIn: string): void;
  /** Tells everybody connected where the facilitator is. @param place empty to end it. */
  invite(report: ReportId, place: string): void;
  /** Some seat, right or sign-in was changed: every connection's rights are read again. */
  rightsChanged(): void;
  close(): Promise<void>;
}

interface Place {
  address: Address;
  room: Room;
}

export function openLive(options: LiveOptions): Live {
  const { store, epoch, origin, volumeSize = 4096, commit, log } = options;
  const door = new WebSocketServer(DOOR);
  const members = new Map<Member, Place>();
  const work = new WorkAllowances();
  const rooms = new Rooms({
    store,
    volumeSize,
    commit,
    stillWrites: (member) => stillAllowed(member),
    failed: (error, what) => log.warn({ err: error }, what),
  });
  const watch = new GroupWatch(store);
  const stopListening = options.onGrown((report) => {
    rooms.grown(report);
    lookAtGroups();
  });
  const timers = [
    setInterval(() => rooms.showPresent(), PRESENCE_EVERY_MS),
    setInterval(() => rooms.pulse(), PULSE_EVERY_MS),
    setInterval(() => recheck(), RIGHTS_EVERY_MS),
    setInterval(() => lookAtGroups(), GROUPS_EVERY_MS),
  ];
  let closing = false;

  function refusalOf(address: Address | null, seated: Seated | null): CloseCode | null {
    if (seated === null) return CLOSE.notSignedIn;
    if (address === null) return CLOSE.notYours;
    if (!mayEnter(store, address, seated)) return keptOut(address, seated);
    const head = headOf(store, address.report).seq;
    if (head === 0) return CLOSE.notYours;
    if (socketsOf(seated) >= MOST_SOCKETS) return CLOSE.tooMany;
    if (address.epoch !== epoch) return CLOSE.beganAnew;
    if (address.room !== "record") return null;
    if (!isOnRecord(address.held, (seq) => hashAt(address.report, seq))) return CLOSE.beganAnew;
    return address.volume > Math.floor(head / volumeSize) + 1 ? CLOSE.notYours : null;
  }

  function hashAt(report: ReportId, seq: number): Hash | null {
    const [entry] = readEntries(store, report, seq - 1, 1);
    return entry?.header.seq === seq ? headerHash(entry.header) : null;
  }

  function socketsOf({ seat }: Seated): number {
    let count = 0;
    for (const member of members.keys()) if (member.seated.seat.person === seat.person) count += 1;
    return count;
  }

  /** Reads a member's seat again. Rights are never changed in place: what changed closes the connection. */
  function stillAllowed(member: Member): boolean {
    const place = members.get(member);
    if (place === undefined || !member.open) return false;
    const before = member.seated;
    const seated = options.seatStillHeld(before);
    if (seated !== null) member.seated = seated;
    if (seated === null) member.close(CLOSE.notSignedIn);
    // [D26] Also from the record, which everybody reads: the page around it is another one now.
    else if (isSuspended(seated) !== isSuspended(before)) member.close(CLOSE.suspended);
    else if (!mayEnter(store, place.address, seated)) member.close(CLOSE.notYours);
    else if (mayWrite(store, place.address, seated) !== member.writes) member.close(CLOSE.rightsChanged);
    else return true;
    return false;
  }

  /** A few at a time, so that nobody waits while a thousand are read again. */
  function recheck(left = [...members.keys()]): void {
    for (const member of left.splice(0, RECHECKED_AT_ONCE)) stillAllowed(member);
    if (left.length > 0) setImmediate(() => recheck(left));
  }

  /** [S9] Those in the room of a group that is not as it was come in anew or not at all. */
  function lookAtGroups(): void {
    const changed = watch.changed([...members.values()].map(({ address }) => address));
    if (changed.size === 0) return;
    recheck([...members].filter(([, { address }]) => changed.has(nameOf(address) ?? "")).map(([one]) => one));
  }

  function enter(ws: WebSocket, wire: Duplex, address: Address, seated: Seated): void {
    const member = new Member(
      ws,
      wire,
      seated,
      mayWrite(store, address, seated),
      work.of(seated.seat.person),
    );
    const room = rooms.at(address);
    members.set(member, { address, room });
    watch.opened(address);
    const admits = (data: Buffer): boolean => {
      if (member.open && !member.rate.admits(data.length)) member.close(CLOSE.tooMany);
      return member.open;
    };
    ws.on("ping", admits);
    ws.on("pong", admits);
    ws.on("message", (data: Buffer, isBinary: boolean) => {
      if (!admits(data)) return;
      if (!isBinary) return member.close(CLOSE.badFrame);
      try {
        room.receive(member, data);
      } catch (error) {
        if (!(error instanceof BadFrame)) log.error({ err: error }, "a frame failed");
        member.close(error instanceof BadFrame ? error.code : CLOSE.badFrame);
      }
    });
    ws.on("close", () => {
      members.delete(member);
      room.leave(member);
      rooms.left(address, seated, room);
    });
    room.join(member);
    rooms.entered(address, seated);
  }

  async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    // Without a listener a reset connection would end the process.
    socket.on("error", () => socket.destroy());
    if (isForeign(request, origin)) return turnAway(socket, "403 Forbidden");
    const seated = await options.seatOfRequest(request);
    if (closing) return turnAway(socket, "503 Service Unavailable");
    (socket as Socket).setNoDelay?.(true);
    (socket as Socket).setKeepAlive?.(true, 30_000);
    door.handleUpgrade(request, socket, head, (ws) => {
      ws.on("error", () => ws.terminate());
      endHearing(ws);
      const address = addressOf(request.url ?? "");
      const refusal = refusalOf(address, seated);
      if (refusal !== null || address === null || seated === null) return ws.close(refusal ?? CLOSE.notYours);
      try {
        enter(ws, socket, address, seated);
      } catch (error) {
        log.error({ err: error }, "a room could not be opened");
        ws.close(error instanceof DamagedRoom ? CLOSE.damaged : CLOSE.tryLater);
      }
    });
  }

  return {
    upgrade(request, socket, head) {
      upgrade(request, socket, head).catch((error) => {
        log.error({ err: error }, "an upgrade failed");
        socket.destroy();
      });
    },
    markSubmitted: (report, delegation, draft, seq, hash) =>
      rooms.markSubmitted(report, delegation, draft, `${seq}:${hash}`),
    eraseDrafts: (report, delegation, drafts) => rooms.eraseDrafts(report, delegation, drafts),
    invite: (report, place) => rooms.invite(report, place),
    rightsChanged: () => recheck(),
    signInEnded(signIn) {
      for (const member of members.keys()) {
        if (member.seated.signIn === signIn) member.close(CLOSE.notSignedIn);
      }
    },
    async close() {
      if (closing) return;
      closing = true;
      for (const timer of timers) clearInterval(timer);
      stopListening();
      commit.flush();
      const all = [...members.keys()];
      for (const member of all) member.close(CLOSE.restart);
      await emptied(members, CLOSE_WITHIN_MS);
      for (const member of members.keys()) member.terminate();
      rooms.close();
      door.close();
    },
  };
}

function isSuspended({ suspended }: Seated): boolean {
  return suspended !== undefined;
}

/** [D26] Drafts that a device keeps stay there while credentials are contested, as those kept here do. */
function keptOut({ room }: Address, seated: Seated): CloseCode {
  return room === "drafts" && isSuspended(seated) ? CLOSE.suspended : CLOSE.notYours;
}

/** Who goes on talking after the close is not read any more: each frame would still cost, until the connection ends. */
function endHearing(ws: WebSocket): void {
  const heard = () => {
    if (ws.readyState !== ws.OPEN) ws.pause();
  };
  for (const event of ["message", "ping", "pong"]) ws.on(event, heard);
}

async function emptied(members: ReadonlyMap<Member, unknown>, withinMs: number): Promise<void> {
  const until = performance.now() + withinMs;
  while (members.size > 0 && performance.now() < until) await new Promise((done) => setTimeout(done, 10));
}
