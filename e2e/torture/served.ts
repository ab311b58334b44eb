/** The server without pages, as a process that a torture starts; `TWIN` names a mistake put into its ports. */
import pino from "pino";
import type { Store } from "#db/open";
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
