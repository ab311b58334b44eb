/**
 * The files that statements came in. Who may have one is asked by those who call here. A large file is written and read
 * in pieces, each a moment of its own: nobody else's words wait for the whole of it.
 */
import { setImmediate as others } from "node:timers/promises";
import { and, eq, inArray, notExists, sql, sum } from "drizzle-orm";
import type { DelegationKey, DraftId, Hash, Instant, ReportId } from "#deliberation/ids";
import { type Store, writing } from "./open.ts";
import { originalPieces, originals } from "./schema.ts";

/** Whose file it is: a delegation's, or the secretariat's, for which no delegation can be taken. */
export type Owner = DelegationKey | "@secretariat";

export interface KeptOriginal {
  name: string;
  /** Bytes of the whole. */
  size: number;
  /** Each is read when it is asked for. */
  pieces(): Generator<Uint8Array, void>;
}

interface Place {
  report: ReportId;
  owner: Owner;
  hash: Hash;
}

const PIECE_BYTES = 1024 * 1024;

/** The same file brought again is kept once, under its latest name and draft. */
export async function keepOriginal(
  store: Store,
  { report, owner, hash }: Place,
  { name, bytes, draft, at }: { name: string; bytes: Uint8Array; draft: string; at: Instant },
): Promise<void> {
  for (let piece = 1; piece * PIECE_BYTES < bytes.length; piece += 1) {
    const kept = { bytes: pieceOf(bytes, piece) };
    writing(store, () =>
      store.db
        .insert(originalPieces)
        .values({ report, owner, hash, piece, ...kept })
        .onConflictDoNothing()
        .run(),
    );
    await others();
  }
  const kept = { draft, name, bytes: pieceOf(bytes, 0), at };
  writing(store, () =>
    store.db
      .insert(originals)
      .values({ report, owner, hash, ...kept })
      .onConflictDoUpdate({ target: [originals.report, originals.owner, originals.hash], set: kept })
      .run(),
  );
}

/** A copy: the store takes no memory that threads share. */
function pieceOf(bytes: Uint8Array, piece: number): Buffer {
  return Buffer.from(bytes.subarray(piece * PIECE_BYTES, (piece + 1) * PIECE_BYTES));
}

export function originalOf(store: Store, { report, owner, hash }: Place): KeptOriginal | null {
  const where = and(eq(originals.report, report), eq(originals.owner, owner), eq(originals.hash, hash));
  const first = store.db
    .select({ name: originals.name, bytes: originals.bytes })
    .from(originals)
    .where(where)
    .get();
  if (first === undefined) return null;
  const of = and(
    eq(originalPieces.report, report),
    eq(originalPieces.owner, owner),
    eq(originalPieces.hash, hash),
  );
  const more = store.db
    .select({ size: sum(sql`length(${originalPieces.bytes})`).mapWith(Number) })
    .from(originalPieces)
    .where(of)
    .get();
  return {
    name: first.name,
    size: first.bytes.length + (more?.size ?? 0),
    *pieces() {
      yield new Uint8Array(first.bytes);
      for (let piece = 1; ; piece += 1) {
        const next = store.db
          .select({ bytes: originalPieces.bytes })
          .from(originalPieces)
          .where(and(of, eq(originalPieces.piece, piece)))
          .get();
        if (next === undefined) return;
        yield new Uint8Array(next.bytes);
      }
    },
  };
}

/** @param named hashes that the record names by now: those stay. */
export function dropOriginalsOf(
  store: Store,
  report: ReportId,
  owner: Owner,
  drafts: readonly DraftId[],
  named: ReadonlySet<string>,
): void {
  const where = and(
    eq(originals.report, report),
    eq(originals.owner, owner),
    inArray(originals.draft, [...drafts]),
  );
  writing(store, () => {
    const rows = store.db.select({ hash: originals.hash }).from(originals).where(where).all();
    const gone = rows.map(({ hash }) => hash).filter((hash) => !named.has(hash));
    if (gone.length === 0) return;
    store.db
      .delete(originals)
      .where(and(where, inArray(originals.hash, gone)))
      .run();
    store.db
      .delete(originalPieces)
      .where(
        and(
          eq(originalPieces.report, report),
          eq(originalPieces.owner, owner),
          inArray(originalPieces.hash, gone),
        ),
      )
      .run();
  });
}

/** At a start: of files whose keeping was cut short nothing stays. */
export function dropUnfinishedOriginals(store: Store): void {
  const whole = store.db
    .select({ hash: originals.hash })
    .from(originals)
    .where(
      and(
        eq(originals.report, originalPieces.report),
        eq(originals.owner, originalPieces.owner),
        eq(originals.hash, originalPieces.hash),
      ),
    );
  writing(store, () => store.db.delete(originalPieces).where(notExists(whole)).run());
}
