/** A walk's surroundings: who sits where, what was said so far, and the rooms that stand open. */
import { Agent } from "node:http";
import type { WebSocket } from "ws";
import type { Store } from "#db/open";
import { DraftWriter } from "../draft-writer.ts";
import type { Random } from "../random.ts";
import type { Seated, Stage } from "../stage.ts";
import type { Canaries } from "./canaries.ts";
import type { Cast } from "./cast.ts";
import type { Audience } from "./oracle.ts";
import { TappedDesk } from "./tap.ts";

/** An entry that was admitted. */
export interface Said {
  seq: number;
  delegation: string;
  audience: Audience;
  kind: "position" | "comment" | "statement";
  /** As it was submitted, to be submitted again. */
  submission: { id: string } & object;
}

/** Draws its choices when called, and acts when the answer is called. */
export type Step = (world: World) => () => Promise<void>;

interface WorldParts {
  stage: Stage;
  cast: Cast;
  store: Store;
  canaries: Canaries;
  origin: string;
  epoch: string;
  random: Random;
}

export class World {
  readonly stage: Stage;
  readonly cast: Cast;
  readonly store: Store;
  readonly canaries: Canaries;
  readonly origin: string;
  readonly epoch: string;
  readonly random: Random;
  readonly said: Said[] = [];
  round: { id: string; audience: Audience; named: boolean } = { id: "1", audience: "everyone", named: true };
  /** Of the group; and the entry of the wording under silence. */
  members: readonly string[] = [];
  underSilence = 0;
  /** Words of rounds without attribution, with the delegation whose they are. */
  readonly nobodys = new Map<string, string>();
  /** Sockets to record rooms, which only listen. */
  listening: { seated: Seated; socket: WebSocket }[] = [];
  /** Draft ids of comments and corrections, by delegation. */
  readonly drafts = new Map<string, string[]>();
  /** Who is signing out just now, and may be answered as one who has. */
  readonly leaving = new Set<Seated>();
  /** What happened, for the printed line. */
  readonly counts: Record<string, number> = {};
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 32 });
  readonly #desks = new Map<Seated, TappedDesk>();
  readonly #writers = new Map<string, DraftWriter>();
  readonly #joins = new Map<string, Promise<void>>();

  constructor(parts: WorldParts) {
    this.stage = parts.stage;
    this.cast = parts.cast;
    this.store = parts.store;
    this.canaries = parts.canaries;
    this.origin = parts.origin;
    this.epoch = parts.epoch;
    this.random = parts.random;
  }

  desk(seated: Seated): TappedDesk {
    const desk = this.#desks.get(seated) ?? this.deskOf(seated);
    this.#desks.set(seated, desk);
    return desk;
  }

  /** A desk that is not kept: of somebody with another cookie, or none. */
  deskOf(seated: Seated): TappedDesk {
    return new TappedDesk(seated, this.origin, this.canaries, this.#agent);
  }

  /** This person's place in a draft room, its delegation's own unless another is named, joined when it is not. */
  async writer(seated: Seated, room?: string): Promise<DraftWriter> {
    const place = `${seated.person} ${room}`;
    const writer = this.#writers.get(place) ?? new DraftWriter(this.desk(seated), this.epoch, room);
    const isNew = !this.#writers.has(place);
    this.#writers.set(place, writer);
    if (isNew || writer.closedWith !== null) this.#joins.set(place, writer.join());
    await this.#joins.get(place);
    return writer;
  }

  /** Whether this person was signed in all the time since it sent this cookie. */
  stayed(one: Seated, cookie: string): boolean {
    return one.cookie === cookie && !this.leaving.has(one);
  }

  headOf(delegation: string): Seated {
    const head = this.cast.heads.find((one) => one.delegation === delegation);
    if (head === undefined) throw new Error(`${delegation} has no head`);
    return head;
  }

  counted(what: string): void {
    this.counts[what] = (this.counts[what] ?? 0) + 1;
  }

  end(): void {
    for (const { socket } of this.listening) socket.terminate();
    for (const writer of this.#writers.values()) writer.leave();
    this.#agent.destroy();
  }
}

export function delegationOf(seated: Seated): string {
  if (seated.delegation === null) throw new Error(`${seated.as} has no delegation`);
  return seated.delegation;
}

/** A promise that is over after a while in any case. */
export function within(ms: number, over: Promise<unknown>): Promise<unknown> {
  const late = new Promise((done) => setTimeout(done, ms).unref());
  return Promise.race([over, late]);
}
