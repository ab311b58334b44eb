/**
 * Which draft one is in, told to colleagues, and which they are in. Not the stock awareness: that renews every
 * 15 s, forgets whoever does not, and echoes what it hears; here the server keeps the list.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { MESSAGE } from "#deliberation/close-codes";
import type { DraftId } from "#deliberation/ids";

interface Other {
  clock: number;
  name: string;
  draft: string;
  /** As their browser sent it. */
  cursor: unknown;
}

export class Presence {
  readonly #others = new Map<number, Other>();
  #self: number | null = null;
  #clock = 0;

  /** A new socket: the server tells everybody anew. */
  begin(): void {
    this.#others.clear();
    this.#self = null;
  }

  /** @param id of this document. @returns the message that says where one is; null is nowhere. */
  message(id: number, draft: DraftId | null, cursor?: object): Uint8Array {
    this.#clock += 1;
    const payload = encoding.createEncoder();
    for (const number of [1, id, this.#clock]) encoding.writeVarUint(payload, number);
    encoding.writeVarString(payload, JSON.stringify(draft === null ? null : { draft, cursor }));
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE.awareness);
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(payload));
    return encoding.toUint8Array(encoder);
  }

  /** The id under which the server shows oneself. */
  isSelf(id: number): void {
    this.#self = id;
  }

  /** @param payload of an awareness message. */
  heard(payload: Uint8Array): void {
    const decoder = decoding.createDecoder(payload);
    for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
      const [id, clock] = [decoding.readVarUint(decoder), decoding.readVarUint(decoder)];
      const state: { name?: unknown; draft?: unknown; cursor?: unknown } | null = JSON.parse(
        decoding.readVarString(decoder),
      );
      if (clock <= (this.#others.get(id)?.clock ?? 0)) continue;
      if (state === null) this.#others.delete(id);
      else {
        const { name, draft, cursor } = state;
        this.#others.set(id, { clock, name: String(name ?? ""), draft: String(draft ?? ""), cursor });
      }
    }
  }

  /** Names of the colleagues in a draft, each once. */
  in(draft: DraftId): string[] {
    const names = new Set<string>();
    for (const [id, one] of this.#others) if (id !== this.#self && one.draft === draft) names.add(one.name);
    return [...names].sort();
  }

  /** The carets of colleagues in a draft, as their browsers sent them. */
  carets(draft: DraftId): { name: string; cursor: unknown }[] {
    const all = [...this.#others].filter(([id, one]) => id !== this.#self && one.draft === draft);
    return all.map(([, { name, cursor }]) => ({ name, cursor })).filter(({ cursor }) => cursor !== undefined);
  }
}
