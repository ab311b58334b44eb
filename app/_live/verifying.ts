/**
 * Checks the whole record in this browser: every entry as this person may read it, against the head and the signed
 * checkpoints, whose signatures are checked with the installation's public key.
 */
import { Checkpoint, checkpointWords } from "#deliberation/checkpoint";
import type { SeenEntry } from "#deliberation/entry";
import { type Verdict, verify } from "#deliberation/verify";

const PAGE = 1_000;

export interface Verified extends Verdict {
  /** Name of the public key (SHA-256), to be compared with one known from elsewhere. */
  key: string;
  /** Checkpoints whose signatures hold; null when this browser cannot check Ed25519. */
  signed: number | null;
  forged: number;
}

/** @throws Error when the record cannot be had now. */
export async function verifyRecord(report: string): Promise<Verified> {
  const { key } = await got<{ key: { id: string; pem: string } }>("/api/v1/installation");
  const said = await got<{ checkpoints: unknown[]; head: unknown }>(`/api/v1/reports/${report}/checkpoints`);
  const head = Checkpoint.parse(said.head);
  // The head is the newest checkpoint: entries that came since are read no further.
  const entries: SeenEntry[] = [];
  while (entries.length < head.seq) {
    const limit = Math.min(PAGE, head.seq - entries.length);
    const page = await got<{ entries: SeenEntry[] }>(
      `/api/v1/reports/${report}/record?after=${entries.length}&limit=${limit}`,
    );
    if (page.entries.length === 0) break;
    entries.push(...page.entries);
  }
  const checkpoints = said.checkpoints
    .map((one) => Checkpoint.parse(one))
    .filter((one) => one.key === key.id);
  const all = [...checkpoints, head];
  const held = await signatures(all, key.pem);
  const forged = held === null ? 0 : held.filter((holds) => !holds).length;
  const verdict = verify(entries, head, checkpoints);
  return {
    ...verdict,
    intact: verdict.intact && forged === 0,
    key: key.id,
    signed: held === null ? null : all.length - forged,
    forged,
  };
}

async function got<T>(path: string): Promise<T> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path} could not be read (${answer.status}).`);
  return (await answer.json()) as T;
}

/** Null where the browser does not know Ed25519. */
async function signatures(all: readonly Checkpoint[], pem: string): Promise<boolean[] | null> {
  let key: CryptoKey;
  try {
    const der = bytesOf(pem.replace(/-----[^-]+-----|\s/g, ""));
    key = await crypto.subtle.importKey("spki", der, { name: "Ed25519" }, false, ["verify"]);
  } catch {
    return null;
  }
  const words = (one: Checkpoint) => new TextEncoder().encode(checkpointWords(one));
  return Promise.all(
    all.map((one) => crypto.subtle.verify({ name: "Ed25519" }, key, bytesOf(one.signature), words(one))),
  );
}

/** From base64 or base64url. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}
