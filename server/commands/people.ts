/** Seating a person, setting a password, ending a seat. */
import { readFileSync } from "node:fs";
import type { Store } from "#db/open";
import { hashPassword, PASSWORD_LENGTH } from "#db/password";
import { addPerson, endSeats, setPassword } from "#db/people";
import { Seat } from "#deliberation/seat";
import { serverTime } from "../keeper.ts";
import { onStore, print, required, Unusable, type Values } from "./command.ts";

export const people = onStore(async (store, values, [what]) => {
  const email = required(values.email, "--email");
  switch (what) {
    case "add":
      return seat(store, email, values);
    case "password":
      if (!(await setPassword(store, email, givenPassword(), serverTime())))
        throw new Unusable("Nobody has this address.");
      return print("The password was set.\n");
    case "end":
      if (!endSeats(store, email, serverTime())) throw new Unusable("Nobody seated has this address.");
      return print(`${email} has no seat any more; open connections end within two seconds.\n`);
    default:
      throw new Unusable("person add, person password, or person end");
  }
});

async function seat(store: Store, email: string, values: Values): Promise<number> {
  const rights = (["clearing", "submitting"] as const).filter((right) => values[right]);
  const asked = Seat.safeParse({ ...values, person: "00000000-0000-0000-0000-000000000000", rights });
  if (!asked.success) throw new Unusable(`The seat does not hold: ${asked.error.issues[0]?.path.join(".")}`);
  const { data } = asked;
  const seated = data.as === "delegation" ? { delegation: data.delegation, function: data.function } : {};
  const [name, passwordHash] = [required(values.name, "--name"), await hashPassword(givenPassword())];
  addPerson(store, { email, name, passwordHash, as: data.as, rights, ...seated }, serverTime());
  return print(`${email} is seated.\n`);
}

function givenPassword(): string {
  const password = readFileSync(0, "utf8").trim();
  if (password.length < PASSWORD_LENGTH) throw new Unusable("A password has at least eight characters.");
  return password;
}
