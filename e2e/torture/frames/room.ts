/** A draft room as the server keeps it, without sockets: frames in, what is stored out, and a colleague who writes on. */
import * as Y from "yjs";
import { PersonId } from "#deliberation/ids";
import { DraftDocument } from "#server/live/draft-document";
import { inspect } from "#server/live/firewall";
import { BadFrame, readMessage } from "#server/live/frames";
import type { Random } from "../random.ts";
import { bent, type Held, honestUpdate, hostileUpdate, IDS } from "./making.ts";

const [ANN, BOB] = ["a", "b"].map((letter) =>
  PersonId.parse(`00000000-0000-4000-8000-00000000000${letter}`),
) as [PersonId, PersonId];
const PLACES = /^(?:words|wording)\/(?:position\.\S+|(?:comment|correction)\.[0-9a-f-]{36})$/;
const KEYS =
  /^(?:position\.\S+|(?:comment|correction)\.[0-9a-f-]{36})\/(?:stance|lang|onBehalfOf|target|commentKind|audience|replyTo|entry|reason)$/;
const STALL_MS = 50;
const TEXT = "words/position.17-3";

export type Mistake = "firewall-skipped" | "spoilt-room-kept" | "ids-unowned" | null;

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

  constructor(random: Random, mistake: Mistake) {
    this.#random = random;
    this.#mistake = mistake;
    this.#victim.clientID = IDS.victim;
    this.#victim.getText(TEXT).insert(0, "The victim's words. ");
    this.#victim.getMap("drafts").set("position.17-3/stance", "support");
    this.#stored.push(Y.encodeStateAsUpdate(this.#victim));
    this.#document = new DraftDocument(this.#stored);
  }

  clock(client: number): number {
    return Y.getState(this.#document.doc.store, client);
  }

  /** One hostile frame. @returns what did not hold. */
  attacked(): string[] {
    const frame = this.#frame();
    const tookMs = this.#receive(frame);
    if (typeof tookMs === "string") return [`${tookMs}: ${hex(frame)}`];
    if (tookMs < STALL_MS) return [];
    // Only a stall that comes again is the frame's: the machine has pauses of its own.
    const again = Math.min(...[1, 2, 3].map(() => this.#timed(frame)));
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
    this.#victim.getText(TEXT).insert(0, words);
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
    return [...found, ...this.#misplaced(), ...this.#readsBack()];
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
    const update = random.chance(0.7)
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
      this.counts.taken += 1;
    } catch (error) {
      if (!(error instanceof BadFrame)) return `it threw ${(error as Error).message}`;
      this.counts.refused += 1;
    }
    return performance.now() - began;
  }

  #write(update: Uint8Array, offline: boolean): void {
    const { doc } = this.#document;
    const owners = this.#mistake === "ids-unowned" ? new Map<number, PersonId>() : this.#owners;
    if (this.#mistake !== "firewall-skipped") {
      const { claims } = inspect(update, offline, { doc, owners, person: BOB });
      for (const client of claims) if (!this.#owners.has(client)) this.#owners.set(client, BOB);
    }
    try {
      const { updates } = this.#document.apply(update);
      this.#stored.push(...updates);
    } catch (error) {
      // As the room does: what might hold more than the store is thrown away.
      if (this.#mistake !== "spoilt-room-kept") this.#document = new DraftDocument(this.#stored);
      this.counts.reloaded += 1;
      throw error;
    }
  }

  #timed(frame: Buffer): number {
    const began = performance.now();
    try {
      const message = readMessage(frame);
      if (message.kind !== "write") return 0;
      const fresh = new DraftDocument(this.#stored);
      const start = performance.now();
      try {
        if (this.#mistake !== "firewall-skipped")
          inspect(message.update, message.offline, { doc: fresh.doc, owners: this.#owners, person: BOB });
        fresh.apply(message.update);
      } catch {
        // Refused: what it cost is what counts.
      }
      return performance.now() - start;
    } catch {
      return performance.now() - began;
    }
  }

  #misplaced(): string[] {
    const { doc } = this.#document;
    const roots = [...doc.share.keys()].filter((root) => root !== "drafts" && !PLACES.test(root));
    const keys = [...doc.getMap("drafts").keys()].filter((key) => !KEYS.test(key));
    const values = [...doc.getMap("drafts").values()].filter(
      (value) => typeof value !== "string" && !Number.isFinite(value),
    );
    return [
      ...roots.map((root) => `something stands under ${JSON.stringify(root.slice(0, 40))}`),
      ...keys.map((key) => `a field is called ${JSON.stringify(key)}`),
      ...values.map((value) => `a field holds ${typeof value}`),
    ];
  }

  #readsBack(): string[] {
    let fresh: DraftDocument;
    try {
      fresh = new DraftDocument(this.#stored);
    } catch (error) {
      return [`the room does not reload: ${(error as Error).message}`];
    }
    const [held, read] = [contentOf(this.#document.doc), contentOf(fresh.doc)];
    if (held === read) return [];
    const from = Math.max(0, [...held].findIndex((letter, n) => letter !== read[n]) - 20);
    const part = (text: string) => text.slice(from, from + 80);
    return [`the room reloads to something else: held ${part(held)} / read ${part(read)}`];
  }
}

/**
 * Halves of letters count as equal: Y makes them unreadable where a piece is split between them, by an overlap that
 * only a forged frame has, and does so in memory alone.
 */
function contentOf(doc: Y.Doc): string {
  const texts = [...doc.share.keys()]
    .filter((root) => root.includes("/") && doc.getText(root).length > 0)
    .sort();
  const vector = [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b);
  return JSON.stringify([
    texts.map((root) => [
      root,
      doc
        .getText(root)
        .toString()
        .replace(/[\ud800-\udfff\ufffd]/g, "?"),
    ]),
    doc.getMap("drafts").toJSON(),
    vector,
  ]);
}

function lengthOf(value: number): Buffer {
  const bytes: number[] = [];
  let left = value;
  for (; left > 127; left = Math.floor(left / 128)) bytes.push((left % 128) | 128);
  return Buffer.from([...bytes, left]);
}

function hex(frame: Buffer): string {
  return frame.subarray(0, 120).toString("hex");
}
