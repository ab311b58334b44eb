/** For tests: a store in which trees take part, and persons to sit for them. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { migrateStore } from "#db/migrate";
import { closeStore, openStore, type Store } from "#db/open";
import { hashPassword } from "#db/password";
import { addPerson } from "#db/people";
import { saveText } from "#db/reports";
import { seedReport } from "#db/seed/seed";
import { DelegationKey, type Instant, type PersonId, ReportId } from "#deliberation/ids";
import { Seat, type SeatFunction } from "#deliberation/seat";
import { RecordKeeper } from "../keeper.ts";
import { enter } from "../publish.ts";

export const REPORT = ReportId.parse("A-63-677");
export const [ALDER, BIRCH, GROVE] = ["alder", "birch", "grove"].map((key) => DelegationKey.parse(key)) as [
  DelegationKey,
  DelegationKey,
  DelegationKey,
];
export const NOTE = { document: "NV/2026/41", documentOn: "2026-11-19" };

export function at(hour: string): Instant {
  return `2026-11-20T${hour}:00.000Z` as Instant;
}

export interface Stage {
  store: Store;
  keeper: RecordKeeper;
  secretary: PersonId;
  /** Registers somebody with a seat of alder, or of another delegation. */
  person(name: string, inDelegation: SeatFunction | null, delegation?: DelegationKey): PersonId;
  /** Empties what the test left behind. */
  end(): void;
}

export async function stage(): Promise<Stage> {
  const store = openStore(mkdtempSync(path.join(tmpdir(), "people-")));
  migrateStore(store);
  const keeper = new RecordKeeper(store);
  const someone = { passwordHash: await hashPassword("a password of the stage") };
  const add = (name: string, place: object) => {
    const email = `${name.toLowerCase()}@demo.test`;
    return addPerson(store, { ...someone, email, name, ...place } as never, at("08:00")) as PersonId;
  };
  const secretary = add("Secretary", { as: "administrator" });
  const secretariat = Seat.parse({ as: "administrator", person: secretary });
  const item = { session: 63, agendaItem: 107, title: { en: "Trees" }, demonstration: true };
  await enter(keeper, REPORT, secretariat, { kind: "item.opened", ...item });
  for (const delegation of [ALDER, BIRCH])
    await enter(keeper, REPORT, secretariat, {
      ...{ kind: "delegation.admitted", delegation, delegationKind: "member", names: { en: delegation } },
    });
  await enter(keeper, REPORT, secretariat, { kind: "group.formed", group: GROVE, names: { en: "Grove" } });
  saveText(store, REPORT, 1, seedReport());
  return {
    ...{ store, keeper, secretary },
    person: (name, inDelegation, delegation = ALDER) =>
      add(
        name,
        inDelegation === null ? { as: "reviewer" } : { as: "delegation", delegation, function: inDelegation },
      ),
    end() {
      closeStore(store);
      rmSync(store.dataDir, { recursive: true });
    },
  };
}
