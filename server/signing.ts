/**
 * The installation's key for checkpoints (Ed25519), made at first start and kept beside the store (mode 0600).
 * Its public half is published; with it anybody verifies, and nobody signs.
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import path from "node:path";
import { type Checkpoint, type CheckpointStatement, checkpointWords } from "#deliberation/checkpoint";
import { Hash } from "#deliberation/ids";
import { keptFile } from "./kept-file.ts";

export const KEY_FILE = "checkpoint-key.pem";

export class CheckpointKey {
  /** PEM (SPKI) of the public half. */
  readonly publicPem: string;
  /** SHA-256 of the raw public key: names the key in each checkpoint. */
  readonly id: Hash;
  readonly #secret: KeyObject;

  constructor(dataDir: string) {
    const file = path.join(dataDir, KEY_FILE);
    const made = () => generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" });
    this.#secret = createPrivateKey(keptFile(file, made));
    const half = createPublicKey(this.#secret);
    this.publicPem = half.export({ type: "spki", format: "pem" }).toString();
    this.id = keyId(half);
  }

  /** The same statement gets the same signature, always (RFC 8032). */
  sign(statement: Omit<CheckpointStatement, "v" | "key">): Checkpoint {
    const whole: CheckpointStatement = { v: 1, ...statement, key: this.id };
    const signature = sign(null, Buffer.from(checkpointWords(whole)), this.#secret).toString("base64url");
    return { ...whole, signature };
  }
}

/** Whether a checkpoint was signed with the secret half of this public key (PEM). */
export function isSignedBy(checkpoint: Checkpoint, publicPem: string): boolean {
  const key = createPublicKey(publicPem);
  const signature = Buffer.from(checkpoint.signature, "base64url");
  return (
    checkpoint.key === keyId(key) && verify(null, Buffer.from(checkpointWords(checkpoint)), key, signature)
  );
}

function keyId(publicKey: KeyObject): Hash {
  const raw = publicKey.export({ type: "spki", format: "der" }).subarray(-32);
  return Hash.parse(createHash("sha256").update(raw).digest("hex"));
}
