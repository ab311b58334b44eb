/** The one process: HTTP API, live channel and pages on one port. `--demo` seats the demonstration, `--dev` reloads. */
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import pino from "pino";
import { epochOf } from "#db/installation";
import { migrateStore } from "#db/migrate";
import { closeStore, openStore } from "#db/open";
import { seatOfSignIn } from "#db/sign-ins";
import { openApi } from "./api/app.ts";
import { checkBeforeServing } from "./check.ts";
import { startClock } from "./clock.ts";
import { followOtherWriters } from "./feed.ts";
import { firstPeople } from "./first-people.ts";
import { secure } from "./headers.ts";
import { seatOfRequest } from "./identity.ts";
import { RecordKeeper, serverTime } from "./keeper.ts";
import { openLive } from "./live/live.ts";
import { lockDataDir } from "./lock.ts";
import { openPages } from "./next.ts";
import { sessionSecret } from "./secrets.ts";
import { readSettings } from "./settings.ts";

const STOP_WITHIN_MS = 10_000;

async function serve(): Promise<void> {
  const settings = readSettings(process.env);
  const [demo, dev] = ["--demo", "--dev"].map((flag) => process.argv.includes(flag)) as [boolean, boolean];
  const log = pino({ level: settings.LOG_LEVEL });
  const store = openStore(settings.DATA_DIR);
  const unlock = lockDataDir(settings.DATA_DIR);
  process.on("exit", unlock);
  migrateStore(store);
  const keeper = new RecordKeeper(store);
  const people = await firstPeople(store, keeper, { demo, password: settings.DEMO_PASSWORD });
  checkBeforeServing(store);

  const origin = settings.PUBLIC_ORIGIN ?? `http://localhost:${settings.PORT}`;
  const secret = sessionSecret(settings.DATA_DIR);
  // The pages run in this process and read the same settings; sign-in wants them under these names.
  Object.assign(process.env, {
    DATA_DIR: settings.DATA_DIR,
    NEXTAUTH_URL: origin,
    NEXTAUTH_SECRET: secret,
    VOLUME_SIZE: String(settings.VOLUME_SIZE),
    NEXT_TELEMETRY_DISABLED: "1",
    NODE_ENV: dev ? "development" : "production",
  });

  const pages = await openPages({ dev, hostname: settings.HOST, port: settings.PORT });
  const seatOf = (request: Parameters<typeof seatOfRequest>[2]) => seatOfRequest(store, secret, request);
  const shared = { store, epoch: epochOf(store), origin, volumeSize: settings.VOLUME_SIZE, log };
  const live = openLive({
    ...shared,
    seatOfRequest: seatOf,
    seatStillHeld: (seated) => seatOfSignIn(store, seated.signIn, serverTime()),
    onGrown: (listener) => keeper.onGrown(listener),
  });
  const api = openApi({
    ...shared,
    keeper,
    seatOf,
    markSubmitted: live.markSubmitted,
    signInEnded: live.signInEnded,
  });
  const apiListener = getRequestListener(api.fetch);

  let ready = true;
  const server = createServer((request, response) => {
    secure(request, response, { dev, tls: origin.startsWith("https:") });
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    if (path === "/healthz") return void response.end("ok");
    if (path === "/readyz")
      return void response.writeHead(ready ? 200 : 503).end(ready ? "ready" : "stopping");
    if (path.startsWith("/api/v1/")) return void apiListener(request, response);
    // next-auth has its own token; the Origin check stands before it as before every write.
    if (request.method === "POST" && request.headers.origin !== origin)
      return void response.writeHead(403).end();
    // Where a sign-in comes from is for this process to say: a header a client sent is no witness.
    request.headers["x-forwarded-for"] = request.socket.remoteAddress ?? "";
    pages.handle(request, response).catch((error) => {
      log.error({ err: error }, "a page failed");
      response.writeHead(500).end();
    });
  });
  server.on("upgrade", (request, socket, head) => {
    if ((request.url ?? "").startsWith("/live/")) live.upgrade(request, socket, head);
    else pages.upgrade(request, socket, head);
  });
  const stopClock = startClock(store, keeper);
  const stopFeed = followOtherWriters(store, keeper);

  server.listen({ port: settings.PORT, host: settings.HOST, backlog: 4096 }, () => {
    process.stdout.write(`Continued Consideration at ${origin}\n${people}`);
  });

  const stop = async () => {
    if (!ready) return;
    ready = false;
    stopClock();
    stopFeed();
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    await live.close();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    await pages.close();
    closeStore(store);
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

serve().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
