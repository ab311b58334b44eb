/** The one process put together: store, keeper, HTTP API, live channel and pages on one port. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Logger } from "pino";
import { epochOf } from "#db/installation";
import { migrateStore } from "#db/migrate";
import { closeStore, inPlainWords, openStore, type Store, writing } from "#db/open";
import { dropUnfinishedOriginals } from "#db/originals";
import { seatOfSignIn } from "#db/sign-ins";
import { openApi } from "./api/app.ts";
import { BroughtReader } from "./brought-reader.ts";
import { checkBeforeServing } from "./check.ts";
import { Checkpoints } from "./checkpoints.ts";
import { startClock } from "./clock.ts";
import { GroupCommit, type Transact } from "./commit.ts";
import { startErasing } from "./erasing.ts";
import { followOtherWriters } from "./feed.ts";
import { firstPeople } from "./first-people.ts";
import { secure } from "./headers.ts";
import { seatOfRequest, standingOfRequest } from "./identity.ts";
import { RecordKeeper, serverTime } from "./keeper.ts";
import { openLive } from "./live/live.ts";
import { lockDataDir } from "./lock.ts";
import { MadePapers } from "./made-papers.ts";
import type { Pages } from "./next.ts";
import { startDigests } from "./notices/digests.ts";
import { openPost } from "./notices/post.ts";
import { PaperPress } from "./paper-press.ts";
import { cutWhenSlow, PATIENCE } from "./patience.ts";
import { sessionSecret } from "./secrets.ts";
import type { Settings } from "./settings.ts";
import { StoreThread } from "./store-thread.ts";

const STOP_WITHIN_MS = 10_000;
/** What the process is put together with. */
export interface Ports {
  /** Opened once the environment says where the store and the secrets are. */
  pages(): Promise<Pages>;
  log: Logger;
  /** Keeps a batch of submissions and drafts; one durable transaction of the store by default. */
  transact?: (store: Store) => Transact;
}

export interface Start {
  /** Seats the demonstration on an empty store. */
  demo: boolean;
  dev: boolean;
  /** The demonstration is the full one: 193 invented members, three rounds. */
  full?: boolean;
  /** How many entries the demonstration's record is to hold at least. */
  entries?: number;
}

export interface Running {
  origin: string;
  /** For the person who started it: sign-ins made at this start. */
  people: string;
  stop(): Promise<void>;
}

/** @throws Error in plain words when the folder is another server's, or a record or text does not hold. */
export async function serve(
  settings: Settings,
  { demo, dev, full = false, entries = 0 }: Start,
  ports: Ports,
): Promise<Running> {
  const { log } = ports;
  const unlock = lockDataDir(settings.DATA_DIR);
  const store = openStore(settings.DATA_DIR);
  inPlainWords(settings.DATA_DIR, () => migrateStore(store));
  const commit = new GroupCommit(ports.transact?.(store) ?? ((work) => writing(store, work)), (error) =>
    log.error({ err: error }, "a batch could not be kept"),
  );
  const checkpoints = new Checkpoints(store);
  const press = new PaperPress(settings.DATA_DIR);
  const made = new MadePapers(store, press, {
    failed: (error) => log.error({ err: error }, "a paper could not be made"),
  });
  const keeper = new RecordKeeper(store, { commit, checkpoints });
  const people = await firstPeople(store, keeper, {
    ...{ demo, full, entries },
    password: settings.DEMO_PASSWORD,
  });
  checkBeforeServing(store);
  dropUnfinishedOriginals(store);

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

  const pages = await ports.pages();
  const seatOf = (request: IncomingMessage) => seatOfRequest(store, secret, request);
  const shared = { store, epoch: epochOf(store), origin, volumeSize: settings.VOLUME_SIZE, log };
  const live = openLive({
    ...shared,
    commit,
    seatOfRequest: seatOf,
    seatStillHeld: (seated) => seatOfSignIn(store, seated.signIn, serverTime()),
    onGrown: (listener) => keeper.onGrown(listener),
  });
  const post = openPost(settings, origin);
  const api = openApi({
    ...shared,
    post,
    keeper,
    checkpoints,
    press,
    made,
    brought: new BroughtReader(),
    packs: new StoreThread(settings.DATA_DIR, "./pack-worker.ts"),
    filledTables: new StoreThread(settings.DATA_DIR, "./filled-table-worker.ts"),
    seatOf,
    standingOf: (request) => standingOfRequest(store, secret, request),
    markSubmitted: live.markSubmitted,
    eraseDrafts: live.eraseDrafts,
    signInEnded: live.signInEnded,
    invite: live.invite,
  });
  const apiListener = getRequestListener(api.fetch);

  let ready = true;
  function answer(request: IncomingMessage, response: ServerResponse): void {
    secure(request, response, { dev, tls: origin.startsWith("https:") });
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    cutWhenSlow(request, path);
    if (path === "/healthz") return void response.end("ok");
    if (path === "/readyz")
      return void response.writeHead(ready ? 200 : 503).end(ready ? "ready" : "stopping");
    if (path.startsWith("/api/v1/")) return void apiListener(request, response);
    // next-auth has its own token; the Origin check stands before it as before every write.
    if (request.method === "POST" && request.headers.origin !== origin)
      return void response.writeHead(403).end();
    // Where a sign-in comes from is for this process to say: a header a client sent is no witness.
    request.headers["x-forwarded-for"] = request.socket.remoteAddress ?? "";
    // `?lang=` asks for a language once; a header of this name that a client sent is not it.
    request.headers["x-asked-language"] =
      new URLSearchParams((request.url ?? "").split("?", 2)[1]).get("lang") ?? "";
    pages.handle(request, response).catch((error) => {
      log.error({ err: error }, "a page failed");
      response.writeHead(500).end();
    });
  }
  const server = createServer(PATIENCE, answer);
  server.on("upgrade", (request, socket, head) => {
    if ((request.url ?? "").startsWith("/live/")) live.upgrade(request, socket, head);
    else pages.upgrade(request, socket, head);
  });
  const stopClock = startClock(
    store,
    keeper,
    (error) => log.error({ err: error }, "the clock failed"),
    settings.DOWN_AFTER_SECONDS * 1_000,
  );
  const stopFeed = followOtherWriters(store, keeper, live.rightsChanged);
  const stopErasing = startErasing(store, live.eraseDrafts, (error) =>
    log.error({ err: error }, "drafts could not be erased"),
  );
  const stopDigests = startDigests({ store, post, origin }, (error) =>
    log.error({ err: error }, "digests could not be sent"),
  );
  const stopMade = made.start();
  await new Promise<void>((done, fail) => {
    server.once("error", fail);
    server.listen({ port: settings.PORT, host: settings.HOST, backlog: 4096 }, done);
  });

  async function stop(): Promise<void> {
    if (!ready) return;
    ready = false;
    stopClock();
    stopFeed();
    stopErasing();
    stopDigests();
    stopMade();
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    await live.close();
    await press.close();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    await pages.close();
    commit.flush();
    closeStore(store);
    unlock();
  }
  return { origin, people, stop };
}
