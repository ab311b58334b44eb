/** A data folder made ready: an item with its report, delegations of trees, an open round, and everybody signed in. */
import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { encode } from "next-auth/jwt";
import { migrateStore } from "#db/migrate";
import { closeStore, openStore, type Store } from "#db/open";
import { persons, seats, signIns } from "#db/schema";
import { seedReport } from "#db/seed/seed";
import { PersonId, ReportId } from "#deliberation/ids";
import { Seat, type SeatFunction } from "#deliberation/seat";
import { RecordKeeper } from "#server/keeper";
import { enter, identifyIdeas, publishText } from "#server/publish";
import { sessionSecret } from "#server/secrets";

export const REPORT = ReportId.parse("A-63-677");
export const ROUND = "1";
const LONG_AGO = "2020-01-01T00:00:00.000Z";
const FAR = "2999-01-01T00:00:00.000Z";

/** A seated person who is signed in. */
export interface Seated {
  person: string;
  signIn: string;
  as: Seat["as"];
  /** Null without a delegation. */
  delegation: string | null;
  function: SeatFunction | null;
  /** As the browser sends it. */
  cookie: string;
}

export interface Stage {
  dataDir: string;
  /** Heads first, one a delegation, in the order of the delegations. */
  heads: Seated[];
  drafters: Seated[];
  facilitator: Seated;
  administrator: Seated;
  reviewer: Seated;
  /** Open ideas, by key. */
  ideas: string[];
}

/** @param delegations how many Member States are seated: `tree-1` and on, each with a head and a drafter. */
export async function stageOf(delegations: number, dataDir = newFolder()): Promise<Stage> {
  const store = openStore(dataDir);
  try {
    migrateStore(store);
    const keeper = new RecordKeeper(store);
    const secretariat = Seat.parse({ as: "administrator", person: randomUUID() });
    await publishText(store, keeper, secretariat, seedReport(), { demonstration: true });
    await identifyIdeas(store, keeper, secretariat, REPORT);
    const keys = Array.from({ length: delegations }, (_, n) => `tree-${n + 1}`);
    await Promise.all(
      keys.map((delegation, n) =>
        enter(keeper, REPORT, secretariat, {
          kind: "delegation.admitted",
          delegation,
          delegationKind: "member",
          names: { en: `Tree ${n + 1}` },
        }),
      ),
    );
    await enter(keeper, REPORT, secretariat, {
      kind: "round.opened",
      round: ROUND,
      session: 81,
      closesAt: FAR,
      modalities: {
        attribution: "attributed",
        audience: "everyone",
        totals: true,
        languages: ["ar", "zh", "en", "fr", "ru", "es"],
      },
    });
    const secret = sessionSecret(dataDir);
    const seated = (
      as: Seat["as"],
      delegation: string | null = null,
      inDelegation: SeatFunction | null = null,
    ) => seatAndSignIn(store, secret, as, delegation, inDelegation);
    return {
      dataDir,
      heads: await Promise.all(keys.map((key) => seated("delegation", key, "head"))),
      drafters: await Promise.all(keys.map((key) => seated("delegation", key, "drafter"))),
      facilitator: await seated("facilitator"),
      administrator: await seated("administrator"),
      reviewer: await seated("reviewer"),
      ideas: ["16-1", "17-1", "17-2", "17-3", "32-2", "44-1", "44-3", "46-1", "47-1", "48-1"],
    };
  } finally {
    closeStore(store);
  }
}

/** One more person, seated and signed in; the server may be serving the store meanwhile. */
export async function seatAndSignIn(
  store: Store,
  secret: string,
  as: Seat["as"],
  delegation: string | null,
  inDelegation: SeatFunction | null,
): Promise<Seated> {
  const [person, seat, signIn] = [PersonId.parse(randomUUID()), randomUUID(), randomUUID()];
  const name = `${inDelegation ?? as} of ${delegation ?? "nobody"}`;
  store.db
    .insert(persons)
    .values({ id: person, email: `${person}@demo.test`, name, password: "none" })
    .run();
  store.db
    .insert(seats)
    .values({ id: seat, person, as, delegation, function: inDelegation, from: LONG_AGO })
    .run();
  store.db.insert(signIns).values({ id: signIn, person, seat, createdAt: LONG_AGO, expiresAt: FAR }).run();
  const token = await encode({ token: { signIn }, secret, maxAge: 30 * 24 * 3600 });
  return {
    person,
    signIn,
    as,
    delegation,
    function: inDelegation,
    cookie: `next-auth.session-token=${token}`,
  };
}

export function newFolder(): string {
  return mkdtempSync(path.join(tmpdir(), "torture-"));
}

export function copyOf(folder: string): string {
  const copy = newFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

export function dropFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
