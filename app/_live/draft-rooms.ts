/** The draft rooms of this seat: the delegation's own, and those of its groups, joined when one of their drafts is shown. */
import { roomOf } from "#deliberation/draft-room";
import { DelegationKey, type DraftId } from "#deliberation/ids";
import { PODIUM } from "#deliberation/podium";
import { type DraftsSource, LiveDrafts } from "./live-drafts.ts";

export class DraftRooms {
  readonly own: LiveDrafts;
  readonly #delegation: DelegationKey;
  readonly #source: DraftsSource;
  readonly #groups = new Map<string, LiveDrafts>();
  /** Groups whose room is to be joined as soon as the page is awake. */
  readonly #wanted = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #running = false;

  constructor(source: DraftsSource) {
    this.#source = { ...source };
    this.#delegation = source.delegation === PODIUM ? PODIUM : DelegationKey.parse(source.delegation);
    this.own = new LiveDrafts(source);
    this.own.subscribe(this.#tell);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** How many drafts hold words that wait for a connection. */
  get waiting(): number {
    return this.#all().reduce((sum, room) => sum + room.waiting, 0);
  }

  /** After a sign-in was taken up again: every room that was joined is joined anew. */
  tryAgain(): void {
    for (const room of this.#all()) room.tryAgain();
  }

  /** The room a draft lies in; nothing is joined by asking. */
  of(draft: DraftId): LiveDrafts {
    return this.room(roomOf(draft, this.#delegation));
  }

  /** One's own room, or a group's. */
  room(room: DelegationKey): LiveDrafts {
    if (room === this.#delegation) return this.own;
    const known = this.#groups.get(room);
    if (known !== undefined) return known;
    const made = new LiveDrafts({ ...this.#source, delegation: room });
    made.subscribe(this.#tell);
    this.#groups.set(room, made);
    return made;
  }

  join(draft: DraftId): void {
    this.joinRoom(roomOf(draft, this.#delegation));
  }

  joinRoom(room: DelegationKey): void {
    if (room === this.#delegation) return;
    this.#wanted.add(room);
    if (this.#running) this.room(room).start();
  }

  start(): void {
    this.#running = true;
    this.own.start();
    for (const room of this.#wanted) this.#groups.get(room)?.start();
  }

  stop(): void {
    this.#running = false;
    for (const room of this.#all()) room.stop();
  }

  recheck(): void {
    for (const room of this.#all()) room.recheck();
  }

  startClean(epoch: string): void {
    this.#source.epoch = epoch;
    this.own.startClean(epoch);
    for (const room of this.#wanted) this.#groups.get(room)?.startClean(epoch);
  }

  get unsaved(): boolean {
    return this.#all().some((room) => room.unsaved);
  }

  readonly #tell = () => {
    for (const listener of this.#listeners) listener();
  };

  #all(): LiveDrafts[] {
    return [this.own, ...this.#groups.values()];
  }
}
