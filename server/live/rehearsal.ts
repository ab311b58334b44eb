/** For tests: a real server on a free port with a store of its own, a record to read and persons to come in. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { epochOf } from "#db/installation";
import { migrateStore } from "#db/migrate";
import { closeStore, openStore, type Store, writing } from "#db/open";
import { persons, seats, signIns } from "#db/schema";
import { revokeSignIn, type Seated, seatOfSignIn } from "#db/sign-ins";
import { MESSAGE } from "#deliberation/close-codes";
import { DelegationKey, PersonId, ReportId } from "#deliberation/ids";
import { Seat, type SeatFunction } from "#deliberation/seat";
import { GroupCommit, type Transact } from "../commit.ts";
import { RecordKeeper, serverTime } from "../keeper.ts";
import { enter } from "../publish.ts";
import { openLive } from "./live.ts";

export const REPORT = ReportId.parse("A-63-677");
const FAR = "2999-01-01T00:00:00.000Z";

export interface Person {
  signIn: string;
  person: PersonId;
  name: string;
}

export type Rehearsal = Awaited<ReturnType<typeof rehearse>>;

export async function rehearse({
  volumeSize = 4096,
  transact,
}: {
  volumeSize?: number;
  transact?: (store: Store) => Transact;
} = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "live-"));
  const said: unknown[] = [];
  const store = openStore(folder);
  migrateStore(store);
  const commit = new GroupCommit(transact?.(store) ?? ((work) => writing(store, work)), (error) =>
    said.push(error),
  );
  const keeper = new RecordKeeper(store, { commit });
  const secretariat = Seat.parse({ as: "administrator", person: randomUUID() });
  await enter(keeper, REPORT, secretariat, {
    kind: "item.opened",
    session: 63,
    agendaItem: 107,
    title: { en: "Trees" },
    demonstration: true,
  });

  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const epoch = epochOf(store);
  const live = openLive({
    store,
    epoch,
    origin,
    volumeSize,
    commit,
    seatOfRequest: async (request) => {
      const [, id] = /signIn=([0-9a-f-]+)/.exec(request.headers.cookie ?? "") ?? [];
      return id === undefined ? null : seatOfSignIn(store, id, serverTime());
    },
    seatStillHeld: (seated: Seated) => seatOfSignIn(store, seated.signIn, serverTime()),
    onGrown: (listener) => keeper.onGrown(listener),
    log: { error: (...all: unknown[]) => said.push(all), warn: (...all: unknown[]) => said.push(all) },
  });
  server.on("upgrade", (request, socket, head) => live.upgrade(request, socket, head));
  const providers: WebsocketProvider[] = [];
  let admitted = 0;

  return {
    ...{ folder, store, keeper, live, origin, epoch, said },
    wsOrigin: origin.replace("http", "ws"),

    /** One more entry on the record. */
    grow(): Promise<void> {
      admitted += 1;
      return enter(keeper, REPORT, secretariat, {
        kind: "delegation.admitted",
        delegation: DelegationKey.parse(`tree-${admitted}`),
        delegationKind: "member",
        names: { en: `Tree ${admitted}` },
      });
    },

    seat(name: string, delegation: string, inDelegation: SeatFunction): Person {
      const [person, seat, signIn] = [PersonId.parse(randomUUID()), randomUUID(), randomUUID()];
      const from = "2020-01-01T00:00:00.000Z";
      const password = "none";
      store.db
        .insert(persons)
        .values({ id: person, email: `${person}@demo.test`, name, password })
        .run();
      store.db
        .insert(seats)
        .values({ id: seat, person, as: "delegation", delegation, function: inDelegation, from })
        .run();
      store.db.insert(signIns).values({ id: signIn, person, seat, createdAt: from, expiresAt: FAR }).run();
      return { signIn, person, name };
    },

    /** A person who sits in no delegation. */
    official(name: string, as: "facilitator" | "administrator" | "reviewer"): Person {
      const [person, seat, signIn] = [PersonId.parse(randomUUID()), randomUUID(), randomUUID()];
      const from = "2020-01-01T00:00:00.000Z";
      const email = `${person}@demo.test`;
      store.db.insert(persons).values({ id: person, email, name, password: "none" }).run();
      store.db.insert(seats).values({ id: seat, person, as, from }).run();
      store.db.insert(signIns).values({ id: signIn, person, seat, createdAt: from, expiresAt: FAR }).run();
      return { signIn, person, name };
    },

    revoke(person: Person): void {
      revokeSignIn(store, person.signIn, serverTime());
    },

    /** A bare socket; `who` null comes without a cookie, `from` null without an Origin. */
    socket(
      who: Person | null,
      room: string,
      params: Record<string, string> = {},
      from: string | null = origin,
    ) {
      const query = new URLSearchParams({ epoch, ...params });
      const cookie = who === null ? {} : { cookie: `signIn=${who.signIn}` };
      const headers = from === null ? cookie : { ...cookie, origin: from };
      return new WebSocket(`${origin.replace("http", "ws")}/live/${room}?${query}`, { headers });
    },

    /** The stock client. */
    provider(who: Person, room: string, doc = new Y.Doc(), params: Record<string, string> = {}) {
      const headers = { cookie: `signIn=${who.signIn}`, origin };
      class Dressed extends WebSocket {
        constructor(url: string) {
          super(url, { headers });
        }
      }
      const provider = new WebsocketProvider(`${origin.replace("http", "ws")}/live`, room, doc, {
        params: { epoch, ...params },
        WebSocketPolyfill: Dressed as unknown as typeof globalThis.WebSocket,
        disableBc: true,
        maxBackoffTime: 200,
      });
      for (const message of [MESSAGE.durable, MESSAGE.present, MESSAGE.ownPresence])
        provider.messageHandlers[message] = () => {};
      providers.push(provider);
      return provider;
    },

    async end(): Promise<void> {
      for (const provider of providers) provider.destroy();
      await live.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      closeStore(store);
      rmSync(folder, { recursive: true });
    },
  };
}

/** The code a socket is closed with, or the HTTP status it was turned away with. */
export function closed(socket: WebSocket): Promise<number> {
  return new Promise((resolve) => {
    socket.on("unexpected-response", (_, response) => resolve(response.statusCode ?? 0));
    socket.on("close", (code) => resolve(code));
    socket.on("error", () => undefined);
  });
}

export async function until(holds: () => boolean, withinMs = 5_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!holds()) {
    if (performance.now() > end) throw new Error("It did not come about in time.");
    await new Promise((done) => setTimeout(done, 5));
  }
}
