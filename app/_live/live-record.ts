/** Joins the record's rooms, folds what arrives, and starts clean when the store turns out to be another one. */
import type { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { isOpened, opening, type PlaceWords } from "#deliberation/carried";
import { CLOSE } from "#deliberation/close-codes";
import type { SeenEntry } from "#deliberation/entry";
import type { State } from "#deliberation/state";
import { askEntry, askPlace, askState } from "./ask.ts";
import { sameEntry, take } from "./follower.ts";
import { joinAgain, openRoom } from "./provider.ts";

export interface RecordSource {
  report: string;
  epoch: string;
  volumeSize: number;
  state: State;
  /** Whether this seat may read bodies that the room does not carry. */
  readsSealed: boolean;
  /** When the state was last known to be current, where it comes from this device; else it is now. */
  keptAt?: Date;
}

export type Arrived = (entries: readonly SeenEntry[], before: State) => void;

export interface Connection {
  phase: "connected" | "connecting" | "offline" | "ended" | "suspended" | "refused" | "outdated";
  /** When this phase began. */
  since: Date;
  /** When the state shown was last known to be current. */
  asOf: Date;
  /** Whether it was live before, here or on the page whose copy this is. */
  again: boolean;
  /** The entries that were caught up on when the connection came back. */
  missed: { after: number; upTo: number } | null;
  /** Delegations present, oneself included; 0 while not known. */
  present: number;
  /** Where the facilitator is and invites everybody to; empty when nowhere. */
  invited: string;
}

/** Before anything was tried. */
export const NOT_YET: Connection = {
  ...{
    phase: "connecting",
    since: new Date(0),
    asOf: new Date(0),
    again: false,
    missed: null,
    present: 0,
    invited: "",
  },
};

const PER_ARRAY = 256;
const AGAIN_AFTER_MS = 2_000;

export class LiveRecord {
  state: State;
  connection: Connection = NOT_YET;
  epoch: string;
  readonly report: string;
  /** As the page brought it: what the server rendered. */
  readonly first: State;
  readonly #volumeSize: number;
  readonly #readsSealed: boolean;
  readonly #keptAt: Date | null;
  readonly #listeners = new Set<() => void>();
  readonly #renewed = new Set<(epoch: string) => void>();
  readonly #arrived = new Set<Arrived>();
  #doc: Y.Doc | null = null;
  #provider: WebsocketProvider | null = null;
  #volume = 0;
  /** The document being folded: one at a time, since a sealed body is waited for. */
  #folding: Y.Doc | null = null;
  /** Places whose words are being asked for. */
  readonly #opening = new Set<string>();
  #startingClean = false;
  #stopped = false;

  constructor(source: RecordSource) {
    this.report = source.report;
    this.epoch = source.epoch;
    this.state = source.state;
    this.first = source.state;
    this.#volumeSize = source.volumeSize;
    this.#readsSealed = source.readsSealed;
    this.#keptAt = source.keptAt ?? null;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Called with what arrived, in order, and the state before it. */
  onArrived(listener: Arrived): () => void {
    this.#arrived.add(listener);
    return () => this.#arrived.delete(listener);
  }

  /** Called with the new epoch when the store began anew. */
  onRenewed(listener: (epoch: string) => void): () => void {
    this.#renewed.add(listener);
    return () => this.#renewed.delete(listener);
  }

  start(): void {
    this.#stopped = false;
    const [since, kept] = [new Date(), this.#keptAt];
    this.#say({ phase: "connecting", since, asOf: kept ?? since, again: kept !== null });
    this.#join();
    // Without a network it is not even tried: that is known at once.
    this.#status();
  }

  stop(): void {
    this.#stopped = true;
    this.#leave();
  }

  /** The sign-in was taken up again. */
  rejoin(): void {
    this.#stopped = false;
    this.#enter("connecting");
    this.#join();
  }

  /** The network came or went: whether the connection lives is found out at once, not in half a minute. */
  recheck(): void {
    if (this.#provider !== null) joinAgain(this.#provider);
    this.#status();
  }

  /** Brings the words on a place that a long record was carried without. */
  async open(place: string): Promise<void> {
    if (isOpened(this.state, place) || this.#opening.has(place)) return;
    this.#opening.add(place);
    try {
      while (!this.#stopped && !isOpened(this.state, place)) {
        const words = await this.#askPlace(place);
        // Put in at once: between here and there another place may have been opened.
        const opened = words === null ? null : opening(this.state, place, words);
        if (opened === null) await pause(AGAIN_AFTER_MS / 10);
        else {
          this.state = opened;
          this.#tell();
        }
      }
    } finally {
      this.#opening.delete(place);
    }
  }

  /** @returns null when it could not be had. */
  async #askPlace(place: string): Promise<PlaceWords | null> {
    try {
      const { epoch, words } = await askPlace(this.report, place);
      if (epoch !== this.epoch) return null;
      // The answer may be ahead of the live channel by a moment.
      const until = performance.now() + AGAIN_AFTER_MS;
      while (words.asOf > this.state.head.seq && performance.now() < until) await pause(20);
      return words;
    } catch {
      await pause(AGAIN_AFTER_MS);
      return null;
    }
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
      onInvited: (invited) => this.#say({ invited }),
      onClosed: (code) => this.#closed(code),
      onStatus: () => this.#status(),
    });
    doc.on("update", () => void this.#foldOn(doc));
    this.#provider.connect();
  }

  #leave(): void {
    const [provider, doc] = [this.#provider, this.#doc];
    this.#provider = null;
    this.#doc = null;
    provider?.destroy();
    doc?.destroy();
  }

  /** What the server holds against its record when this browser comes back. */
  #params(): Record<string, string> {
    const { seq, hash } = this.state.head;
    return { epoch: this.epoch, seq: String(seq), hash };
  }

  #status(): void {
    const provider = this.#provider;
    if (provider === null) return;
    if (provider.synced) this.#enter("connected");
    else if (!navigator.onLine) this.#enter("offline");
    else if (provider.shouldConnect) this.#enter("connecting");
  }

  #closed(code: number): void {
    if (code === CLOSE.beganAnew) void this.#startClean();
    else
      this.#enter(code === CLOSE.suspended ? "suspended" : code === CLOSE.notSignedIn ? "ended" : "refused");
  }

  #enter(phase: Connection["phase"]): void {
    const before = this.connection;
    if (phase === before.phase) return;
    const since = new Date();
    // Leaving it, one knows how things stood; coming back, how they stand.
    const isCurrent = before.phase === "connected" || phase === "connected";
    const asOf = isCurrent ? since : before.asOf;
    this.#say({
      ...{ phase, since, asOf, again: before.again || isCurrent },
      ...(phase === "connected" ? {} : { present: 0, invited: "" }),
    });
  }

  #say(change: Partial<Connection>): void {
    this.connection = { ...this.connection, ...change };
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Folds in order, and tells once for all that was there. */
  async #foldOn(doc: Y.Doc): Promise<void> {
    if (this.#folding === doc) return;
    this.#folding = doc;
    const from = this.state;
    const arrived: SeenEntry[] = [];
    try {
      while (doc === this.#doc) {
        const entry = this.#next(doc);
        if (entry === null) break;
        let [seen, taken] = [entry, take(this.state, entry, this.#readsSealed, false)];
        if (taken.kind === "sealed") {
          const asked = await askEntry(this.report, taken.seq);
          if (doc !== this.#doc) return;
          seen = asked;
          taken = sameEntry(asked, entry)
            ? take(this.state, asked, this.#readsSealed, true)
            : { kind: "forked" };
        }
        if (taken.kind === "folded") {
          this.state = taken.state;
          arrived.push(seen);
        } else return taken.kind === "forked" ? void this.#startClean() : this.#outdated();
      }
    } catch {
      // A body could not be asked for: the same again a little later.
      setTimeout(() => void this.#foldOn(doc), AGAIN_AFTER_MS);
    } finally {
      if (this.#folding === doc) this.#folding = null;
      if (doc === this.#doc && this.state !== from) this.#moved(arrived, from);
    }
  }

  #moved(arrived: readonly SeenEntry[], before: State): void {
    if (this.#provider !== null) this.#provider.params = this.#params();
    const { phase, again } = this.connection;
    const missed = { after: before.head.seq, upTo: this.state.head.seq };
    if (again && phase !== "connected") this.#say({ missed });
    else this.#tell();
    for (const listener of this.#arrived) listener(arrived, before);
    const full = this.state.head.seq === this.#volume * this.#volumeSize;
    if (full && this.#doc !== null) this.#join();
  }

  #next(doc: Y.Doc): SeenEntry | null {
    const place = this.state.head.seq - (this.#volume - 1) * this.#volumeSize;
    if (place >= this.#volumeSize) return null;
    const text = doc.getArray<string>(`p${Math.floor(place / PER_ARRAY)}`).get(place % PER_ARRAY);
    return text === undefined ? null : JSON.parse(text);
  }

  #outdated(): void {
    this.stop();
    this.#enter("outdated");
  }

  /** Another epoch, or a record that does not go on from ours: what we hold is dropped, never merged. */
  async #startClean(): Promise<void> {
    if (this.#startingClean) return;
    this.#startingClean = true;
    this.#leave();
    this.#enter("connecting");
    const startedAt = performance.now();
    try {
      const fresh = await askState(this.report);
      if (fresh === "ended" || fresh === "refused") return this.#enter(fresh);
      // A record that forks again and again must not become a storm of requests.
      await pause(AGAIN_AFTER_MS / 4 - (performance.now() - startedAt));
      this.state = fresh.state;
      if (fresh.epoch !== this.epoch) {
        this.epoch = fresh.epoch;
        for (const listener of this.#renewed) listener(fresh.epoch);
      }
      this.#tell();
      if (!this.#stopped) this.#join();
    } catch {
      // No connection: the same again a little later.
      setTimeout(() => !this.#stopped && void this.#startClean(), AGAIN_AFTER_MS);
    } finally {
      this.#startingClean = false;
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, Math.max(0, ms)));
}
