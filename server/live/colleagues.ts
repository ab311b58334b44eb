/**
 * Who is in which draft, for the delegation's own eyes. A browser says where it is; the server says who that is.
 * One aggregated frame at most twice a second, under ids the server gives: nobody can take another's name.
 */
import { randomInt } from "node:crypto";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { MESSAGE } from "#deliberation/close-codes";
import { DraftId } from "#deliberation/ids";
import { awarenessFrame, BadFrame, countFrame, shortBytes, shortNumber } from "./frames.ts";
import type { Member } from "./member.ts";

const APART_MS = 500;
const MOST_STATE_BYTES = 1_024;
const MOST_PAYLOAD_BYTES = 65_536;
const MOST_ID = 0xffff_ffff;

interface Presence {
  id: number;
  clock: number;
  /** The one id this socket speaks for; stock clients echo others' too. */
  own: number;
  state: string;
}

export class Colleagues {
  readonly #present = new Map<Member, Presence>();
  readonly #changed = new Set<Presence>();
  readonly #show: (frame: Buffer) => void;
  readonly #nameOf: (member: Member) => string;
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;
  #shownAt = 0;

  /** @param nameOf what the others read of who is there. */
  constructor(show: (frame: Buffer) => void, nameOf: (member: Member) => string) {
    this.#show = show;
    this.#nameOf = nameOf;
  }

  /** Everybody present, for one who joins; null when nobody is. */
  all(): Buffer | null {
    return this.#present.size === 0 ? null : frameOf([...this.#present.values()]);
  }

  /** @throws BadFrame when it is not of the protocol or too large. */
  heard(member: Member, payload: Uint8Array): void {
    if (payload.length > MOST_PAYLOAD_BYTES) throw new BadFrame("presence too large");
    const known = this.#present.get(member);
    for (const { id, state } of statesIn(payload)) {
      if (known === undefined ? this.#isOurs(id) : id !== known.own) continue;
      if (state.length > MOST_STATE_BYTES) throw new BadFrame("presence too large");
      const words = stateOf(new TextDecoder().decode(state), this.#nameOf(member));
      if (known?.state === words) return;
      const presence = known ?? { id: randomInt(1, MOST_ID), clock: 0, own: id, state: words };
      presence.clock += 1;
      presence.state = words;
      this.#present.set(member, presence);
      if (known === undefined) member.send(countFrame(MESSAGE.ownPresence, presence.id));
      this.#soon(presence);
      return;
    }
  }

  left(member: Member): void {
    const presence = this.#present.get(member);
    if (presence === undefined) return;
    this.#present.delete(member);
    presence.clock += 1;
    presence.state = "null";
    this.#soon(presence);
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #isOurs(id: number): boolean {
    for (const presence of this.#present.values()) if (presence.id === id) return true;
    return false;
  }

  #soon(presence: Presence): void {
    if (this.#stopped) return;
    this.#changed.add(presence);
    const rest = Math.max(0, this.#shownAt + APART_MS - performance.now());
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#shownAt = performance.now();
      this.#show(frameOf([...this.#changed]));
      this.#changed.clear();
    }, rest);
  }
}

/** Identity is the server's; of what the browser sent only the draft and the cursor are kept. */
function stateOf(json: string, name: string): string {
  let sent: unknown;
  try {
    sent = JSON.parse(json);
  } catch {
    throw new BadFrame("presence is not JSON");
  }
  if (sent === null) return "null";
  const { draft, cursor } = Object(sent) as { draft?: unknown; cursor?: unknown };
  const id = DraftId.safeParse(draft);
  return JSON.stringify({ name, ...(id.success ? { draft: id.data, cursor } : {}) });
}

function* statesIn(payload: Uint8Array): Generator<{ id: number; state: Uint8Array }> {
  const decoder = decoding.createDecoder(payload);
  const count = shortNumber(decoder);
  for (let read = 0; read < count; read += 1) {
    const id = shortNumber(decoder);
    shortNumber(decoder);
    yield { id, state: shortBytes(decoder) };
  }
}

function frameOf(all: readonly Presence[]): Buffer {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, all.length);
  for (const { id, clock, state } of all) {
    encoding.writeVarUint(encoder, id);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, state);
  }
  return awarenessFrame(encoding.toUint8Array(encoder));
}
