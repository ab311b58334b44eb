/** The ways to alter a record, each with the number that must be found, known by how the alteration was made. */

import { headerHash } from "#deliberation/canonical";
import type { Entry } from "#deliberation/entry";
import type { Random } from "../random.ts";
import type { HandedOut, TamperedRecord } from "./record.ts";

export interface Alteration {
  name: string;
  /** Any of these is right; none: what is stored still says the same. −1: something beside the entries. */
  expected: number[];
  /** What a reader holds against it. */
  outside: readonly HandedOut[];
}

type Way = (record: TamperedRecord, random: Random) => Alteration;

const COLUMNS = ["header", "body", "body_salt", "provenance", "provenance_salt", "submission"] as const;

/** One character of one column becomes another. */
const character: Way = (record, random) => {
  const seq = random.between(1, record.length + 1);
  const column = random.of(COLUMNS);
  const before = record.get(column, seq);
  const at = random.below(before.length);
  const put = random.of(["0", "a", "f", "9", "否", " ", '"', "}"]);
  const after = before.slice(0, at) + put + before.slice(at + 1);
  record.set(column, seq, after);
  return {
    name: `character of ${column}`,
    expected: foundAt(record, column, seq, before, after),
    outside: [],
  };
};

function foundAt(
  record: TamperedRecord,
  column: string,
  seq: number,
  before: string,
  after: string,
): number[] {
  if (before === after) return [];
  const json = column === "header" || column === "body" || column === "provenance";
  if (json && isSame(before, after)) return [];
  // A header that still holds together is found where the next one points to it, or the head does.
  return column === "header" ? [seq, ...(seq < record.length ? [seq + 1] : [])] : [seq];
}

function isSame(before: string, after: string): boolean {
  try {
    return JSON.stringify(JSON.parse(before)) === JSON.stringify(JSON.parse(after));
  } catch {
    return false;
  }
}

const dropped: Way = (record, random) => {
  const seq = random.between(1, record.length + 1);
  record.store.sqlite.prepare("DELETE FROM entries WHERE seq = ?").run(seq);
  return { name: "entry dropped", expected: [seq], outside: [] };
};

/** Every later entry moved up into the gap. */
const closedUp: Way = (record, random) => {
  const seq = random.between(1, record.length);
  const { sqlite } = record.store;
  sqlite.prepare("DELETE FROM entries WHERE seq = ?").run(seq);
  sqlite.prepare("UPDATE entries SET seq = -seq WHERE seq > ?").run(seq);
  sqlite.exec("UPDATE entries SET seq = -seq - 1 WHERE seq < 0");
  return { name: "entry dropped, the gap closed", expected: [seq], outside: [] };
};

const swapped: Way = (record, random) => {
  const [one = 1, other = 2] = random.shuffled(record.entries.map(({ header }): number => header.seq));
  const { sqlite } = record.store;
  sqlite.prepare("UPDATE entries SET seq = 0 WHERE seq = ?").run(one);
  sqlite.prepare("UPDATE entries SET seq = ? WHERE seq = ?").run(one, other);
  sqlite.prepare("UPDATE entries SET seq = ? WHERE seq = 0").run(other);
  return { name: "entries swapped", expected: [Math.min(one, other)], outside: [] };
};

const repeated: Way = (record, random) => {
  const seq = random.between(1, record.length + 1);
  const columns = "header, body, body_salt, provenance, provenance_salt";
  record.store.sqlite
    .prepare(
      `INSERT INTO entries (report, seq, submission, ${columns}) SELECT report, ?, 'again', ${columns} FROM entries WHERE seq = ?`,
    )
    .run(record.length + 1, seq);
  return { name: "entry inserted again at the end", expected: [record.length + 1], outside: [] };
};

const cut: Way = (record, random) => {
  const last = random.between(1, record.length);
  record.store.sqlite.prepare("DELETE FROM entries WHERE seq > ?").run(last);
  return { name: "tail cut", expected: [last + 1], outside: [] };
};

/** The head moved along: only somebody who holds a later checkpoint can tell. */
const cutWithHead: Way = (record, random) => {
  const last = random.between(1, record.length);
  const { sqlite } = record.store;
  sqlite.prepare("DELETE FROM entries WHERE seq > ?").run(last);
  sqlite.prepare("DELETE FROM checkpoints WHERE seq > ?").run(last);
  record.moveHead(last, headerHash((record.entries[last - 1] as Entry).header));
  const later = record.handedOut.filter(({ seq }) => seq > last);
  return { name: "tail cut, the head moved along", expected: [last + 1], outside: [random.of(later)] };
};

/** The whole history from one entry on written anew: the chain agrees with itself and with the head. */
const rewritten: Way = (record, random) => {
  const from = random.between(1, record.length + 1);
  record.rewrite(from, (entry) => ({
    ...entry,
    ...random.of<Partial<Entry>>([
      {
        provenance: { ...entry.provenance, cleared: null, drafted: [], submitted: null, v: 1 },
        bodySalt: "0".repeat(32),
      },
      { bodySalt: random.bytes(16).toString("hex") },
      {
        header: {
          ...entry.header,
          audience: entry.header.audience === "everyone" ? "secretariat" : "everyone",
        },
      },
    ]),
  }));
  record.store.sqlite.prepare("DELETE FROM checkpoints WHERE seq >= ?").run(from);
  const behind = record.handedOut.filter(({ seq }) => seq >= from);
  const held = random.shuffled(behind).slice(0, random.between(1, behind.length + 1));
  const first = Math.min(...held.map(({ seq }) => seq));
  return { name: "history rewritten", expected: [first], outside: held };
};

const headMoved: Way = (record, random) => {
  const seq = random.between(1, record.length + 1);
  const hash = random.bytes(32).toString("hex");
  record.moveHead(seq, hash);
  return { name: "head row altered", expected: [seq], outside: [] };
};

/** Something of the checkpoints kept with the record. */
const checkpoint: Way = (record, random) => {
  const before = String(record.store.sqlite.prepare("SELECT json FROM checkpoints").pluck().get());
  const kept = JSON.parse(before) as Record<string, unknown>;
  const field = random.of(["epoch", "signature", "at"]);
  const other = { epoch: "another", signature: "A".repeat(86), at: "2001-01-01T00:00:00.000Z" }[field];
  record.store.sqlite
    .prepare("UPDATE checkpoints SET json = ?")
    .run(JSON.stringify({ ...kept, [field]: other }));
  return { name: "checkpoint altered", expected: [-1], outside: [] };
};

const text: Way = (record, random) => {
  const { sqlite } = record.store;
  const before = String(sqlite.prepare("SELECT json FROM texts").pluck().get());
  const at = before.indexOf("责任", random.below(before.length - 2_000));
  const after = at < 0 ? before : `${before.slice(0, at)}任责${before.slice(at + 2)}`;
  sqlite.prepare("UPDATE texts SET json = ?").run(after);
  return { name: "report's text altered", expected: before === after ? [] : [-1], outside: [] };
};

export const ALTERATIONS: readonly Way[] = [
  ...[character, character, character, character],
  ...[
    dropped,
    closedUp,
    swapped,
    repeated,
    cut,
    cutWithHead,
    rewritten,
    rewritten,
    headMoved,
    checkpoint,
    text,
  ],
];
