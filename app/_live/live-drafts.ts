/** A draft room, the delegation's or a group's, in this browser: what is typed, what colleagues type, and where they are. */
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
import { DraftSaving, type Saving } from "./draft-saving.ts";
import { DraftValues } from "./draft-values.ts";
import { editBetween } from "./edit.ts";
import { KeptDrafts, textsOfOtherEpochs } from "./kept-drafts.ts";
import { type LinkChange, relink } from "./linking.ts";
import { OwnPlace } from "./own-place.ts";
import { OwnSteps } from "./own-steps.ts";
import { Presence } from "./presence.ts";
import { joinAgain, openRoom, takesFrames } from "./provider.ts";
import { SetAsideTexts } from "./set-aside.ts";
import type { Held } from "./textarea.ts";
import { isUnseen } from "./unseen.ts";
import { noteUnsentWords } from "./unsent-words.ts";
import { caretIn, caretOf, type Whereabouts } from "./whereabouts.ts";

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
  readonly #presence = new Presence();
  readonly #place = new OwnPlace(() => this.#sayWhere());
  readonly #saving = new DraftSaving({
    takesFrames: () => takesFrames(this.#provider),
    unsent: (drafts) => this.#noteUnsent(drafts),
    changed: () => this.#tell(),
  });
  #values: DraftValues;
  #epoch: string;
  #provider: WebsocketProvider | null = null;
  #kept: KeptDrafts | null = null;
  /** What is typed in a text area is one's own, and what is put into a text at one's order. */
  readonly #steps = new OwnSteps([globalThis.HTMLTextAreaElement, this], () => this.#tell());
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
    this.#saving.refused = null;
    this.#keep();
    this.#provider = openRoom({
      room: roomOf(this.#report, this.#delegation),
      doc: this.doc,
      params: { epoch: this.#epoch },
      onSocket: () => this.#saving.socketBegan(),
      onSent: (catchUp) => this.#saving.frameSent(catchUp),
      onDurable: (count) => this.#saving.acknowledged(count),
      onPresence: (payload) => {
        this.#presence.heard(payload);
        this.#tell();
      },
      onOwnPresence: (id) => this.#presence.isSelf(id),
      onClosed: (code) => {
        // The record learns the new epoch and hands it on (startClean).
        if (code !== CLOSE.beganAnew) this.#saving.refused = code;
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
    this.#saving.socketEnded();
  }

  /** The network came or went. */
  recheck(): void {
    if (this.#provider !== null) joinAgain(this.#provider);
  }

  /** After a refusal: the same words once more. */
  tryAgain(): void {
    this.#saving.refused = null;
    this.#provider?.connect();
    this.#tell();
  }

  /** Whether closing this page would lose words. */
  get unsaved(): boolean {
    return this.#saving.loses(this.#kept?.available === true);
  }

  /** How many drafts hold words that wait for a connection. */
  get waiting(): number {
    return this.#saving.waiting;
  }

  /** False when this browser keeps nothing once the page is closed; null until that is known. */
  get keeps(): boolean | null {
    return this.#kept?.available ?? null;
  }

  saving(draft: DraftId): Saving {
    return this.#saving.of(draft);
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
    this.#place.caretAt(draft, caretIn(this.text(draft, root), root, at));
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
    return this.#place.enter(draft);
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
    this.#saving.touch(draft);
    this.doc.transact(() => {
      text.delete(edit.at, edit.remove);
      text.insert(edit.at, edit.insert);
    }, this);
  }

  /** Marks a draft as touched here: from now on its saving is told. */
  touch(draft: DraftId): void {
    this.#saving.touch(draft);
  }

  /** Words of a text that stand on the screen alone. */
  hold(draft: DraftId, root: TextRoot, what: Held): void {
    this.#saving.hold(draft, root, what);
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
    this.#saving.begin();
    this.ready = false;
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
      if (this.#kept === kept) this.#saving.typedBefore(unsent as DraftId[]);
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
        this.#saving.typed();
      }
      this.#tell();
    });
    return values;
  }

  #status(): void {
    if (!this.#provider?.wsconnected) {
      this.#saving.socketEnded();
      this.#presence.begin();
    } else this.#sayWhere();
    if (this.#provider?.synced) {
      this.ready = true;
      for (const run of this.#onceReady.splice(0)) run();
    }
    this.#saving.weigh();
  }

  #noteUnsent(drafts: DraftId[]): void {
    this.#kept?.noteUnsent(drafts);
    noteUnsentWords(`${this.#report}/${this.#delegation}`, drafts.length > 0);
  }

  #sayWhere(): void {
    const { ws } = this.#provider ?? {};
    if (!takesFrames(this.#provider) || ws == null) return;
    // Who was seen and does not want to be is nowhere from now on.
    const { draft, cursor } = isUnseen() ? { draft: null } : this.#place;
    ws.send(this.#presence.message(this.doc.clientID, draft, cursor) as Uint8Array<ArrayBuffer>);
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
