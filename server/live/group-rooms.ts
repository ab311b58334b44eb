/** Who may go into which room at this moment, and the watch over groups whose members or speakers change. */
import { judgeState } from "#db/follow";
import type { Store } from "#db/open";
import type { Seated } from "#db/sign-ins";
import { type DraftRoomNow, roomNow } from "#deliberation/draft-room";
import type { DelegationKey, ReportId } from "#deliberation/ids";
import { may } from "#deliberation/may";
import { serverTime } from "../keeper.ts";
import type { Address } from "./upgrade.ts";

type DraftsAddress = Extract<Address, { room: "drafts" }>;

export function mayEnter(store: Store, address: Address, { seat }: Seated): boolean {
  if (address.room === "podium") return may(seat, "podium.read");
  return address.room === "record" ? may(seat, "record.read") : may(seat, "draft.read", now(store, address));
}

export function mayWrite(store: Store, address: Address, { seat }: Seated): boolean {
  if (address.room === "podium") return may(seat, "podium.write");
  return address.room === "drafts" && may(seat, "draft.write", now(store, address));
}

/** In a group's room delegations meet: persons' names stay inside their own. */
export function shownName(
  store: Store,
  report: ReportId,
  room: DelegationKey,
  { seat, name }: Seated,
): string {
  const isGroup = judgeState(store, report).delegations[room]?.kind === "group";
  return isGroup && seat.as === "delegation" ? seat.delegation : name;
}

function now(
  store: Store,
  { report, delegation }: Pick<DraftsAddress, "report" | "delegation">,
): DraftRoomNow {
  return roomNow(judgeState(store, report), delegation, serverTime());
}

/** [S9] Remembers, of the groups whose rooms are open, who belonged to them and spoke for them when last looked at. */
export class GroupWatch {
  readonly #store: Store;
  #seen = new Map<string, string>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Somebody comes in: what is true now is what later looks are held against. */
  opened(address: Address): void {
    const name = nameOf(address);
    if (name !== null && !this.#seen.has(name)) this.#seen.set(name, this.#look(address));
  }

  /** @returns of these open rooms those whose group is not as it was, by an entry or by a date that passed. */
  changed(open: Iterable<Address>): Set<string> {
    const [seen, changed] = [new Map<string, string>(), new Set<string>()];
    for (const address of open) {
      const name = nameOf(address);
      if (name === null || seen.has(name)) continue;
      seen.set(name, this.#look(address));
      if (this.#seen.get(name) !== seen.get(name)) changed.add(name);
    }
    this.#seen = seen;
    return changed;
  }

  #look(address: Address): string {
    return address.room === "drafts" ? JSON.stringify(now(this.#store, address).group ?? null) : "";
  }
}

/** Of a draft room; null for every other. */
export function nameOf(address: Address): string | null {
  return address.room === "drafts" ? `${address.report}/${address.delegation}` : null;
}
