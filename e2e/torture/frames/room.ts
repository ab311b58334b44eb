/** A draft room as the server keeps it, without sockets: frames in, what is stored out, and a colleague who writes on. */
import { PassThrough } from "node:stream";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { PersonId } from "#deliberation/ids";
import { Colleagues } from "#server/live/colleagues";
import { DraftDocument } from "#server/live/draft-document";
import { inspect } from "#server/live/firewall";
import { BadFrame, readMessage } from "#server/live/frames";
import { Member } from "#server/live/member";
import { WorkAllowances } from "#server/live/rate";
import type { Random } from "../random.ts";
import { crowdedUpdate } from "./crowd.ts";
import { bent, type Held, honestUpdate, hostileUpdate, IDS } from "./making.ts";
import { hostileMessage } from "./messages.ts";
import { forgedIn, misnamedIn, misplacedIn, misreadOf } from "./oracle.ts";

const [ANN, BOB] = ["a", "b"].map((letter) =>
  PersonId.parse(`00000000-0000-4000-8000-00000000000${letter}`),
) as [PersonId, PersonId];
const STALL_MS = 50;
const TEXT = "words/position.17-3";

const NAME = "Bo";

export type Mistake =
  | "firewall-skipped"
  | "wire-bytes-stored"
  | "spoilt-room-kept"
  | "ids-unowned"
  /** Made on the wire, see wire.ts. */
  | "never-kept"
  | null;

