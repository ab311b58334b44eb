/** Joins the record's rooms, folds what arrives, and starts clean when the store turns out to be another one. */
import type { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { CLOSE } from "#deliberation/close-codes";
import type { SeenEntry } from "#deliberation/entry";
import type { State } from "#deliberation/state";
import { sameEntry, take } from "./follower.ts";
import { openRoom } from "./provider.ts";

export interface RecordSource {
  report: string;
  epoch: string;
  volumeSize: number;
  state: State;
  readsSealed: boolean;
}

export interface Connection {
  phase: "connected" | "connecting" | "offline" | "ended" | "refused" | "outdated";
  since: Date;
  /** Delegations present, oneself included; 0 while not known. */
  present: number;
}

const PER_ARRAY = 256;

export class LiveRecord {
  state: State;
  connection: Connection = { phase: "connecting", since: new Date(0), present: 0 };
  epoch: string;
  readonly report: string;
  readonly #volumeSize: number;
  readonly #readsSealed: boolean;
  readonly #listeners = new Set<() => void>();
  readonly #renewed = new Set<(epoch: string) => void>();
  #doc: Y.Doc | null = null;
  #provider: WebsocketProvider | null = null;
  #volume = 0;
  #folding = false;
  #stopped = true;

  constructor(source: RecordSource) {
    this.report = source.report;
    this.epoch = source.epoch;
    this.state = source.state;
    this.#volumeSize = source.volumeSize;
    this.#readsSealed = source.readsSealed;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Called with the new epoch when the store began anew. */
  onRenewed(listener: (epoch: string) => void): () => void {
    this.#renewed.add(listener);
    return () => this.#renewed.delete(listener);
  }

  start(): void {
    this.#stopped = false;
    this.#join();
  }

  stop(): void {
    this.#stopped = true;
    this.#leave();
  }

  #join(): void {
    this.#leave();
    this.#volume = Math.floor(this.state.head.seq / this.#volumeSize) + 1;
    const doc = new Y.Doc();
    this.#doc = doc;
    this.#provider = openRoom({
      room: `record/${this.report}/${this.#volume}`,
      doc,
      params: this.#params(),
      onPresent: (present) => this.#say({ present }),
      onClosed: (code) => this.#closed(code),
      onStatus: () => this.#status(),
    });
    doc.on("update", () => void this.#foldOn());
  }

  #leave(): void {
    this.#provider?.destroy();
    this.#doc?.destroy();
    this.#provider = null;
    this.#doc = null;
  }

  /** What the server holds against its record when this browser comes back. */
  #params(): Record<string, string> {
    const { seq, hash } = this.state.head;
    return { epoch: this.epoch, seq: String(seq), hash };
  }

  #status(): void {
    const provider = this.#provider;
    if (provider === null) return;
    if (provider.synced) this.#say({ phase: "connected", since: new Date() });
    else if (!provider.wsconnected) this.#say({ phase: navigator.onLine ? "connecting" : "offline", present: 0 });
  }

  #closed(code: number): void {
    if (code === CLOSE.beganAnew) void this.#startClean();
    else this.#say({ phase: code === CLOSE.notSignedIn ? "ended" : "refused", present: 0 });
  }

  #say(change: Partial<Connection>): void {
    this.connection = { ...this.connection, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** Folds in order; only one at a time, since a sealed body is waited for. */
  async #foldOn(): Promise<void> {
    if (this.#folding) return;
    this.#folding = true;
    try {
      for (let entry = this.#next(); entry !== null; entry = this.#next()) {
        if (!(await this.#take(entry))) return;
      }
    } finally {
      this.#folding = false;
    }
    const { seq } = this.state.head;
    if (!this.#stopped && seq === this.#volume * this.#volumeSize) this.#join();
  }

  #next(): SeenEntry | null {
    const place = this.state.head.seq - (this.#volume - 1) * this.#volumeSize;
    const text = this.#doc?.getArray<string>(`p${Math.floor(place / PER_ARRAY)}`).get(place % PER_ARRAY);
    return text === undefined || place >= this.#volumeSize ? null : JSON.parse(text);
  }

  async #take(entry: SeenEntry): Promise<boolean> {
    let taken = take(this.state, entry, this.#readsSealed, false);
    if (taken.kind === "sealed") {
      const asked = await this.#ask(taken.seq);
      if (asked !== null && !sameEntry(asked, entry)) taken = { kind: "forked" };
      else taken = take(this.state, asked ?? entry, this.#readsSealed, true);
    }
    if (taken.kind === "forked") {
      await this.#startClean();
      return false;
    }
    if (taken.kind === "unknown") {
      this.stop();
      this.#say({ phase: "outdated" });
      return false;
    }
    if (taken.kind === "sealed") return false;
    this.state = taken.state;
    if (this.#provider !== null) this.#provider.params = this.#params();
    for (const listener of this.#listeners) listener();
    return true;
  }

  async #ask(seq: number): Promise<SeenEntry | null> {
    const answer = await fetch(`/api/v1/reports/${this.report}/record?after=${seq - 1}&limit=1`);
    if (!answer.ok) return null;
    return ((await answer.json()) as { entries: SeenEntry[] }).entries[0] ?? null;
  }

  /** Another epoch, or a record that does not go on from ours: what we hold is dropped, never merged. */
  async #startClean(): Promise<void> {
    this.#leave();
    try {
      const answer = await fetch(`/api/v1/reports/${this.report}/state`);
      if (!answer.ok) return this.#say({ phase: answer.status === 401 ? "ended" : "refused" });
      const fresh = (await answer.json()) as { epoch: string; state: State };
      this.state = fresh.state;
      if (fresh.epoch !== this.epoch) {
        this.epoch = fresh.epoch;
        for (const listener of this.#renewed) listener(fresh.epoch);
      }
      for (const listener of this.#listeners) listener();
      if (!this.#stopped) this.#join();
    } catch {
      // No connection: the same again a little later.
      setTimeout(() => !this.#stopped && void this.#startClean(), 2_000);
    }
  }
}
