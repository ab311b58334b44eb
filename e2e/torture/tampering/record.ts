/** A stored record in memory that can be copied, altered by SQL without the triggers, and written anew around a change. */
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { v7 } from "uuid";
import { saveClearance } from "#db/clearances";
import { closeStore, openCopy, openStore, type Store } from "#db/open";
import { allEntries, headOf } from "#db/record";
import { headerHash, saltedHash } from "#deliberation/canonical";
import type { Checkpoint } from "#deliberation/checkpoint";
import type { Entry } from "#deliberation/entry";
import { DelegationKey, DraftId, type Instant, PersonId } from "#deliberation/ids";
import { isRefusal } from "#deliberation/refusal";
import { Seat } from "#deliberation/seat";
import { Content, Submission } from "#deliberation/submission";
import { type Landmark, verify } from "#deliberation/verify";
import { Checkpoints } from "#server/checkpoints";
import { RecordKeeper, serverTime } from "#server/keeper";
import type { Random } from "../random.ts";
import { dropFolder, REPORT, ROUND, type Stage, stageOf } from "../stage.ts";

export type HandedOut = Checkpoint;

export class TamperedRecord {
  readonly store: Store;
  readonly entries: readonly Entry[];
  /** Checkpoints handed out while the record grew, the head's among them. */
  readonly handedOut: readonly HandedOut[];
  readonly #bytes: Buffer;

  private constructor(
    store: Store,
    bytes: Buffer,
    entries: readonly Entry[],
    handedOut: readonly HandedOut[],
  ) {
    this.store = store;
    this.#bytes = bytes;
    this.entries = entries;
    this.handedOut = handedOut;
  }

  static async made(random: Random): Promise<TamperedRecord> {
    const stage = await stageOf(6);
    const store = openStore(stage.dataDir);
    await speak(store, stage, random);
    const entries = [...allEntries(store, REPORT)] as Entry[];
    const sign = new Checkpoints(store);
    const handedOut = [40, 100, 110, entries.length].flatMap((seq) => {
      const entry = entries[seq - 1];
      if (entry === undefined) return [];
      const { header } = entry;
      return [sign.of(REPORT, { seq: header.seq, hash: headerHash(header), at: header.at })];
    });
    closeStore(store);
    // As one file without a log: what `copy` reads.
    const alone = openCopy(stage.dataDir);
    const bytes = alone.sqlite.serialize();
    return new TamperedRecord(alone, bytes, entries, handedOut);
  }

  get length(): number {
    return this.entries.length;
  }

  copy(): TamperedRecord {
    const sqlite = new Database(this.#bytes);
    for (const trigger of ["entries_no_update", "entries_no_delete", "entries_no_replace", "texts_no_update"])
      sqlite.exec(`DROP TRIGGER IF EXISTS ${trigger}`);
    sqlite.exec("DROP TRIGGER checkpoints_no_update; DROP TRIGGER checkpoints_no_delete");
    const store = { dataDir: this.store.dataDir, sqlite, db: drizzle(sqlite) } as unknown as Store;
    return new TamperedRecord(store, this.#bytes, this.entries, this.handedOut);
  }

  /** Writes entries from `from` on anew after `change`, every hash after it, and the head: the chain agrees again. */
  rewrite(from: number, change: (entry: Entry) => Entry): void {
    let prev = from === 1 ? this.entries[0]?.header.prev : headerHash(this.#entry(from - 1).header);
    for (let seq = from; seq <= this.length; seq += 1) {
      const made = seq === from ? change(this.#entry(seq)) : this.#entry(seq);
      const header = {
        ...made.header,
        prev: prev ?? made.header.prev,
        bodyHash: saltedHash(made.bodySalt, made.body),
        provenanceHash: saltedHash(made.provenanceSalt, made.provenance),
      };
      prev = headerHash(header);
      this.set("header", seq, JSON.stringify(header));
      this.set("body", seq, JSON.stringify(made.body));
      this.set("body_salt", seq, made.bodySalt);
      this.set("provenance", seq, JSON.stringify(made.provenance));
    }
    this.moveHead(this.length, prev ?? "");
  }

  set(column: string, seq: number, value: string): void {
    this.store.sqlite.prepare(`UPDATE entries SET ${column} = ? WHERE seq = ?`).run(value, seq);
  }

  get(column: string, seq: number): string {
    return String(this.store.sqlite.prepare(`SELECT ${column} FROM entries WHERE seq = ?`).pluck().get(seq));
  }

  moveHead(seq: number, hash: string): void {
    this.store.sqlite.prepare("UPDATE heads SET seq = ?, hash = ?").run(seq, hash);
  }

  /** For a mistake: a verifier that looks at no entry's `prev`. */
  verifyRelinked(outside: readonly Landmark[]) {
    let prev = this.entries[0]?.header.prev;
    const relinked = [...allEntries(this.store, REPORT)].map((entry) => {
      const header = { ...entry.header, prev: prev ?? entry.header.prev };
      prev = headerHash(header);
      return { ...entry, header };
    });
    const head = headOf(this.store, REPORT);
    return verify(
      relinked,
      head.seq === relinked.length ? { seq: head.seq, hash: prev ?? "" } : head,
      outside.slice(0, 0),
    );
  }

  close(): void {
    this.store.sqlite.close();
  }

  drop(): void {
    this.close();
    dropFolder(this.store.dataDir);
  }

  #entry(seq: number): Entry {
    const entry = this.entries[seq - 1];
    if (entry === undefined) throw new Error(`there is no entry ${seq}`);
    return entry;
  }
}

/** Positions and comments of every audience, by each delegation's head, as the server would record them. */
async function speak(store: Store, stage: Stage, random: Random): Promise<void> {
  const keeper = new RecordKeeper(store);
  for (let n = 0; n < 60; n += 1) {
    const { delegation = "", person } = random.of(stage.heads);
    const seat = Seat.parse({ as: "delegation", person, delegation, function: "head", rights: [] });
    const idea = random.of(stage.ideas);
    const place = { lang: "en", textVersion: 1, round: ROUND };
    const words = `Words ${n}.`;
    const audience = random.of(["everyone", "facilitators", "secretariat"]);
    const said = random.chance(0.5)
      ? { kind: "position.stated", idea, stance: "support", words }
      : { kind: "comment.made", target: { on: "idea", idea }, commentKind: "general", audience, words };
    const content = Content.parse({ ...said, ...place });
    const draft = DraftId.parse(content.kind === "position.stated" ? `position.${idea}` : `comment.${v7()}`);
    const key = { report: REPORT, delegation: DelegationKey.parse(delegation), draft };
    saveClearance(store, key, content, PersonId.parse(person), serverTime() as Instant);
    const submission = Submission.parse({ id: v7(), kind: content.kind, draft, content });
    const result = await keeper.submit(REPORT, submission, seat);
    if (isRefusal(result)) throw new Error(`refused: ${result.refused}`);
  }
}