export class FramedRoom implements Held {
  readonly counts = { taken: 0, refused: 0, reloaded: 0 };
  readonly #random: Random;
  readonly #mistake: Mistake;
  readonly #victim = new Y.Doc();
  readonly #owners = new Map<number, PersonId>([
    [IDS.victim, ANN],
    [IDS.own, BOB],
  ]);
  #stored: Uint8Array[] = [];
  #document: DraftDocument;
  #said = 0;
  /** What the victim wrote, by clock. */
  readonly #written: (string | null)[] = [];
  readonly #colleagues = new Colleagues(
    () => undefined,
    ({ seated }) => seated.name,
  );
  readonly #attacker = memberCalled(NAME);

  constructor(random: Random, mistake: Mistake) {
    this.#random = random;
    this.#mistake = mistake;
    this.#victim.clientID = IDS.victim;
    this.#victimTypes("The victim's words. ");
    this.#victim.getMap("drafts").set("position.17-3/stance", "support");
    this.#written.push(null);
    this.#stored.push(Y.encodeStateAsUpdate(this.#victim));
    this.#document = new DraftDocument(this.#stored);
  }

  clock(client: number): number {
    return Y.getState(this.#document.doc.store, client);
  }

  /** One hostile frame. @returns what did not hold. */
  attacked(): string[] {
    const frame = this.#frame();
    const stored = this.#stored.length;
    const tookMs = this.#receive(frame);
    if (typeof tookMs === "string") return [`${tookMs}: ${hex(frame)}`];
    if (tookMs < STALL_MS) return [];
    // Only a stall that comes again is the frame's: the machine has pauses of its own, and a cold start is slow once.
    const again = Math.min(...Array.from({ length: 8 }, () => this.#timed(frame, stored)));
    return again < STALL_MS
      ? []
      : [`a frame of ${frame.length} bytes held everybody up for ${Math.round(again)} ms: ${hex(frame)}`];
  }

  /** The colleague writes on, and everything stored reads back as what the room holds. */
  settled(): string[] {
    this.#said += 1;
    const words = `said ${this.#said}. `;
    // Typed before she hears what the attacker did.
    this.#victim.clientID = IDS.victim;
    const before = Y.encodeStateVector(this.#victim);
    this.#victimTypes(words);
    const update = Y.encodeStateAsUpdate(this.#victim, before);
    const found: string[] = [];
    try {
      this.#colleagueWrites(update);
    } catch {
      // Pieces of the attacker's waited and spoilt it: the room begins anew without them, and she comes back.
      this.#document = new DraftDocument(this.#stored);
      this.counts.reloaded += 1;
      try {
        this.#colleagueWrites(update);
      } catch (error) {
        found.push(`the colleague is refused: ${(error as Error).message}`);
      }
    }
    if (!this.#document.doc.getText(TEXT).toString().includes(words))
      found.push("the colleague's words vanished");
    Y.applyUpdate(this.#victim, this.#document.since());
    return [
      ...found,
      ...misplacedIn(this.#document.doc),
      ...forgedIn(this.#document.doc, this.#written),
      ...misreadOf(this.#document, this.#stored),
      ...misnamedIn(this.#colleagues.all(), NAME),
    ];
  }

  end(): void {
    this.#colleagues.stop();
  }

  #victimTypes(words: string): void {
    this.#victim.getText(TEXT).insert(0, words);
    this.#written.push(...words);
  }

  #colleagueWrites(update: Uint8Array): void {
    const { doc } = this.#document;
    if (this.#mistake !== "firewall-skipped")
      inspect(update, true, { doc, owners: this.#owners, person: ANN });
    this.#stored.push(...this.#document.apply(update).updates);
  }

  get isFull(): boolean {
    return this.#stored.length > 400;
  }

  #frame(): Buffer {
    const random = this.#random;
    if (random.chance(0.08)) return hostileMessage(random, this);
    const update = random.chance(0.01)
      ? crowdedUpdate(random, this)
      : random.chance(0.7)
        ? hostileUpdate(random, this)
        : bent(random, honestUpdate(random, this.#document.since()));
    const whole = random.chance(0.05) ? honestUpdate(random, this.#document.since()) : update;
    const message = Buffer.concat([Buffer.from([0, random.of([1, 2, 2, 2])]), lengthOf(whole.length), whole]);
    return random.chance(0.05) ? Buffer.from(bent(random, message)) : message;
  }

  /** @returns how long it took, or what happened that must not. */
  #receive(frame: Buffer): number | string {
    const began = performance.now();
    try {
      const message = readMessage(frame);
      if (message.kind === "write") this.#write(message.update, message.offline);
      else if (message.kind === "awareness") this.#colleagues.heard(this.#attacker, message.payload);
      else if (message.kind === "step1") this.#answer(message.vector);
      this.counts.taken += 1;
    } catch (error) {
      if (!(error instanceof BadFrame)) return `it threw ${(error as Error).message}`;
      this.counts.refused += 1;
    }
    return performance.now() - began;
  }

  /** The room closes who sends no vector; what the document has is left as it was. */
  #answer(vector: Uint8Array): void {
    const { pendingStructs } = this.#document.doc.store;
    let isVector = true;
    try {
      this.#document.since(vector);
    } catch {
      isVector = false;
    }
    if (this.#document.doc.store.pendingStructs !== pendingStructs)
      throw new Error("an answer changed the room");
    if (!isVector) throw new BadFrame("not a state vector");
  }

  #write(update: Uint8Array, offline: boolean): void {
    const { doc } = this.#document;
    const owners = this.#mistake === "ids-unowned" ? new Map<number, PersonId>() : this.#owners;
    if (this.#mistake !== "firewall-skipped") {
      const { claims } = inspect(update, offline, { doc, owners, person: BOB });
      for (const client of claims) if (!this.#owners.has(client)) this.#owners.set(client, BOB);
    }
    if (this.#mistake === "wire-bytes-stored") this.#stored.push(update);
    try {
      const { updates } = this.#document.apply(update);
      if (this.#mistake !== "wire-bytes-stored") this.#stored.push(...updates);
    } catch (error) {
      // As the room does: what might hold more than the store is thrown away.
      if (this.#mistake !== "spoilt-room-kept") this.#document = new DraftDocument(this.#stored);
      this.counts.reloaded += 1;
      throw error;
    }
  }

  /** The same again, in a room as it was before. */
  #timed(frame: Buffer, stored: number): number {
    const fresh = new DraftDocument(this.#stored.slice(0, stored));
    const owners = new Map(this.#owners);
    const began = process.threadCpuUsage();
    try {
      const message = readMessage(frame);
      if (message.kind === "step1") fresh.since(message.vector);
      if (message.kind === "awareness") this.#colleagues.heard(memberCalled(NAME), message.payload);
      if (message.kind === "write") {
        const { update, offline } = message;
        if (this.#mistake !== "firewall-skipped")
          inspect(update, offline, { doc: fresh.doc, owners, person: BOB });
        fresh.apply(update);
      }
    } catch {
      // Refused: what it cost is what counts.
    }
    const { user, system } = process.threadCpuUsage(began);
    return (user + system) / 1_000;
  }
}

/** A real member; what is written to it goes nowhere. */
function memberCalled(name: string): Member {
  const socket = { readyState: WebSocket.OPEN, OPEN: WebSocket.OPEN, close() {}, terminate() {} };
  const seated = { name } as Member["seated"];
  return new Member(
    socket as unknown as WebSocket,
    new PassThrough().resume(),
    seated,
    true,
    new WorkAllowances().of(name),
  );
}

/** A number as frames have it before bytes of that length. */
export function lengthOf(value: number): Buffer {
  const bytes: number[] = [];
  let left = value;
  for (; left > 127; left = Math.floor(left / 128)) bytes.push((left % 128) | 128);
  return Buffer.from([...bytes, left]);
}

function hex(frame: Buffer): string {
  return frame.subarray(0, 120).toString("hex");
}
