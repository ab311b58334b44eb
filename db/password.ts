/** Passwords: scrypt, with its parameters beside the hash so that they can be raised later. */
import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
);
const COST = { N: 2 ** 15, r: 8, p: 1 };
const BYTES = 32;
/** Characters a password has at least. */
export const PASSWORD_LENGTH = 8;

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derived(password, salt, COST);
  const { N, r, p } = COST;
  return ["scrypt", N, r, p, salt.toString("base64url"), hash.toString("base64url")].join("$");
}

/** Against `null` (no such person) it takes as long and answers no. */
export async function passwordHolds(password: string, stored: string | null): Promise<boolean> {
  const [, N, r, p, salt = "", hash = ""] = (stored ?? DUMMY).split("$");
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const found = await derived(password, Buffer.from(salt, "base64url"), cost);
  return timingSafeEqual(found, Buffer.from(hash, "base64url")) && stored !== null;
}

function derived(password: string, salt: Buffer, cost: { N: number; r: number; p: number }): Promise<Buffer> {
  return derive(password.normalize("NFKC"), salt, BYTES, { ...cost, maxmem: 256 * cost.N * cost.r });
}

/** Spends the same work for an address nobody has. */
const DUMMY = `scrypt$${COST.N}$${COST.r}$${COST.p}$${Buffer.alloc(16).toString("base64url")}$${Buffer.alloc(BYTES).toString("base64url")}`;
