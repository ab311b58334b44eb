/** The server without pages, as a process that a torture starts; `TWIN` names a mistake put into its ports. */
import pino from "pino";
import { type Store, writing } from "#db/open";
import type { Transact } from "#server/commit";
import type { Pages } from "#server/next";
import { serve } from "#server/serve";
import { readSettings } from "#server/settings";

const noPages: Pages = {
  handle: async (_, response) => void response.writeHead(404).end(),
  upgrade: (_, socket) => void socket.destroy(),
  close: async () => {},
};

/** The mistakes, by name. */
const TRANSACT: Record<string, (store: Store) => Transact> = {
  /** Says "kept" while the transaction is still open. */
  "acknowledge-before-commit":
    ({ sqlite }) =>
    (work) => {
      if (!sqlite.inTransaction) {
        sqlite.exec("BEGIN IMMEDIATE");
        setTimeout(() => sqlite.exec("COMMIT"), 200);
      }
      work();
    },
  /** Commits without waiting for the disk. */
  "not-synchronous":
    ({ sqlite }) =>
    (work) => {
      sqlite.pragma("synchronous = NORMAL");
      sqlite.transaction(work).immediate();
    },
  /** Takes the disk's refusal for done. */
  "acknowledge-failed-write": (store) => (work) => {
    try {
      writing(store, work);
    } catch {
      // Nobody is told.
    }
  },
  /** Forgets what the store said was wrong. */
  "fault-without-name": (store) => (work) => {
    try {
      writing(store, work);
    } catch {
      throw new Error("something failed");
    }
  },
  /** Takes nothing any more once something could not be kept. */
  "fault-for-good": (store) => {
    let fault: unknown = null;
    return (work) => {
      try {
        writing(store, () => {
          work();
          if (fault !== null) throw fault;
        });
      } catch (error) {
        fault = error;
        throw error;
      }
    };
  },
  /** No mistake: a disk that takes its time, so that what comes in meanwhile waits. */
  "slow-disk": (store) => (work) => {
    writing(store, work);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 12);
  },
  /** Knows seats, rights and sign-ins as they were when it started. */
  "rights-from-memory": (store) => {
    for (const table of ["seats", "rights", "sign_ins"])
      store.sqlite.exec(`CREATE TEMP TABLE ${table} AS SELECT * FROM main.${table}`);
    return (work) => writing(store, work);
  },
  /** Is not told that another process changed them. */
  "rights-unnoticed": (store) => {
    for (const trigger of ["seats_changed", "rights_changed", "sign_ins_changed", "contests_begun"])
      store.sqlite.exec(`DROP TRIGGER ${trigger}`);
    return (work) => writing(store, work);
  },
};

const settings = readSettings(process.env);
const transact = TRANSACT[process.env.TWIN ?? ""];
const running = await serve(
  settings,
  { demo: false, dev: false },
  {
    pages: async () => noPages,
    log: pino({ level: settings.LOG_LEVEL }),
    ...(transact === undefined ? {} : { transact }),
  },
);
process.stdout.write(`Serving at ${running.origin}\n`);
process.on("SIGTERM", () => running.stop().then(() => process.exit(0)));
