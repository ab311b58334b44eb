/** Who is there in a walk: forty delegations with all their seats, each person's id, name and sign-in a secret. */
import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import type { Store } from "#db/open";
import { signIns } from "#db/schema";
import { sessionSecret } from "#server/secrets";
import { type Seated, type Stage, seatAndSignIn } from "../stage.ts";
import type { Canaries } from "./canaries.ts";

/** So many of the delegations have a person in the capital and one who only reads. */
const WITH_ALL_SEATS = 12;
const FAR = "2999-01-01T00:00:00.000Z";
const LONG_AGO = "2020-01-01T00:00:00.000Z";

export interface Cast {
  heads: Seated[];
  drafters: Seated[];
  capitals: Seated[];
  readers: Seated[];
  facilitator: Seated;
  administrator: Seated;
  reviewer: Seated;
  all: Seated[];
}

export async function castOf(stage: Stage, store: Store, canaries: Canaries): Promise<Cast> {
  const secret = sessionSecret(stage.dataDir);
  const more = (inDelegation: "capital" | "reader") =>
    Promise.all(
      stage.heads
        .slice(0, WITH_ALL_SEATS)
        .map(({ delegation }) => seatAndSignIn(store, secret, "delegation", delegation, inDelegation)),
    );
  const { heads, drafters, facilitator, administrator, reviewer } = stage;
  const [capitals, readers] = [await more("capital"), await more("reader")];
  const all = [...heads, ...drafters, ...capitals, ...readers, facilitator, administrator, reviewer];
  const seats = store.sqlite.prepare("SELECT id FROM seats").pluck().all() as string[];
  // A seat's and a sign-in's id are the server's own: they may reach nobody.
  for (const id of seats) canaries.add(id);
  for (const one of all) {
    canaries.add(one.signIn);
    canaries.add(one.person, { in: "provenance", of: one.delegation });
    const name = canaries.fresh("name");
    if (one.delegation !== null) canaries.add(name, { in: "drafts", of: one.delegation });
    store.sqlite
      .prepare("UPDATE persons SET name = ?, email = ?, password = ? WHERE id = ?")
      .run(name, `${canaries.fresh("email")}@demo.test`, canaries.fresh("password"), one.person);
  }
  return { heads, drafters, capitals, readers, facilitator, administrator, reviewer, all };
}

/** A new sign-in for somebody whose last one ended; the same `Seated` goes on with it. */
export async function signInAgain(
  store: Store,
  dataDir: string,
  one: Seated,
  canaries: Canaries,
): Promise<void> {
  const seat = store.sqlite.prepare("SELECT id FROM seats WHERE person = ?").pluck().get(one.person);
  const id = randomUUID();
  canaries.add(id);
  store.db
    .insert(signIns)
    .values({ id, person: one.person, seat: String(seat), createdAt: LONG_AGO, expiresAt: FAR })
    .run();
  const token = await encode({ token: { signIn: id }, secret: sessionSecret(dataDir), maxAge: 86_400 });
  one.signIn = id;
  one.cookie = `next-auth.session-token=${token}`;
}
