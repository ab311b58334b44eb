/**
 * The drafts of one delegation or group, written together. A frame is looked at, applied, made durable with the group
 * commit, and only then shown to colleagues and acknowledged. Whenever the document in memory might hold
 * something the store does not, it is thrown away: the store is what the room is.
 */
import * as Y from "yjs";
import { appendGain, compactRoom, DamagedRoom, type DraftGain, emptyLog, loadRoom } from "#db/drafts";
import { storageFault } from "#db/faults";
import { rightsVersion } from "#db/installation";
import type { Store } from "#db/open";
import { CLOSE, type CloseCode, MESSAGE } from "#deliberation/close-codes";
import { TEXT_ROOTS, type TextRoot, textRoot } from "#deliberation/draft";
import type { DraftId, PersonId } from "#deliberation/ids";
import type { Committing, GroupCommit } from "../commit.ts";
import { serverTime } from "../keeper.ts";
import { Colleagues } from "./colleagues.ts";
import { type Change, DraftDocument, Spoilt } from "./draft-document.ts";
import { inspect, pendingBytes } from "./firewall.ts";
import * as frames from "./frames.ts";
import type { Member } from "./member.ts";
import { Outbox } from "./outbox.ts";
import type { Room } from "./room.ts";

const COMPACT_AFTER = 500;
const MOST_ROOM_BYTES = 33_554_432;

export interface DraftRoomParts {
  store: Store;
  commit: GroupCommit;
  /** Reads the writer's rights again; when they changed it closes the connection and answers false. */
  stillWrites(member: Member): boolean;
  /** The room is not to be joined any more. */
  over(room: DraftRoom): void;
  failed(error: unknown, what: string): void;
  /** What those in the room read of who else is there. */
  nameOf(member: Member): string;
}

export class DraftRoom implements Room, Committing {
  readonly name: string;
  readonly members = new Set<Member>();
  readonly #parts: DraftRoomParts;
  readonly #document: DraftDocument;
  readonly #owners: Map<number, PersonId>;
  readonly #outboxes = new Map<Member, Outbox>();
  readonly #colleagues: Colleagues;
  /** Who took a colleague's words away in a draft, with nobody else having written there since. */
  readonly #taking = new Map<DraftId, PersonId>();
  #gain: DraftGain;
  #updates: Uint8Array[] = [];
  /** Whose rights were read since the last commit, and of which state of all rights. */
  #checked = new Map<Member, string>();
  #afterCommit: (() => void)[] = [];
  #waiting = false;
  #over = false;
  #spoilt = false;
  #sinceSnapshot: number;
  #bytes: number;

  /** @param name `<report>/<delegation or group>` */
  constructor(name: string, parts: DraftRoomParts) {
    this.name = name;
    this.#parts = parts;
    this.#colleagues = new Colleagues((frame) => this.#show(frame), parts.nameOf);
    const stored = loadRoom(parts.store, name);
    this.#document = documentOf(name, stored.updates);
    this.#owners = stored.clients;
    this.#sinceSnapshot = stored.updates.length;
    this.#bytes = stored.updates.reduce((sum, update) => sum + update.length, 0);
    this.#gain = emptyGain(name);
  }

