/**
 * Secrets of a form that one expression finds in any bytes: words made for the walk (`canary-tree3-17-zz`), ids of
 * persons, sign-ins, seats and drafts, and salts. Each that is heard is held against where it was put.
 */

import type { Seated } from "../stage.ts";
import { mayRead, type Reach } from "./oracle.ts";

const SECRET =
  /canary-[a-z0-9]+-\d+-zz|[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/g;
const SALT = /^[0-9a-f]{32}$/;
/** No secret is longer; what may be cut in two is kept that long. */
export const LONGEST_SECRET = 64;

interface Put {
  firm: Reach[];
  /** Where it will be if what is under way succeeds. */
  asked: Reach[];
}

interface Suspect {
  secret: string;
  reader: Seated | null;
  where: string;
}

export class Canaries {
  readonly violations: string[] = [];
  heardBytes = 0;
  heardSecrets = 0;
  /** By reader as the record tells them apart: a delegation, or a capacity. */
  readonly salts = new Map<string, { reader: Seated; heard: Set<string> }>();
  readonly #put = new Map<string, Put>();
  #suspects: Suspect[] = [];
  #made = 0;

  /** A new secret that may reach nobody yet. */
  fresh(owner: string): string {
    this.#made += 1;
    const secret = `canary-${owner.replaceAll("-", "")}-${this.#made}-zz`;
    this.add(secret);
    return secret;
  }

  add(secret: string, ...firm: Reach[]): void {
    const put = this.#put.get(secret) ?? { firm: [], asked: [] };
    this.#put.set(secret, put);
    put.firm.push(...firm);
  }

  /** About to be asked: it may already be heard before the answer comes. */
  ask(secrets: readonly string[], reach: Reach): void {
    for (const secret of secrets) this.#put.get(secret)?.asked.push(reach);
  }

  /** It was admitted. */
  admit(secrets: readonly string[], reach: Reach): void {
    for (const secret of secrets) this.add(secret, reach);
  }

  /** Everything asked was answered: what was heard on the strength of a question must have been admitted. */
  settle(): void {
    for (const { secret, reader, where } of this.#suspects) this.#judge(secret, reader, where, "firm");
    this.#suspects = [];
    for (const put of this.#put.values()) if (put.asked.length > 0) put.asked = [];
  }

  /** @param text bytes as they came; `reader` null is somebody not signed in. */
  heard(reader: Seated | null, where: string, text: string): void {
    this.heardBytes += text.length;
    const secrets = text.match(SECRET);
    if (secrets === null) return;
    for (const secret of new Set(secrets)) {
      if (SALT.test(secret)) this.#saltHeard(secret, reader, where);
      else this.#judge(secret, reader, where, "asked");
    }
  }

  /** What nobody at all may find a secret in: the log. */
  found(where: string, text: string): void {
    const secret = text.match(SECRET)?.find((one) => one.startsWith("canary-"));
    if (secret !== undefined) this.violations.push(`${secret} stands in ${where}`);
  }

  #judge(secret: string, reader: Seated | null, where: string, strength: "firm" | "asked"): void {
    const put = this.#put.get(secret);
    if (put === undefined) {
      // An id of something that is no secret; words of our form are always known.
      if (secret.startsWith("canary-")) this.violations.push(`${secret} was never made`);
      return;
    }
    if (strength === "asked") this.heardSecrets += 1;
    if (put.firm.some((reach) => mayRead(reach, reader))) return;
    if (strength === "asked" && put.asked.some((reach) => mayRead(reach, reader))) {
      this.#suspects.push({ secret, reader, where });
      return;
    }
    const places = put.firm.map((reach) => JSON.stringify(reach)).join(", ");
    this.violations.push(`${nameOf(reader)} heard ${secret} in ${where}; it was put in [${places}]`);
  }

  #saltHeard(salt: string, reader: Seated | null, where: string): void {
    if (reader === null) {
      this.violations.push(`nobody signed in, and a salt was heard in ${where}`);
      return;
    }
    const name = reader.delegation ?? reader.as;
    const known = this.salts.get(name) ?? { reader, heard: new Set() };
    this.salts.set(name, known);
    known.heard.add(salt);
  }
}

export function nameOf(reader: Seated | null): string {
  if (reader === null) return "somebody not signed in";
  return reader.delegation === null ? reader.as : `${reader.function} of ${reader.delegation}`;
}
