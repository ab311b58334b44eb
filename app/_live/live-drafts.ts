/**
 * The delegation's draft room in this browser: what is typed, what colleagues type, and what is true of saving.
 * *Saved* is said only of words the server holds durably.
 */
import type { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { CLOSE } from "#deliberation/close-codes";
import { DRAFTS_ROOT, type DraftField, fieldKey, type PlainDrafts, textRoot, type TextRoot } from "#deliberation/draft";
import type { DraftId } from "#deliberation/ids";
import { type Frames, openRoom } from "./provider.ts";

export type Saving =
  | { phase: "nothing" | "editing" | "device-only" | "sending" | "refused" }
  | { phase: "saved"; at: Date };

export class LiveDrafts {
  doc = new Y.Doc();
  /** Texts of a copy that belonged to another history: readable, to be copied or put back. */
  setAside: Record<string, string> = {};
  #plain: PlainDrafts = { drafts: {}, texts: {} };
  readonly #report: string;
  readonly #delegation: string;
  readonly #listeners = new Set<() => void>();
  readonly #edited = new Set<DraftId>();
  #epoch: string;
  #provider: WebsocketProvider | null = null;
  #frames: Frames = { sent: 0, durable: 0, offlineFrame: null };
  /** Written while no socket took it: goes with the answer to the server's first step. */
  #unsent = false;
  #savedAt = new Date(0);
  #refused = false;
  #colleagues: { draft: string; name: string }[] = [];

  constructor(report: string, delegation: string, epoch: string) {
    this.#report = report;
    this.#delegation = delegation;
    this.#epoch = epoch;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The room as plain values; the same object until something changes. */
  plain = (): PlainDrafts => this.#plain;

  start(): void {
    const { doc } = this;
    doc.on("update", (_update: Uint8Array, origin: unknown) => {
      if (origin !== this.#provider && !this.#provider?.wsconnected) this.#unsent = true;
      this.#refresh();
    });
    this.#provider = openRoom({
      room: `drafts/${this.#report}/${this.#delegation}`,
      doc,
      params: { epoch: this.#epoch },
      onFrames: (frames) => this.#acknowledged(frames),
      onClosed: (code) => this.#closed(code),
      onStatus: () => this.#status(),
    });
    this.#provider.awareness.setLocalState(null);
    this.#provider.awareness.on("change", () => this.#seeColleagues());
  }

  stop(): void {
    this.#provider?.destroy();
    this.#provider = null;
  }

  /** Whether closing this page would lose words. */
  get unsaved(): boolean {
    return this.#edited.size > 0 && this.#phase().phase !== "saved";
  }

  saving(draft: DraftId): Saving {
    return this.#edited.has(draft) ? this.#phase() : { phase: "nothing" };
  }

  colleagues(draft: DraftId): string[] {
    return [...new Set(this.#colleagues.filter((one) => one.draft === draft).map(({ name }) => name))];
  }

  /** Tells colleagues which draft one is in; null when in none. */
  enter(draft: DraftId | null): void {
    this.#provider?.awareness.setLocalState(draft === null ? null : { draft });
  }

  set(draft: DraftId, field: DraftField, value: string | number): void {
    this.#edited.add(draft);
    this.doc.getMap(DRAFTS_ROOT).set(fieldKey(draft, field), value);
  }

  text(draft: DraftId, root: TextRoot): Y.Text {
    return this.doc.getText(textRoot(root, draft));
  }

  /** Words a text begins with, unless somebody wrote there already. */
  begin(draft: DraftId, root: TextRoot, words: string): void {
    const text = this.text(draft, root);
    if (text.length > 0) return;
    this.#edited.add(draft);
    text.insert(0, words);
  }

  /** Marks a draft as touched here: from now on its saving is told. */
  touch(draft: DraftId): void {
    this.#edited.add(draft);
  }

  /** The store began anew: what is here is set aside as text, and the room is joined with a clean document. */
  startClean(epoch: string): void {
    if (epoch === this.#epoch && this.#provider !== null) return;
    this.stop();
    this.setAside = { ...this.setAside, ...this.#plain.texts };
    this.#epoch = epoch;
    this.doc.destroy();
    this.doc = new Y.Doc();
    this.#unsent = false;
    this.#edited.clear();
    this.start();
    this.#refresh();
  }

  #phase(): Saving {
    if (this.#refused) return { phase: "refused" };
    if (!this.#provider?.wsconnected) return { phase: this.#unsent || !this.#allDurable() ? "device-only" : "saved", at: this.#savedAt };
    return this.#provider.synced && this.#allDurable() ? { phase: "saved", at: this.#savedAt } : { phase: "sending" };
  }

  #allDurable(): boolean {
    return !this.#unsent && this.#frames.durable >= this.#frames.sent;
  }

  #acknowledged(frames: Frames): void {
    const { offlineFrame, durable, sent } = frames;
    // A socket that ended with frames not yet durable: they go again with the first answer of the next one.
    if (sent === 0 && this.#frames.durable < this.#frames.sent) this.#unsent = true;
    this.#frames = { ...frames };
    if (offlineFrame !== null && durable >= offlineFrame) this.#unsent = false;
    if (this.#allDurable()) this.#savedAt = new Date();
    this.#tell();
  }

  #status(): void {
    // What was sent and not acknowledged when the socket went is not known to be kept.
    if (!this.#provider?.wsconnected && this.#frames.durable < this.#frames.sent) {
      this.#unsent = true;
      this.#frames = { sent: 0, durable: 0, offlineFrame: null };
    }
    this.#tell();
  }

  #closed(code: number): void {
    // The record learns the new epoch and hands it on (startClean).
    if (code !== CLOSE.beganAnew) this.#refused = true;
    this.#tell();
  }

  #seeColleagues(): void {
    const { awareness } = this.#provider ?? {};
    if (awareness === undefined) return;
    this.#colleagues = [...awareness.getStates()]
      .filter(([id]) => id !== awareness.clientID)
      .map(([, state]) => ({ draft: String(state.draft ?? ""), name: String(state.name ?? "") }));
    this.#tell();
  }

  #refresh(): void {
    const texts: Record<string, string> = {};
    for (const root of this.doc.share.keys()) if (root !== DRAFTS_ROOT) texts[root] = this.doc.getText(root).toString();
    this.#plain = { drafts: this.doc.getMap(DRAFTS_ROOT).toJSON(), texts };
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
