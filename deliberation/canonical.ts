/** Canonical JSON (RFC 8785) and SHA-256 over it: the same bytes in every browser and server. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import type { Header } from "./entry.ts";
import type { Hash } from "./ids.ts";
import type { Content } from "./submission.ts";

export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("This value has no JSON form.");
  return text;
}

/** SHA-256 over the canonical JSON, lower-case hexadecimal. */
export function hashOf(value: unknown): Hash {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value)))) as Hash;
}

/** What the next entry's `prev` holds: a header commits to its body and provenance by their hashes. */
export function headerHash(header: Header): Hash {
  return hashOf(header);
}

/** What a clearance approves. */
export function contentHash(content: Content): Hash {
  return hashOf(content);
}

/** Hash of a salted part of an entry. */
export function saltedHash(salt: string, part: unknown): Hash {
  return hashOf({ part, salt });
}
