/** The surroundings of the trials: who sits where, the ledger, and writers at work in every draft room. */
import { randomUUID } from "node:crypto";
import type { Store } from "#db/open";
import { API, Desk } from "../desk.ts";
import { DraftWriter } from "../draft-writer.ts";
import type { Random } from "../random.ts";
import type { Seated, Stage } from "../stage.ts";
import { type Asked, Asking, type Told } from "./ask.ts";
import type { ForgeCast, Home } from "./cast.ts";
import type { Ledger } from "./ledger.ts";

/** A trial has one delegation to itself while it lasts. */
export type Trial = (world: ForgeWorld, home: Home) => Promise<void>;

/** An entry that trials may point to. */
export interface Standing {
  seq: number;
  delegation: string;
  kind: "comment" | "position";
}

interface ForgeParts {
  stage: Stage;
  cast: ForgeCast;
  store: Store;
  origin: string;
  epoch: string;
  random: Random;
  ledger: Ledger;
}

export class ForgeWorld {
  readonly stage: Stage;
  readonly cast: ForgeCast;
  readonly store: Store;
  readonly origin: string;
  readonly epoch: string;
  readonly random: Random;
  readonly ledger: Ledger;
  readonly asking: Asking;
  standing: Standing[] = [];
  readonly counts: Record<string, number> = {};
  made = 0;
  readonly #writers = new Map<Seated, DraftWriter>();

  constructor(parts: ForgeParts) {
    this.stage = parts.stage;
    this.cast = parts.cast;
    this.store = parts.store;
    this.origin = parts.origin;
    this.epoch = parts.epoch;
    this.random = parts.random;
    this.ledger = parts.ledger;
    this.asking = new Asking(parts.origin);
  }

  ask(asked: Asked): Promise<Told> {
    return this.asking.ask(asked);
  }

  /** A request as this person's browser would send it. */
  request(one: Seated, path: string, body: object): Asked {
    const headers = { cookie: one.cookie, origin: this.origin, "content-type": "application/json" };
    return { method: "POST", path, headers, body: JSON.stringify(body) };
  }

  clearing(one: Seated, draft: string, content: object): Asked {
    return this.request(one, `${API}/drafts/${draft}/clearance`, { content });
  }

  desk(one: Seated): Desk {
    return new Desk(one, this.origin);
  }

  /** This person at work in its own draft room. */
  async writer(one: Seated): Promise<DraftWriter> {
    const known = this.#writers.get(one);
    const writer = known ?? new DraftWriter(this.desk(one), this.epoch);
    this.#writers.set(one, writer);
    if (known === undefined || writer.closedWith !== null) await writer.join();
    return writer;
  }

  /** Writes a word rightly, in a draft of this person's delegation. @returns once it is durable. */
  async writes(one: Seated, draft: string): Promise<string> {
    const writer = await this.writer(one);
    const word = this.ledger.word(one, String(one.delegation), "rightly");
    this.ledger.wrote(one, draft);
    writer.write(draft, word);
    for (let n = 0; n < 400 && !writer.saved.has(word); n += 1)
      await new Promise((done) => setTimeout(done, 5));
    if (!writer.saved.has(word)) this.ledger.violations.push(`${word}, rightly written, was never saved`);
    return word;
  }

  saved(delegation: string): Set<string> {
    const all = [...this.#writers].filter(([one]) => one.delegation === delegation);
    return new Set(all.flatMap(([, writer]) => [...writer.saved].filter((one) => one.startsWith("word-"))));
  }

  otherHome(home: Home): Home {
    return this.random.of(this.cast.homes.filter((one) => one !== home));
  }

  draft(kind: "comment" | "correction"): string {
    return `${kind}.${randomUUID()}`;
  }

  counted(what: string): void {
    this.counts[what] = (this.counts[what] ?? 0) + 1;
  }

  leave(): void {
    for (const writer of this.#writers.values()) writer.leave();
    this.asking.end();
  }
}
