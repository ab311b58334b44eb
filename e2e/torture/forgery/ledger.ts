/** What was rightly done, by whom: the record and the draft rooms must hold that and nothing else. */
import { isDeepStrictEqual } from "node:util";
import * as Y from "yjs";
import { loadRoom } from "#db/drafts";
import type { Store } from "#db/open";
import { REPORT, type Seated } from "../stage.ts";

const WORD = /word-\d+-zz/g;

/** One submission that was rightly admitted. */
export interface Rightful {
  seq: number;
  delegation: string | null;
  capacity: string;
  submitted: Seated;
  cleared: Seated | null;
  /** Who wrote in the draft. */
  drafted: Seated[];
  submission: Record<string, unknown> & { id: string };
}

export interface Recorded {
  header: { seq: number };
  body?: Record<string, unknown>;
  provenance?: { drafted: string[]; cleared: string | null; submitted: string | null };
}

interface Word {
  by: Seated;
  room: string;
  allowed: boolean;
}

export class Ledger {
  readonly violations: string[] = [];
  readonly entries = new Map<string, Rightful>();
  readonly #words = new Map<string, Word>();
  /** `<delegation>/<draft>` → who wrote in it. */
  readonly #drafters = new Map<string, Set<Seated>>();

  /** A word that only this attempt writes. @param room the delegation whose room it is for. */
  word(by: Seated, room: string, how: "rightly" | "forged"): string {
    const word = `word-${this.#words.size}-zz`;
    this.#words.set(word, { by, room, allowed: how === "rightly" });
    return word;
  }

  wrote(by: Seated, draft: string): void {
    const key = `${by.delegation}/${draft}`;
    this.#drafters.set(key, (this.#drafters.get(key) ?? new Set()).add(by));
  }

  drafters(delegation: string, draft: string): Seated[] {
    return [...(this.#drafters.get(`${delegation}/${draft}`) ?? [])];
  }

  /** @param after entries up to this number were there before. @param all as an administrator reads them. */
  recordHolds(all: Recorded[], after: number): void {
    let met = 0;
    for (const entry of all) {
      if (entry.header.seq <= after) continue;
      const wrong = this.#wrongIn(entry);
      if (wrong === null) met += 1;
      else this.violations.push(`entry ${entry.header.seq} ${wrong}: ${JSON.stringify(entry.body)}`);
    }
    if (met !== this.entries.size)
      this.violations.push(`${met} of ${this.entries.size} admitted submissions are on the record`);
  }

  #wrongIn({ header, body, provenance }: Recorded): string | null {
    const rightful = this.entries.get(String(body?.id));
    if (rightful === undefined || rightful.seq !== header.seq) return "was never rightly submitted";
    const { delegation, capacity, submitted, cleared, drafted, submission } = rightful;
    if (!isDeepStrictEqual(body?.by, { delegation, capacity })) return `is not by ${delegation}, ${capacity}`;
    const { draft: _, content, ...head } = submission;
    const { audience: __, ...words } = { audience: undefined, ...(content as object) };
    if (!isDeepStrictEqual(body, { v: 1, ...head, ...words, by: body?.by })) return "says something else";
    if (provenance?.submitted !== submitted.person) return "was submitted by another";
    if (provenance.cleared !== (cleared?.person ?? null)) return "was cleared by another";
    const persons = drafted.map(({ person }) => person).sort();
    return isDeepStrictEqual([...provenance.drafted].sort(), persons)
      ? null
      : `names as drafters ${provenance.drafted} and not ${persons}`;
  }

  /** @param saved words that the server called durable. */
  roomHolds(store: Store, delegation: string, saved: ReadonlySet<string>): void {
    const doc = new Y.Doc();
    for (const update of loadRoom(store, `${REPORT}/${delegation}`).updates) Y.applyUpdate(doc, update);
    const fields = doc.getMap("drafts").toJSON() as Record<string, unknown>;
    const roots = [...doc.share.keys()].filter((root) => root.includes("/"));
    const all = [JSON.stringify(fields), ...roots.map((root) => doc.getText(root).toString())].join("\n");
    const found = new Set(all.match(WORD) ?? []);
    for (const one of found) {
      const word = this.#words.get(one);
      if (word === undefined) this.violations.push(`${one} in the drafts of ${delegation} is nobody's`);
      else if (!word.allowed || word.room !== delegation)
        this.violations.push(
          `${one} of a ${word.by.function ?? word.by.as} of ${word.by.delegation} stands in the drafts of ${delegation}`,
        );
    }
    for (const one of saved) if (!found.has(one)) this.violations.push(`${one} was saved and is gone`);
    this.#marksHold(delegation, fields);
  }

  /** [C5] Only the server says what a draft was submitted as. */
  #marksHold(delegation: string, fields: Record<string, unknown>): void {
    const latest = new Map<string, number>();
    for (const { submission, seq, delegation: of } of this.entries.values())
      if (of === delegation && typeof submission.draft === "string")
        latest.set(submission.draft, Math.max(seq, latest.get(submission.draft) ?? 0));
    const marks = Object.entries(fields).filter(([key]) => key.endsWith("/submitted"));
    for (const [key, mark] of marks) {
      const seq = latest.get(key.slice(0, -"/submitted".length));
      if (Number(String(mark).split(":")[0]) !== seq)
        this.violations.push(`${key} of ${delegation} says ${mark}; it was submitted as ${seq}`);
    }
    if (marks.length !== latest.size)
      this.violations.push(
        `${marks.length} of ${latest.size} drafts of ${delegation} are marked as submitted`,
      );
  }
}
