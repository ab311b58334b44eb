/** What must hold of a draft room after any frame: what stands where, whose words are whole, and what reads back. */
import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { DraftDocument } from "#server/live/draft-document";
import { openInOrder } from "#server/live/piece-order";
import { IDS } from "./making.ts";

const PLACES = /^(?:words|wording)\/(?:position\.\S+|(?:comment|correction)\.[0-9a-f-]{36})$/;
const KEYS =
  /^(?:position\.\S+|(?:comment|correction)\.[0-9a-f-]{36})\/(?:stance|lang|onBehalfOf|target|commentKind|audience|replyTo|entry|reason)$/;

export function misplacedIn(doc: Y.Doc): string[] {
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

/**
 * Colleagues may delete each other's text. Nothing else may become of it: no piece under the victim's id that she did
 * not write, none in which something else is said, none erased without a trace.
 * @param written what the victim wrote, by clock; fields are `null`.
 */
export function forgedIn(doc: Y.Doc, written: readonly (string | null)[]): string[] {
  const found: string[] = [];
  for (const struct of doc.store.clients.get(IDS.victim) ?? []) {
    const { clock } = struct.id;
    if (!(struct instanceof Y.Item))
      found.push(`the victim's words from ${clock} on are erased without a trace`);
    else if (struct.content instanceof Y.ContentString) {
      const said = written.slice(clock, clock + struct.length).join("");
      if (said !== struct.content.str)
        found.push(`"${struct.content.str}" stands where the victim wrote "${said}"`);
    }
  }
  const state = Y.getState(doc.store, IDS.victim);
  if (state > written.length)
    found.push(`${state - written.length} pieces too many stand under the victim's id`);
  return found;
}

/** Loads what is stored afresh and compares. */
export function misreadOf(document: DraftDocument, stored: readonly Uint8Array[]): string[] {
  let fresh: DraftDocument;
  let compacted: DraftDocument;
  try {
    fresh = new DraftDocument(stored);
    compacted = new DraftDocument([fresh.snapshot()]);
    if (fresh.doc.store.clients.size > 0 && !openInOrder(new Y.Doc(), fresh.snapshot()))
      return ["a compacted room has no order"];
  } catch (error) {
    return [`the room does not reload: ${(error as Error).message}`];
  }
  const { pendingStructs, pendingDs } = fresh.doc.store;
  if (pendingStructs !== null || pendingDs !== null) return ["pieces that wait for others are stored"];
  const held = contentOf(document.doc);
  const read = [fresh, compacted].map(({ doc }) => contentOf(doc)).find((one) => one !== held);
  if (read === undefined) return [];
  let apart = 0;
  while (held[apart] === read[apart]) apart += 1;
  const from = Math.max(0, apart - 20);
  const part = (text: string) => text.slice(from, from + 80);
  return [`the room reloads to something else: held ${part(held)} / read ${part(read)}`];
}

/**
 * Everything that is said in a room, and how far each client id has come. Nothing is disregarded: half a letter, which
 * only this copy of the room would have, is written out as its number and differs.
 */
export function contentOf(doc: Y.Doc): string {
  const texts = [...doc.share.keys()]
    .filter((root) => root.includes("/") && doc.getText(root).length > 0)
    .sort();
  const vector = [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b);
  return JSON.stringify([
    texts.map((root) => [root, doc.getText(root).toString()]),
    doc.getMap("drafts").toJSON(),
    vector,
  ]);
}

/** Whoever is present is shown under the server's ids and the person's own name. @param frame null: nobody is. */
export function misnamedIn(frame: Buffer | null, name: string): string[] {
  if (frame === null) return [];
  const decoder = decoding.createDecoder(frame.subarray(frame[1] === 126 ? 4 : 2));
  decoding.readVarUint(decoder);
  const states = decoding.createDecoder(decoding.readVarUint8Array(decoder));
  const found: string[] = [];
  for (let left = decoding.readVarUint(states); left > 0; left -= 1) {
    const id = decoding.readVarUint(states);
    const clock = decoding.readVarUint(states);
    const state = JSON.parse(decoding.readVarString(states)) as Record<string, unknown> | null;
    if (Object.values(IDS).includes(id as never))
      found.push(`present under the id ${id}, which it asked for`);
    if (clock > 100_000) found.push(`present with the clock ${clock}`);
    const keys =
      state === null ? [] : Object.keys(state).filter((key) => !["name", "draft", "cursor"].includes(key));
    if (keys.length > 0 || (state !== null && state.name !== name))
      found.push(`present as ${JSON.stringify(state)}`);
  }
  return found;
}
