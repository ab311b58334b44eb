/** The rooms that are open: opened by the first who comes, closed after the last who leaves. */

import { judgeState } from "#db/follow";
import type { Store } from "#db/open";
import { dropOriginalsOf } from "#db/originals";
import type { Seated } from "#db/sign-ins";
import type { DelegationKey, DraftId, ReportId } from "#deliberation/ids";
import { PODIUM } from "#deliberation/podium";
import { originalsNamed } from "#deliberation/statements";
import type { GroupCommit } from "../commit.ts";
import { DraftRoom } from "./draft-room.ts";
import { shownName } from "./group-rooms.ts";
import type { Member } from "./member.ts";
import { RecordRoom } from "./record-room.ts";
import type { Room } from "./room.ts";
import type { Address } from "./upgrade.ts";

interface RoomsParts {
  store: Store;
  volumeSize: number;
  commit: GroupCommit;
  stillWrites(member: Member): boolean;
  failed(error: unknown, what: string): void;
}

export class Rooms {
  readonly #parts: RoomsParts;
  readonly #records = new Map<string, RecordRoom>();
  readonly #drafts = new Map<string, DraftRoom>();
  readonly #grown = new Set<ReportId>();
  /** Report → delegation → connections to the record. */
  readonly #present = new Map<ReportId, Map<DelegationKey, number>>();
  /** Report → the place everybody is invited to. */
  readonly #invited = new Map<ReportId, string>();

  constructor(parts: RoomsParts) {
    this.#parts = parts;
  }

  at(address: Address): Room {
    if (address.room === "record") return this.#recordRoom(address.report, address.volume);
    return this.#draftRoom(address.report, address.room === "podium" ? PODIUM : address.delegation);
  }

  entered(address: Address, seated: Seated): void {
    this.#count(address, seated, 1);
  }

  left(address: Address, seated: Seated, room: Room): void {
    this.#count(address, seated, -1);
    if (address.room === "record" && room.members.size === 0) {
      this.#records.delete(`${address.report}/${address.volume}`);
    }
  }

  /** Everything that grew in one turn of the process is shown in one frame. */
  grown(report: ReportId): void {
    if (this.#grown.size === 0) setImmediate(() => this.#showGrown());
    this.#grown.add(report);
  }

  async markSubmitted(
    report: ReportId,
    delegation: DelegationKey,
    draft: DraftId,
    mark: string,
  ): Promise<void> {
    const room = this.#draftRoom(report, delegation);
    await room.markSubmitted(draft, mark);
    room.closeIfEmpty();
  }

  async eraseDrafts(report: ReportId, delegation: DelegationKey, drafts: readonly DraftId[]): Promise<void> {
    const room = this.#draftRoom(report, delegation);
    await room.erase(drafts);
    room.closeIfEmpty();
    const { store } = this.#parts;
    const named = originalsNamed(judgeState(store, report)).map(({ original }) => original.sha256);
    dropOriginalsOf(store, report, delegation, drafts, new Set(named));
  }

  /** @param place empty to end it. */
  invite(report: ReportId, place: string): void {
    this.#invited.set(report, place);
    for (const room of this.#records.values()) if (room.report === report) room.invite(place);
  }

  showPresent(): void {
    for (const room of this.#records.values()) room.present(this.#present.get(room.report)?.size ?? 0);
  }

  pulse(): void {
    for (const room of [...this.#records.values(), ...this.#drafts.values()]) room.pulse();
  }

  close(): void {
    for (const room of [...this.#drafts.values()]) room.closeIfEmpty();
  }

  #showGrown(): void {
    const reports = new Set(this.#grown);
    this.#grown.clear();
    for (const room of this.#records.values()) {
      if (!reports.has(room.report)) continue;
      try {
        room.grown();
      } catch (error) {
        // The store has the entries: the next growth, or the next who joins, brings them.
        this.#parts.failed(error, "a record could not be read on");
      }
    }
  }

  #recordRoom(report: ReportId, volume: number): RecordRoom {
    const name = `${report}/${volume}`;
    const { store, volumeSize } = this.#parts;
    const room = this.#records.get(name) ?? new RecordRoom(store, report, volume, volumeSize);
    this.#records.set(name, room);
    room.invite(this.#invited.get(report) ?? "");
    return room;
  }

  #draftRoom(report: ReportId, delegation: DelegationKey): DraftRoom {
    const name = `${report}/${delegation}`;
    const open = this.#drafts.get(name);
    if (open !== undefined) return open;
    const { store, commit, stillWrites, failed } = this.#parts;
    const over = (ended: DraftRoom) => {
      if (this.#drafts.get(name) === ended) this.#drafts.delete(name);
    };
    const nameOf = ({ seated }: Member) => shownName(store, report, delegation, seated);
    const room = new DraftRoom(name, { store, commit, stillWrites, failed, over, nameOf });
    this.#drafts.set(name, room);
    return room;
  }

  #count(address: Address, { seat }: Seated, by: 1 | -1): void {
    if (address.room !== "record" || seat.as !== "delegation") return;
    const present = this.#present.get(address.report) ?? new Map<DelegationKey, number>();
    this.#present.set(address.report, present);
    const count = (present.get(seat.delegation) ?? 0) + by;
    if (count > 0) present.set(seat.delegation, count);
    else present.delete(seat.delegation);
  }
}
