/**
 * Starts the server. `--demo` seats the demonstration, with `--full` that of a whole Assembly, with `--entries N` on a
 * record of that length; `--dev` reloads pages as they are edited.
 */
import { parseArgs } from "node:util";
import pino from "pino";
import { openPages } from "./next.ts";
import { type Start, serve } from "./serve.ts";
import { readSettings } from "./settings.ts";

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const { demo, dev, full, entries } = started();
  const { HOST: hostname, PORT: port, LOG_LEVEL: level } = settings;
  const pages = () => openPages({ dev, hostname, port });
  const running = await serve(settings, { demo, dev, full, entries }, { pages, log: pino({ level }) });
  process.stdout.write(`Continued Consideration at ${running.origin}\n${running.people}`);
  const stop = () => running.stop().then(() => process.exit(0));
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

function started(): Required<Start> {
  const { values } = parseArgs({
    options: {
      demo: { type: "boolean", default: false },
      dev: { type: "boolean", default: false },
      full: { type: "boolean", default: false },
      entries: { type: "string", default: "0" },
    },
  });
  if (!/^[0-9]{1,7}$/.test(values.entries)) throw new Error("--entries takes a number");
  return { ...values, entries: Number(values.entries) };
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
