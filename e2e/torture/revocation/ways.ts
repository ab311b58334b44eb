/** Ways in which a person's rights end, each done by another process than the server's, and what has to follow. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { contestCredentials } from "#db/credentials";
import type { Store } from "#db/open";
import { CLOSE, type CloseCode } from "#deliberation/close-codes";
import type { Instant, PersonId } from "#deliberation/ids";
import type { Desk } from "../desk.ts";

const ROOT = path.join(import.meta.dirname, "../../..");

export interface Ending {
  name: string;
  /** What the open sockets of each kind of room are closed with; null when they stay. */
  record: CloseCode | null;
  drafts: CloseCode | null;
  /** What the next request to read the record is answered, and the next clearance. */
  read: number;
  /** Rights given by name outlast a change of function. */
  clearance: { head: number; named: number };
  /** @returns once it is committed. @param store opened beside the server. */
  end(desk: Desk, store: Store): Promise<void>;
}

const gone = {
  record: CLOSE.notSignedIn,
  drafts: CLOSE.notSignedIn,
  read: 401,
  clearance: { head: 401, named: 401 },
};
const stays = { record: null, read: 200, clearance: { head: 403, named: 201 } };
const none = { head: 403, named: 403 };

export const ENDINGS: readonly Ending[] = [
  {
    name: "sign-in revoked",
    ...gone,
    end: async ({ seated }, store) => {
      store.sqlite.prepare("UPDATE sign_ins SET revoked_at = ? WHERE id = ?").run(now(), seated.signIn);
    },
  },
  {
    name: "seat ended",
    ...gone,
    end: async ({ seated }, store) => {
      store.sqlite.prepare("UPDATE seats SET until = ? WHERE person = ?").run(now(), seated.person);
    },
  },
  {
    name: "ended by the command line",
    ...gone,
    end: async ({ seated }, store) => {
      const words = ["server/cli.ts", "person", "end", "--email", `${seated.person}@demo.test`];
      const env = { ...process.env, DATA_DIR: store.dataDir };
      const child = spawn(process.execPath, words, { cwd: ROOT, env, stdio: "ignore" });
      const [code] = await once(child, "exit");
      if (code !== 0) throw new Error(`person end ended with ${code}`);
    },
  },
  {
    name: "signed out",
    ...gone,
    end: async (desk) => {
      const { status } = await desk.ask("DELETE", "/api/v1/sign-in");
      if (status !== 204) throw new Error(`signing out was answered ${status}`);
    },
  },
  { name: "made capital", ...stays, drafts: CLOSE.rightsChanged, end: changes("function = 'capital'") },
  { name: "made reader", ...stays, drafts: CLOSE.notYours, end: changes("function = 'reader'") },
  {
    name: "made reviewer",
    ...stays,
    clearance: none,
    drafts: CLOSE.notYours,
    end: changes(`"as" = 'reviewer', delegation = NULL, function = NULL`),
  },
  {
    name: "credentials contested",
    ...{ record: CLOSE.suspended, drafts: CLOSE.suspended, read: 200, clearance: none },
    end: async ({ seated }, store) => {
      const cites = { document: "A/C.1/1", documentOn: "2026-11-20" };
      const of = { person: seated.person as PersonId };
      contestCredentials(store, { of, cites, by: null }, now() as Instant);
    },
  },
  {
    name: "right ended",
    ...stays,
    clearance: none,
    drafts: null,
    end: async ({ seated }, store) => {
      store.sqlite
        .prepare("UPDATE rights SET until = ? WHERE seat = (SELECT id FROM seats WHERE person = ?)")
        .run(now(), seated.person);
    },
  },
];

/** A head's rights come with the function; only a right given by name can end alone. */
export function concerns(ending: Ending, { seated }: Desk): boolean {
  return ending.name !== "right ended" || seated.function === "drafter";
}

function changes(set: string): Ending["end"] {
  return async ({ seated }, store) => {
    store.sqlite.prepare(`UPDATE seats SET ${set} WHERE person = ?`).run(seated.person);
  };
}

function now(): string {
  return new Date().toISOString();
}
