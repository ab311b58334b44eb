/**
 * A draft room, the delegation's or a group's, in this browser: what is typed, what colleagues type, and what is true of saving.
 * *Saved* is said only of words the server holds durably.
 */
import type { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { CLOSE } from "#deliberation/close-codes";
import {
  DRAFTS_ROOT,
  type DraftField,
  fieldKey,
  type PlainDrafts,
  TEXT_ROOTS,
  type TextRoot,
  textRoot,
} from "#deliberation/draft";
import type { DraftId } from "#deliberation/ids";
import { PODIUM } from "#deliberation/podium";
import { DraftValues } from "./draft-values.ts";
import { editBetween } from "./edit.ts";
import { KeptDrafts, textsOfOtherEpochs } from "./kept-drafts.ts";
import { type LinkChange, relink } from "./linking.ts";
import { OwnSteps } from "./own-steps.ts";
import { Presence } from "./presence.ts";
import { joinAgain, openRoom, takesFrames } from "./provider.ts";
import { SetAsideTexts } from "./set-aside.ts";
import type { Held } from "./textarea.ts";
import { Unsent } from "./unsent.ts";
import { noteUnsentWords } from "./unsent-words.ts";
import { caretIn, caretOf, type Whereabouts } from "./whereabouts.ts";

export type Saving =
  | { phase: "nothing" | "editing" | "device-only" | "sending" }
  | { phase: "saved"; at: Date }
  /** The close code that says why, or that the text is longer than a text may be. */
  | { phase: "refused"; why: number | "too-long" };

/** "Sending…" is worth saying only when it takes this long. */
const SAY_SENDING_AFTER_MS = 1_000;

/** Half a second is as often as the server passes it on. */
const SAY_CARET_AFTER_MS = 500;

export interface DraftsSource {
  report: string;
  delegation: string;
  /** Opaque id: what the device keeps is this person's alone. */
  person: string;
  epoch: string;
}

export class LiveDrafts {
  doc = new Y.Doc();
  /** Texts of copies that belonged to another history: readable, to be copied or put back. */
  readonly setAside = new SetAsideTexts();
  /** Whether the room has answered: before that, an empty draft says nothing. */
  ready = false;
  #onceReady: (() => void)[] = [];
  readonly #report: string;
  readonly #delegation: string;
  readonly #person: string;
  readonly #listeners = new Set<() => void>();
  readonly #edited = new Set<DraftId>();
  readonly #held = new Map<string, Held>();
  readonly #presence = new Presence();
  #unsent = new Unsent();
  #values: DraftValues;
  #epoch: string;
  #provider: WebsocketProvider | null = null;
  #kept: KeptDrafts | null = null;
  /** Drafts with words that the server may not hold. */
  readonly #waiting = new Set<DraftId>();
  /** Those of them that the device has noted. */
  #noted = "";
  #within: { draft: DraftId }[] = [];
  #caret: { draft: DraftId; cursor: object } | null = null;
  #caretTimer: ReturnType<typeof setTimeout> | undefined;
  /** What is typed in a text area is one's own, and what is put into a text at one's order. */
  readonly #steps = new OwnSteps([globalThis.HTMLTextAreaElement, this], () => this.#tell());
  #savedAt = new Date(0);
  #sendingSince: number | null = null;
  #refused: number | null = null;
  #telling = false;

  constructor({ report, delegation, person, epoch }: DraftsSource) {
    this.#report = report;
    this.#delegation = delegation;
    this.#person = person;
    this.#epoch = epoch;
    this.#values = this.#follow(this.doc);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The room as plain values; the same object until something changes. */
  plain = (): PlainDrafts => this.#values.plain;

  start(): void {
    if (this.#provider !== null) return;
    this.#refused = null;
    this.#keep();
    this.#provider = openRoom({
      room: roomOf(this.#report, this.#delegation),
      doc: this.doc,
      params: { epoch: this.#epoch },
      onSocket: () => this.#unsent.socketBegan(),
      onSent: (catchUp) => {
        this.#unsent.frameSent(catchUp);
        this.#weigh();
      },
      onDurable: (count) => {
        this.#unsent.acknowledged(count);
        this.#weigh();
      },
      onPresence: (payload) => {
        this.#presence.heard(payload);
        this.#tell();
      },
      onOwnPresence: (id) => this.#presence.isSelf(id),
      onClosed: (code) => {
        // The record learns the new epoch and hands it on (startClean).
        if (code !== CLOSE.beganAnew) this.#refused = code;
        if (code === CLOSE.notYours) this.#kept?.forget();
        this.#tell();
      },
      onStatus: () => this.#status(),
    });
    this.#provider.connect();
  }

  stop(): void {
    this.#kept?.close();
    this.#kept = null;
    this.#provider?.destroy();
    this.#provider = null;
    this.#unsent.socketEnded();
  }

  /** The network came or went. */
  recheck(): void {
    if (this.#provider !== null) joinAgain(this.#provider);
  }

  /** After a refusal: the same words once more. */
  tryAgain(): void {
    this.#refused = null;
    this.#provider?.connect();
    this.#tell();
  }

  /** Whether closing this page would lose words. */
  get unsaved(): boolean {
    if (this.#held.size > 0) return true;
    return this.#kept?.available !== true && this.#edited.size > 0 && !this.#unsent.nothing;
  }

  /** Whether there are words here that the server does not hold; the device may keep them. */
  get unsent(): boolean {
    return this.#held.size > 0 || (this.#edited.size > 0 && !this.#unsent.nothing);
  }

  /** How many drafts hold words that wait for a connection. */
  get waiting(): number {
    return this.unsent ? this.#waiting.size : 0;
  }

  /** False when this browser keeps nothing once the page is closed; null until that is known. */
  get keeps(): boolean | null {
    return this.#kept?.available ?? null;
  }

  saving(draft: DraftId): Saving {
    const held = TEXT_ROOTS.map((root) => this.#held.get(textRoot(root, draft)));
    if (held.includes("too-long")) return { phase: "refused", why: "too-long" };
    if (held.includes("unsent")) return { phase: "editing" };
    if (this.#refused === CLOSE.damaged) return { phase: "refused", why: CLOSE.damaged };
    if (!this.#edited.has(draft)) return { phase: "nothing" };
    if (this.#refused !== null && !this.#unsent.nothing) return { phase: "refused", why: this.#refused };
    if (this.#unsent.nothing) return { phase: "saved", at: this.#savedAt };
    if (!takesFrames(this.#provider)) return { phase: "device-only" };
    const waited = performance.now() - (this.#sendingSince ?? performance.now());
    return { phase: waited < SAY_SENDING_AFTER_MS ? "editing" : "sending" };
  }

  colleagues(draft: DraftId): string[] {
    return this.#presence.in(draft);
  }

  /** Where colleagues are in a draft's texts. */
  whereabouts(draft: DraftId): Whereabouts[] {
    return this.#presence.carets(draft).flatMap(({ name, cursor }) => {
      const caret = caretOf(this.doc, cursor, (root) => this.text(draft, root));
      return caret === null ? [] : [{ name, ...caret }];
    });
  }

  /** One's own caret: told to colleagues in a moment, and not at every letter. */
  caretAt(draft: DraftId, root: TextRoot, at: number): void {
    this.#caret = { draft, cursor: caretIn(this.text(draft, root), root, at) };
    this.#caretTimer ??= setTimeout(() => {
      this.#caretTimer = undefined;
      this.#sayWhere();
    }, SAY_CARET_AFTER_MS);
  }

  steps(draft: DraftId): { undo: boolean; redo: boolean } {
    return this.#steps.can(draft);
  }

  /** One step of one's own back, or forth again. */
  step(draft: DraftId, way: "undo" | "redo"): void {
    if (!this.#steps.can(draft)[way]) return;
    this.touch(draft);
    this.#steps[way](draft);
  }

  /** Tells colleagues which draft one is in: of several on the screen, the one opened last. @returns leaves it. */
  enter(draft: DraftId): () => void {
    const here = { draft };
    this.#within.push(here);
    this.#sayWhere();
    return () => {
      this.#within = this.#within.filter((one) => one !== here);
      this.#sayWhere();
    };
  }

  set(draft: DraftId, field: DraftField, value: string | number | undefined): void {
    this.touch(draft);
    const [map, key] = [this.doc.getMap(DRAFTS_ROOT), fieldKey(draft, field)];
    if (value === undefined) map.delete(key);
    else map.set(key, value);
  }

  /** Links and unlinks passages of a statement; what colleagues link at the same time stays. */
  relink(draft: DraftId, change: LinkChange): void {
    this.touch(draft);
    relink(this.doc, draft, change);
  }

  /** A text to be written in by hand: one's steps in it can be undone. */
  written(draft: DraftId, root: TextRoot): Y.Text {
    this.#steps.follow(
      draft,
      TEXT_ROOTS.map((each) => this.text(draft, each)),
    );
    return this.text(draft, root);
  }

  text(draft: DraftId, root: TextRoot): Y.Text {
    return this.doc.getText(textRoot(root, draft));
  }

  /** Words a text begins with, unless somebody wrote there already: known only once the room has answered. */
  begin(draft: DraftId, root: TextRoot, words: string): void {
    if (!this.ready) {
      this.#onceReady.push(() => this.begin(draft, root, words));
      return;
    }
    const text = this.text(draft, root);
    if (text.length > 0) return;
    this.touch(draft);
    text.insert(0, words);
  }

  /** Words in the place of those that stand; what they have in common stays colleagues'. */
  put(draft: DraftId, root: TextRoot, words: string): void {
    if (!this.ready) {
      this.#onceReady.push(() => this.put(draft, root, words));
      return;
    }
    const text = this.text(draft, root);
    const edit = editBetween(text.toString(), words);
    if (edit === null) return;
    this.#edited.add(draft);
    this.doc.transact(() => {
      text.delete(edit.at, edit.remove);
      text.insert(edit.at, edit.insert);
    }, this);
  }

  /** Marks a draft as touched here: from now on its saving is told. */
  touch(draft: DraftId): void {
    this.#edited.add(draft);
    this.#waiting.add(draft);
  }

  /** Words of a text that stand on the screen alone. */
  hold(draft: DraftId, root: TextRoot, what: Held): void {
    const key = textRoot(root, draft);
    if ((this.#held.get(key) ?? "nothing") === what) return;
    if (what === "nothing") this.#held.delete(key);
    else this.#held.set(key, what);
    this.#tell();
  }

  /** The store began anew: what is here is set aside as text, and the room is joined with a clean document. */
  startClean(epoch: string): void {
    if (epoch === this.#epoch && this.#provider !== null) return;
    this.stop();
    this.setAside.put(this.#values, this.#values.plain.texts);
    this.#epoch = epoch;
    this.#steps.end();
    this.doc = new Y.Doc();
    this.#values = this.#follow(this.doc);
    this.#unsent = new Unsent();
    this.ready = false;
    this.#edited.clear();
    this.#waiting.clear();
    this.#held.clear();
    this.start();
    this.#tell();
  }

  /** The device's copy comes in beside the server's: whichever is first, both are merged. */
  #keep(): void {
    const name = {
      ...{ person: this.#person, epoch: this.#epoch },
      ...{ report: this.#report, delegation: this.#delegation },
    };
    const kept = new KeptDrafts(name, this.doc);
    this.#kept = kept;
    void kept.ready().then((unsent) => {
      if (this.#kept !== kept) return;
      for (const draft of unsent) this.touch(draft as DraftId);
      // Typed before this page was opened: only the answer to the server's first step carries it.
      if (unsent.length > 0) this.#unsent.typed(false);
      this.#weigh();
    });
    void textsOfOtherEpochs(name).then((copies) => {
      for (const texts of copies) this.setAside.put(texts, texts);
      this.#tell();
    });
  }

  #follow(doc: Y.Doc): DraftValues {
    const values = new DraftValues(doc);
    doc.on("update", (_update: Uint8Array, origin: unknown) => {
      // A text area lets go of the old document last, with the letters it still held.
      if (doc !== this.doc) this.setAside.put(values, values.plain.texts);
      else if (origin === null || (origin !== this.#provider && origin !== this.#kept?.origin)) {
        this.#unsent.typed(takesFrames(this.#provider));
        this.#weigh();
      }
      this.#tell();
    });
    return values;
  }

  #status(): void {
    if (!this.#provider?.wsconnected) {
      this.#unsent.socketEnded();
      this.#presence.begin();
    } else this.#sayWhere();
    if (this.#provider?.synced) {
      this.ready = true;
      for (const run of this.#onceReady.splice(0)) run();
    }
    this.#weigh();
  }

  #sayWhere(): void {
    const { ws } = this.#provider ?? {};
    if (!takesFrames(this.#provider) || ws == null) return;
    const draft = this.#within.at(-1)?.draft ?? null;
    const cursor = this.#caret?.draft === draft ? this.#caret?.cursor : undefined;
    ws.send(this.#presence.message(this.doc.clientID, draft, cursor) as Uint8Array<ArrayBuffer>);
  }

  /** Notes when everything became saved, and when it ceased to be. */
  #weigh(): void {
    if (this.#unsent.nothing) this.#waiting.clear();
    const unsent = [...this.#waiting];
    if (this.#noted !== unsent.join()) {
      this.#noted = unsent.join();
      this.#kept?.noteUnsent(unsent);
      noteUnsentWords(`${this.#report}/${this.#delegation}`, unsent.length > 0);
    }
    if (this.#unsent.nothing) {
      if (this.#sendingSince !== null || this.#savedAt.getTime() === 0) this.#savedAt = new Date();
      this.#sendingSince = null;
    } else if (this.#sendingSince === null) {
      this.#sendingSince = performance.now();
      setTimeout(() => this.#tell(), SAY_SENDING_AFTER_MS);
    }
    this.#tell();
  }

  /** At most once a turn: one letter is several events. */
  #tell(): void {
    if (this.#telling) return;
    this.#telling = true;
    queueMicrotask(() => {
      this.#telling = false;
      for (const listener of this.#listeners) listener();
    });
  }
}

/** Where drafts are written together: a delegation's room, or the facilitators'. */
function roomOf(report: string, delegation: string): string {
  return delegation === PODIUM ? `podium/${report}` : `drafts/${report}/${delegation}`;
}
