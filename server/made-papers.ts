/**
 * Papers a person asked for, kept as files for a week. What is asked for again while it is kept is not made again; what
 * was under way when the process ended is made at the next start.
 */
import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import path from "node:path";
import {
  dropPaper,
  keepPaper,
  type MadePaper,
  paperIs,
  papersDue,
  papersOf,
  papersUnderWay,
} from "#db/made-papers";
import type { Store } from "#db/open";
import { canonicalJson } from "#deliberation/canonical";
import type { Instant, PersonId, ReportId } from "#deliberation/ids";
import { serverTime } from "./keeper.ts";
import type { PaperAsked } from "./paper-of-store.ts";
import type { Making, PaperPress } from "./paper-press.ts";

export const KEPT_DAYS = 7;
/** Of one person on one report: the oldest go first. */
const MOST = 30;
const LOOK_EVERY_MS = 3_600_000;
const FOLDER = "papers";

export type PaperInList = MadePaper & { progress: ReturnType<Making["progress"]> | null };

export class MadePapers {
  readonly #store: Store;
  readonly #press: PaperPress;
  readonly #now: () => Instant;
  readonly #failed: (error: unknown) => void;
  readonly #folder: string;
  readonly #underWay = new Map<string, Making>();
  #stopped = false;

  constructor(
    store: Store,
    press: PaperPress,
    { now = serverTime, failed = () => {} }: { now?: () => Instant; failed?: (error: unknown) => void } = {},
  ) {
    this.#store = store;
    this.#press = press;
    this.#now = now;
    this.#failed = failed;
    this.#folder = path.join(store.dataDir, FOLDER);
  }

  /** @returns a function to be called before the press is closed: what is under way then is made at the next start. */
  start(): () => void {
    this.sweep();
    for (const paper of papersUnderWay(this.#store)) {
      const making = this.#press.make(JSON.parse(paper.asked) as PaperAsked);
      if (making === null) paperIs(this.#store, paper.id, { state: "failed", size: 0 });
      else this.#follow(paper.id, making);
    }
    const timer = setInterval(() => this.sweep(), LOOK_EVERY_MS);
    timer.unref();
    return () => {
      this.#stopped = true;
      clearInterval(timer);
    };
  }

  /** @returns null when too many papers are waiting already. */
  ask(person: PersonId, asked: PaperAsked): MadePaper | null {
    const json = canonicalJson(asked);
    const own = papersOf(this.#store, person, asked.report);
    const same = own.find((one) => one.asked === json && one.state !== "failed");
    if (same !== undefined) return same;
    const making = this.#press.make(asked);
    if (making === null) return null;
    const at = this.#now();
    const until = new Date(Date.parse(at) + KEPT_DAYS * 86_400_000).toISOString() as Instant;
    const paper: MadePaper = {
      ...{ id: randomUUID(), person, report: asked.report, asked: json },
      ...{ state: "making", size: 0, at, until },
    };
    keepPaper(this.#store, paper);
    for (const old of own.slice(MOST - 1)) this.#remove(old.id);
    this.#follow(paper.id, making);
    return paper;
  }

  list(person: PersonId, report: ReportId): PaperInList[] {
    return papersOf(this.#store, person, report)
      .filter(({ until }) => until > this.#now())
      .map((paper) => ({ ...paper, progress: this.#underWay.get(paper.id)?.progress() ?? null }));
  }

  /** @returns where the bytes are; null when there is no such paper of this person, or it is not made. */
  file(person: PersonId, report: ReportId, id: string): { paper: MadePaper; file: string } | null {
    const paper = this.list(person, report).find((one) => one.id === id);
    return paper?.state === "made" ? { paper, file: this.#file(id) } : null;
  }

  /** Stops the making of it, or removes it. @returns false when there is no such paper of this person. */
  drop(person: PersonId, report: ReportId, id: string): boolean {
    if (!papersOf(this.#store, person, report).some((one) => one.id === id)) return false;
    this.#remove(id);
    return true;
  }

  /** Removes what is due, and files that belong to nothing. */
  sweep(): void {
    for (const { id } of papersDue(this.#store, this.#now())) this.#remove(id);
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const known = this.#store.sqlite.prepare("SELECT id FROM made_papers").pluck().all() as string[];
    const there = new Set(readdirSync(this.#folder));
    for (const name of there)
      if (!known.includes(name.replace(/\.unfinished$/, ""))) rmSync(path.join(this.#folder, name));
    // Of a restored store: the row is older than the folder.
    for (const id of known) if (!there.has(id) && !this.#isMaking(id)) dropPaper(this.#store, id);
  }

  #isMaking(id: string): boolean {
    return this.#underWay.has(id) || papersUnderWay(this.#store).some((one) => one.id === id);
  }

  #follow(id: string, making: Making): void {
    this.#underWay.set(id, making);
    making.bytes
      .then((bytes) => this.#write(id, bytes))
      .catch((error) => {
        // Given up by the person: the row is gone.
        if (this.#stopped || !this.#underWay.has(id)) return;
        this.#failed(error);
        paperIs(this.#store, id, { state: "failed", size: 0 });
      })
      .catch(this.#failed)
      .finally(() => this.#underWay.delete(id));
  }

  async #write(id: string, bytes: Uint8Array): Promise<void> {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const unfinished = `${this.#file(id)}.unfinished`;
    await writeFile(unfinished, bytes, { mode: 0o600, flush: true });
    await rename(unfinished, this.#file(id));
    if (!this.#underWay.has(id)) rmSync(this.#file(id), { force: true });
    else paperIs(this.#store, id, { state: "made", size: bytes.length });
  }

  #remove(id: string): void {
    const making = this.#underWay.get(id);
    this.#underWay.delete(id);
    dropPaper(this.#store, id);
    making?.giveUp();
    rmSync(this.#file(id), { force: true });
  }

  #file(id: string): string {
    return path.join(this.#folder, id);
  }
}
