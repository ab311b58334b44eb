/**
 * What a traced process did to its data folder, and what it sent on its sockets, in one order. Calls on the
 * folder that are not known here are refused: a replay that leaves something out proves nothing.
 */
import path from "node:path";
import type { Happening } from "./happening.ts";
import { type Call, callsOf, numbersOf, stringsOf } from "./strace-log.ts";

/** Calls that the replay follows. */
const FOLLOWED =
  "openat,accept4,close,pwrite64,write,writev,ftruncate,fsync,fdatasync,unlink,unlinkat,rename,renameat,renameat2,link,linkat";
/** Calls that would change the folder or reach a client in ways it does not know. */
const NOT_FOLLOWED =
  "open,creat,pwritev,pwritev2,fallocate,copy_file_range,sendfile,splice,truncate,symlink,symlinkat,dup,dup2,dup3,sendto,sendmsg";
export const TRACED = `${FOLLOWED},${NOT_FOLLOWED}`;

/** The shared memory beside the write-ahead log is rebuilt from it and is no part of a disk's image. */
const isVolatile = (name: string) => name.endsWith("-shm");

type Opened =
  | { as: "file"; file: number; name: string; at: number }
  | { as: "folder" }
  | { as: "socket"; connection: number };

export class Trace {
  readonly happenings: Happening[] = [];
  readonly #folder: string;
  readonly #opened = new Map<number, Opened>();
  readonly #files: Map<string, number>;
  readonly #known: Readonly<Record<string, (words: string, result: number) => void>> = {
    openat: (words, descriptor) => this.#open(words, descriptor),
    accept4: (_, descriptor) => this.#accept(descriptor),
    close: (words) => this.#opened.delete(Number(words)),
    pwrite64: (words, written) => this.#write(words, written, true),
    write: (words, written) => this.#write(words, written, false),
    writev: (words, written) => this.#write(words, written, false),
    ftruncate: (words) => this.#cut(words),
    fsync: (words) => this.#sync(Number(words)),
    fdatasync: (words) => this.#sync(Number(words)),
    unlink: (words) => this.#unlink(words),
    unlinkat: (words) => this.#unlink(words),
    rename: (words) => this.#rename(words),
    renameat: (words) => this.#rename(words),
    renameat2: (words) => this.#rename(words),
    link: (words) => this.#link(words),
    linkat: (words) => this.#link(words),
  };
  #given: number;
  #connections = 0;

  /** @param names what stood in the folder before: file 0 and on, in this order. */
  constructor(folder: string, names: readonly string[]) {
    this.#folder = folder;
    this.#files = new Map(names.map((name, file) => [name, file]));
    this.#given = names.length;
  }

  read(log: string): Happening[] {
    for (const call of callsOf(log)) if (call.result >= 0) this.#take(call);
    return this.happenings;
  }

  #take({ name, words, result }: Call): void {
    const taking = this.#known[name];
    if (taking !== undefined) taking(words, result);
    else if (this.#touches(words))
      throw new Error(`${name}(${words.slice(0, 80)}) is not known to the replay`);
  }

  #accept(descriptor: number): void {
    this.#connections += 1;
    this.#opened.set(descriptor, { as: "socket", connection: this.#connections });
  }

  #touches(words: string): boolean {
    if (stringsOf(words).some((text) => text.toString().startsWith(`${this.#folder}/`))) return true;
    const opened = this.#opened.get(Number.parseInt(words, 10));
    return opened !== undefined && !(opened.as === "file" && isVolatile(opened.name));
  }

  /** @returns null outside of the folder; the empty name for the folder itself. */
  #nameOf(text: Buffer | undefined): string | null {
    const full = path.resolve(text?.toString() ?? "/");
    if (full === this.#folder) return "";
    if (!full.startsWith(`${this.#folder}/`)) return null;
    if (path.dirname(full) !== this.#folder) throw new Error(`${full} lies deeper than the replay looks`);
    return path.basename(full);
  }

  #open(words: string, descriptor: number): void {
    const name = this.#nameOf(stringsOf(words)[0]);
    if (name === null) return;
    if (name === "") {
      this.#opened.set(descriptor, { as: "folder" });
      return;
    }
    const known = this.#files.get(name);
    const file = known ?? this.#given++;
    if (known === undefined) {
      this.#files.set(name, file);
      if (!isVolatile(name)) this.happenings.push({ kind: "create", file, name });
    }
    if (words.includes("O_APPEND")) throw new Error(`${name} is appended to: not known to the replay`);
    this.#opened.set(descriptor, { as: "file", file, name, at: 0 });
    if (known !== undefined && words.includes("O_TRUNC")) this.#cut(`${descriptor}, 0`);
  }

  #write(words: string, written: number, positioned: boolean): void {
    const numbers = numbersOf(words);
    const opened = this.#opened.get(Number.parseInt(words, 10));
    if (opened === undefined || opened.as === "folder") return;
    const bytes = Buffer.concat(stringsOf(words)).subarray(0, written);
    if (opened.as === "socket") {
      this.happenings.push({ kind: "sent", connection: opened.connection, bytes });
      return;
    }
    if (isVolatile(opened.name)) return;
    const at = positioned ? (numbers.at(-1) ?? 0) : opened.at;
    if (!positioned) opened.at += written;
    this.happenings.push({ kind: "write", file: opened.file, at, bytes });
  }

  #cut(words: string): void {
    const [descriptor = -1, size = 0] = numbersOf(words);
    const opened = this.#opened.get(descriptor);
    if (opened?.as !== "file" || isVolatile(opened.name)) return;
    this.happenings.push({ kind: "cut", file: opened.file, size });
  }

  #sync(descriptor: number): void {
    const opened = this.#opened.get(descriptor);
    if (opened?.as === "folder") this.happenings.push({ kind: "sync-folder" });
    if (opened?.as === "file" && !isVolatile(opened.name))
      this.happenings.push({ kind: "sync", file: opened.file });
  }

  #unlink(words: string): void {
    const name = this.#nameOf(stringsOf(words)[0]);
    if (name === null) return;
    this.#files.delete(name);
    if (!isVolatile(name)) this.happenings.push({ kind: "unlink", name });
  }

  #rename(words: string): void {
    const [from, to] = stringsOf(words).map((text) => this.#nameOf(text));
    if (from == null && to == null) return;
    const file = from == null ? undefined : this.#files.get(from);
    if (from == null || to == null || file === undefined) throw new Error("renamed across folders");
    this.#files.delete(from);
    this.#files.set(to, file);
    this.happenings.push({ kind: "rename", from, to });
  }

  #link(words: string): void {
    const [from, to] = stringsOf(words).map((text) => this.#nameOf(text));
    if (from == null && to == null) return;
    const file = from == null ? undefined : this.#files.get(from);
    if (to == null || file === undefined) throw new Error("linked across folders");
    this.#files.set(to, file);
    this.happenings.push({ kind: "create", file, name: to });
  }
}