  join(member: Member): void {
    this.members.add(member);
    this.#outboxes.set(member, new Outbox());
    if (member.writes) member.send(frames.step1Frame(this.#document.vector()));
    const present = this.#colleagues.all();
    if (present !== null) member.send(present);
  }

  leave(member: Member): void {
    this.members.delete(member);
    this.#outboxes.delete(member);
    this.#colleagues.left(member);
    this.closeIfEmpty();
  }

  closeIfEmpty(): void {
    if (this.members.size > 0 || this.#over) return;
    if (this.#waiting) this.#parts.commit.flush();
    if (this.#sinceSnapshot > 1) this.#compact();
    this.#end(CLOSE.restart);
  }

  receive(member: Member, bytes: Uint8Array): void {
    if (this.#over) return;
    const message = frames.readMessage(bytes);
    if (message.kind === "step1") this.#onceDurable(() => this.#answer(member, message.vector));
    else if (message.kind === "awareness") this.#colleagues.heard(member, message.payload);
    else if (message.kind === "write") this.#write(member, message.update, message.offline);
  }

  /** Says again how much is durable: a browser drops a connection on which it hears nothing. */
  pulse(): void {
    for (const [member, outbox] of this.#outboxes) {
      member.send(frames.countFrame(MESSAGE.durable, outbox.durable));
    }
  }

  markSubmitted(draft: DraftId, mark: string): Promise<void> {
    this.#keep(this.#document.markSubmitted(draft, mark));
    return this.#whenDurable();
  }

  /** Takes the drafts' words and fields away, and every trace of how they came about. */
  async erase(drafts: readonly DraftId[]): Promise<void> {
    this.#gain.erased.push(...drafts);
    this.#keep(this.#document.erase(drafts));
    await this.#whenDurable();
    // Compacting drops the updates that held the words; what they leave on disk is overwritten (`secure_delete`).
    if (this.#over || !this.#compact())
      throw new Error(`the editing history of ${this.name} could not be erased`);
    emptyLog(this.#parts.store);
  }

  write(): void {
    this.#gain.update = this.#updates.length === 0 ? null : Y.mergeUpdates(this.#updates);
    appendGain(this.#parts.store, this.#gain);
  }

  committed(): void {
    const { update } = this.#gain;
    this.#reset();
    if (update !== null) {
      this.#sinceSnapshot += 1;
      this.#bytes += update.length;
      this.#show(frames.updateFrame(update));
    }
    // A spoilt document holds more than the store: what it says of frames being whole is not true.
    if (this.#spoilt) return;
    for (const member of this.members) this.#acknowledge(member);
    this.#runAfterCommit();
    if (this.#sinceSnapshot >= COMPACT_AFTER) this.#compact();
  }

  /** What was gained is lost: the room starts over from the store. */
  notCommitted(error: unknown): void {
    this.#end(storageFault(error) === null ? CLOSE.restart : CLOSE.tryLater);
  }

  #write(member: Member, update: Uint8Array, offline: boolean): void {
    if (!member.writes) {
      if (frames.isEmptyUpdate(update)) return;
      throw new frames.BadFrame("this seat reads only");
    }
    const rights = rightsVersion(this.#parts.store);
    if (this.#checked.get(member) !== rights) {
      if (!this.#parts.stillWrites(member)) return;
      this.#checked.set(member, rights);
    }
    if (this.#bytes > MOST_ROOM_BYTES) throw new frames.BadFrame("the room is full", CLOSE.tooLarge);
    const { person } = member.seated.seat;
    const { needs, claims, work } = inspect(update, offline, {
      doc: this.#document.doc,
      owners: this.#owners,
      person,
    });
    if (!member.work.admits(work)) throw new frames.BadFrame("too much work at once", CLOSE.tooMany);
    const own = (client: number) => claims.has(client) || this.#owners.get(client) === person;
    const change = this.#apply(member, update, own);
    if (change === null) return;
    this.#keepVersions(change, person);
    for (const client of claims) {
      this.#owners.set(client, person);
      this.#gain.claims.push({ client, person });
    }
    for (const draft of change.drafts) this.#gain.authors.push({ draft, person });
    this.#outboxes.get(member)?.add(needs);
    this.#keep(change);
    if (!this.#waiting) {
      this.#checked.clear();
      this.#acknowledge(member);
    }
  }

  #apply(member: Member, update: Uint8Array, isOwn: (client: number) => boolean): Change | null {
    // Pieces of somebody else's that wait may be why: then the sender comes back to the room without them.
    const blamed = pendingBytes(this.#document.doc) === 0;
    try {
      return this.#document.apply(update, isOwn);
    } catch (error) {
      // What came before this frame is kept; the document with the frame in it is not.
      this.#spoilt = true;
      if (this.#waiting) this.#parts.commit.flush();
      const code = error instanceof Spoilt ? error.code : CLOSE.badFrame;
      member.close(blamed ? code : CLOSE.restart);
      this.#parts.failed(error, "a draft room was thrown away");
      this.#end(CLOSE.restart);
      return null;
    }
  }

  /**
   * [C10] A version is kept before the first of the words that one person takes away, and again only when a
   * colleague wrote there since: all that colleagues wrote stands in a version then, and typing on makes no more.
   */
  #keepVersions({ drafts, taken }: Change, person: PersonId): void {
    for (const draft of drafts) {
      const texts = TEXT_ROOTS.map((root) => ({ root, taken: taken.get(textRoot(root, draft)) }));
      const takes = texts.some((one) => one.taken?.from === "a-colleague");
      const many = texts.some((one) => one.taken?.from === "oneself");
      const again = this.#taking.get(draft) === person;
      if (!again) this.#taking.delete(draft);
      if (takes) this.#taking.set(draft, person);
      if (!many && (!takes || again)) continue;
      const before = (root: TextRoot) =>
        taken.get(textRoot(root, draft))?.before ??
        this.#document.doc.getText(textRoot(root, draft)).toString();
      const version = { draft, person, why: "taken-away" as const };
      const said = { words: before("words"), wording: before("wording") };
      this.#gain.versions.push({ version: { ...version, ...said }, at: serverTime() });
    }
  }

  #keep(change: Change): void {
    if (change.updates.length === 0 && this.#gain.claims.length === 0 && this.#gain.erased.length === 0)
      return;
    this.#updates.push(...change.updates);
    this.#waiting = true;
    this.#parts.commit.touch(this);
  }

  #answer(member: Member, vector: Uint8Array): void {
    try {
      member.answer(frames.step2Frame(this.#document.since(vector)));
    } catch {
      member.close(CLOSE.badFrame);
    }
  }

  #acknowledge(member: Member): void {
    const durable = this.#outboxes.get(member)?.settle(this.#document.doc) ?? null;
    if (durable !== null) member.send(frames.countFrame(MESSAGE.durable, durable));
  }

  #onceDurable(run: () => void): void {
    if (this.#waiting) this.#afterCommit.push(run);
    else run();
  }

  #whenDurable(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#onceDurable(() => (this.#over ? reject(new Error(`${this.name} was not kept`)) : resolve()));
    });
  }

  #runAfterCommit(): void {
    const runs = this.#afterCommit;
    this.#afterCommit = [];
    for (const run of runs) run();
  }

  #show(frame: Buffer): void {
    for (const member of this.members) member.send(frame);
  }

  #reset(): void {
    this.#gain = emptyGain(this.name);
    this.#updates = [];
    this.#checked = new Map();
    this.#waiting = false;
  }

  #compact(): boolean {
    try {
      const state = this.#document.snapshot();
      compactRoom(this.#parts.store, this.name, state);
      this.#sinceSnapshot = 1;
      this.#bytes = state.length;
      return true;
    } catch (error) {
      // Nothing is lost: the updates stand as they are, and the next attempt comes after as many again.
      this.#sinceSnapshot = 1;
      this.#parts.failed(error, "a draft room could not be compacted");
      return false;
    }
  }

  #end(code: CloseCode): void {
    if (this.#over) return;
    this.#over = true;
    this.#parts.over(this);
    this.#colleagues.stop();
    for (const member of this.members) member.close(code);
    this.#runAfterCommit();
    this.#document.doc.destroy();
  }
}

/** @throws DamagedRoom when what is stored cannot be applied. */
function documentOf(name: string, updates: readonly Uint8Array[]): DraftDocument {
  try {
    return new DraftDocument(updates);
  } catch (error) {
    throw new DamagedRoom(name, error);
  }
}

function emptyGain(room: string): DraftGain {
  return { room, update: null, claims: [], authors: [], versions: [], erased: [] };
}
