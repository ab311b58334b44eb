/** Who is there on an empty store: the demonstration's delegations, or one administrator with a password shown once. */
import { randomBytes } from "node:crypto";
import type { Store } from "#db/open";
import { hashPassword } from "#db/password";
import { addPerson, isEmptyOfPeople } from "#db/people";
import { seatDemonstration } from "./demonstration.ts";
import { seatFullDemonstration } from "./full-demonstration.ts";
import { type RecordKeeper, serverTime } from "./keeper.ts";

const ADMINISTRATOR = "administrator@localhost.invalid";

interface Demanded {
  demo: boolean;
  /** The demonstration is that of a whole Assembly. */
  full: boolean;
  entries: number;
  password: string | undefined;
}

/** @returns lines for the person who started the server; empty when people are there already. */
export async function firstPeople(
  store: Store,
  keeper: RecordKeeper,
  { demo, full, entries, password }: Demanded,
): Promise<string> {
  if (!isEmptyOfPeople(store)) return demo ? demoLines(password ?? "the one printed at the first start") : "";
  const secret = (demo ? password : undefined) ?? randomBytes(12).toString("base64url");
  if (demo) {
    // All of it or nothing: a start that is killed in the middle would leave half a demonstration for good.
    store.sqlite.exec("BEGIN IMMEDIATE");
    try {
      const seat = full ? seatFullDemonstration : seatDemonstration;
      await seat(store, keeper, { password: secret, entries });
      store.sqlite.exec("COMMIT");
    } catch (error) {
      store.sqlite.exec("ROLLBACK");
      throw error;
    }
    return demoLines(secret);
  }
  const passwordHash = await hashPassword(secret);
  addPerson(
    store,
    { email: ADMINISTRATOR, name: "Administrator", passwordHash, as: "administrator" },
    serverTime(),
  );
  return `Sign in as ${ADMINISTRATOR} with the password ${secret} (shown this once)\n`;
}

function demoLines(secret: string): string {
  return [
    "Demonstration: fictional delegations only. Sign in as",
    "  <delegation>.head@demo.test or <delegation>.drafter@demo.test",
    "    (alder birch cedar elm fig juniper maple olive, and the observer willow)",
    "  facilitator@demo.test, administrator@demo.test, reviewer@demo.test",
    `with the password: ${secret}`,
    "",
  ].join("\n");
}
