/**
 * One volume of a record as a Y.Doc, written by the server alone: a pure function of the stored entries.
 * However it is built, and by whichever process, the bytes are identical: client id 1, arrays of 256,
 * each entry's canonical public form, in order.
 */
import * as Y from "yjs";
import type { Store } from "#db/open";
import { readEntries } from "#db/record";
import { canonicalJson } from "#deliberation/canonical";
import { CLOSE, MESSAGE } from "#deliberation/close-codes";
import type { SeenEntry } from "#deliberation/entry";
import type { ReportId } from "#deliberation/ids";
import { publicForm } from "#deliberation/view";
import {
  BadFrame,
  countFrame,
  isEmptyUpdate,
  placeFrame,
  readMessage,
  step2Frame,
  updateFrame,
} from "./frames.ts";
import type { Member } from "./member.ts";
import type { Room } from "./room.ts";

const CLIENT = 1;
const PER_ARRAY = 256;
const PAGE = 1_000;
const MOST_ANSWERS = 32;
const NOTHING = Uint8Array.of(0, 0);

export class RecordRoom implements Room {
  readonly report: ReportId;
  readonly members = new Set<Member>();
  readonly #store: Store;
  readonly #doc = new Y.Doc();
  readonly #before: number;
  readonly #size: number;
  #held = 0;
  #present = 0;
  /** Empty: nobody is invited anywhere. */
  #invited = "";
  /** Answers by how many entries the asker holds, until the record grows: asking again and again costs nothing. */
  readonly #answers = new Map<number, Buffer>();
  readonly #nothingNew = step2Frame(NOTHING);

  /** @param volume from 1; holds entries (volume − 1) · size + 1 and on. */
  constructor(store: Store, report: ReportId, volume: number, size: number) {
    this.#store = store;
    this.report = report;
    this.#before = (volume - 1) * size;
    this.#size = size;
    this.#doc.clientID = CLIENT;
    this.#readOn();
  }

  join(member: Member): void {
    this.members.add(member);
    member.send(countFrame(MESSAGE.present, this.#present));
    if (this.#invited !== "") member.send(placeFrame(MESSAGE.invited, this.#invited));
  }

  leave(member: Member): void {
    this.members.delete(member);
  }

  receive(member: Member, bytes: Uint8Array): void {
    const message = readMessage(bytes);
    if (message.kind === "step1") member.answer(this.#answer(message.vector));
    else if (message.kind === "write" && !isEmptyUpdate(message.update)) {
      throw new BadFrame("the record is not written by browsers");
    }
  }

  /** Reads on from the store and shows what is new, in one frame. */
  grown(): void {
    const update = this.#readOn();
    if (update === null) return;
    const frame = updateFrame(update);
    for (const member of this.members) member.send(frame);
  }

  /** How many delegations are present in the report, in this volume or another. */
  present(count: number): void {
    if (count === this.#present) return;
    this.#present = count;
    this.pulse();
  }

  /** Nothing on the record, and kept nowhere: what is said in a room while people look. */
  invite(place: string): void {
    if (place === this.#invited) return;
    this.#invited = place;
    const frame = placeFrame(MESSAGE.invited, place);
    for (const member of this.members) member.send(frame);
  }

  pulse(): void {
    const frame = countFrame(MESSAGE.present, this.#present);
    for (const member of this.members) member.send(frame);
  }

  /** The volume's bytes, the same for everybody. */
  bytes(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc);
  }

  #answer(vector: Uint8Array): Buffer {
    const held = heldBy(vector);
    if (held > this.#held)
      throw new BadFrame("the copy holds entries that are not on record", CLOSE.beganAnew);
    if (held === this.#held && held > 0) return this.#nothingNew;
    let answer = this.#answers.get(held);
    if (answer === undefined) {
      answer = step2Frame(held > 0 ? Y.encodeStateAsUpdate(this.#doc, vector) : this.bytes());
      if (this.#answers.size >= MOST_ANSWERS) this.#answers.clear();
      this.#answers.set(held, answer);
    }
    return answer;
  }

  #readOn(): Uint8Array | null {
    let update: Uint8Array | null = null;
    const keep = (emitted: Uint8Array) => {
      update = emitted;
    };
    this.#doc.once("update", keep);
    this.#doc.transact(() => {
      for (;;) {
        const limit = Math.min(PAGE, this.#size - this.#held);
        if (limit === 0) return;
        const page = readEntries(this.#store, this.report, this.#before + this.#held, limit);
        for (const entry of page) this.#push(entry);
        if (page.length < limit) return;
      }
    });
    this.#doc.off("update", keep);
    if (update !== null) this.#answers.clear();
    return update;
  }

  #push(entry: SeenEntry): void {
    const array = this.#doc.getArray<string>(`p${Math.floor(this.#held / PER_ARRAY)}`);
    array.push([canonicalJson(publicForm(entry))]);
    this.#held += 1;
  }
}

/** How many entries a state vector says the browser holds. */
function heldBy(vector: Uint8Array): number {
  try {
    return Y.decodeStateVector(vector).get(CLIENT) ?? 0;
  } catch {
    throw new BadFrame("not a state vector");
  }
}
