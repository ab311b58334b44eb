/** Starts the server. `--demo` seats the demonstration, `--dev` reloads pages as they are edited. */
import pino from "pino";
import { openPages } from "./next.ts";
import { serve } from "./serve.ts";
import { readSettings } from "./settings.ts";

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const [demo, dev] = ["--demo", "--dev"].map((flag) => process.argv.includes(flag)) as [boolean, boolean];
  const { HOST: hostname, PORT: port, LOG_LEVEL: level } = settings;
  const pages = () => openPages({ dev, hostname, port });
  const running = await serve(settings, { demo, dev }, { pages, log: pino({ level }) });
  process.stdout.write(`Continued Consideration at ${running.origin}\n${running.people}`);
  const stop = () => running.stop().then(() => process.exit(0));
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
