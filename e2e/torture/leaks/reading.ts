/** Steps that read everything a person may read, and try what it may not. */
import { randomUUID } from "node:crypto";
import { API } from "../desk.ts";
import { REPORT, type Seated } from "../stage.ts";
import { nameOf } from "./canaries.ts";
import { signInAgain } from "./cast.ts";
import { everything, presence } from "./frames.ts";
import { GROUP } from "./together.ts";
import { delegationOf, type Step, type World, within } from "./world.ts";

const MOST_LISTENING = 40;
const CLOSED_WITHIN_MS = 2_000;
/** A door that stays shut says so; how soon is no matter of what leaks. */
const ANSWERED_WITHIN_MS = 15_000;

export const reads: Step = (world) => {
  const { random, cast } = world;
  const one = random.of(cast.all);
  const newest = world.said.at(-1)?.seq ?? 1;
  const at = random.between(1, newest + 2);
  const drafted = world.drafts.get(random.of(cast.heads).delegation ?? "") ?? [];
  const draft = drafted.at(-1) ?? "position.17-1";
  const lang = random.of(["ar", "zh", "en", "fr", "ru", "es"]);
  const where = random.of([
    `${API}/record?after=${at}&limit=${random.between(1, 200)}`,
    `${API}/record?after=${Math.max(0, newest - 100)}&limit=1000`,
    `${API}/state`,
    `${API}/state?at=${at}`,
    `${API}/compilation.csv?lang=${lang}`,
    `${API}/compilation.json?lang=${lang}&at=${at}`,
    "/api/v1/openapi.json",
    `${API}/record?after=-1`,
    `/api/v1/reports/A-1/state`,
    `${API}/drafts`,
    `${API}/drafts/${draft}/versions`,
    `${API}/places/${random.of([...world.stage.ideas, "17", "report"])}`,
    `${API}/text`,
    `${API}/pack?lang=${lang}`,
    `${API}/views`,
    `${API}/read-marks`,
    `${API}/deadlines.ics`,
    "/api/v1/notices",
    "/api/v1/people/audit.csv",
    `${API}/clearances`,
    `${API}/checkpoints`,
    `${API}/checkpoints?after=${at}`,
    "/api/v1/installation",
    "/healthz",
    "/readyz",
    `/${random.of(["", "live", "live/record", "metrics"])}`,
  ]);
  const method = random.chance(0.05) ? random.of(["HEAD", "OPTIONS", "PUT"]) : "GET";
  return async () => {
    world.counted("read");
    await world.desk(one).ask(method, where);
  };
};

/** A socket that stays and hears what is said from now on. */
export const listens: Step = (world) => {
  const one = world.random.of(world.cast.all);
  const leaving = world.listening.length >= MOST_LISTENING ? world.listening.shift() : undefined;
  return async () => {
    leaving?.socket.close();
    const socket = world.desk(one).socket(`record/${REPORT}/1`, { epoch: world.epoch });
    world.listening.push({ seated: one, socket });
    await within(CLOSED_WITHIN_MS, new Promise((done) => socket.once("open", done)));
    if (socket.readyState === socket.OPEN) socket.send(everything());
    world.counted("listening");
  };
};

/** At the door of a room that is another's: nothing but the same closing may come. */
export const knocks: Step = (world) => {
  const { random, cast } = world;
  const reader = random.of(cast.readers);
  const isReader = random.chance(0.25);
  const room = isReader
    ? reader.delegation
    : random.chance(0.2)
      ? GROUP
      : random.of([...cast.heads, { delegation: "no-tree" }]).delegation;
  const members: readonly (string | null)[] = room === GROUP ? world.members : [room];
  const others = cast.all.filter(({ delegation }) => !members.includes(delegation));
  const one = isReader ? reader : random.chance(0.1) ? nobody() : random.of(others);
  const podium = one.as === "facilitator" ? [] : [`podium/${REPORT}`];
  const address = random.of([`drafts/${REPORT}/${room}`, ...podium, `record/${REPORT}/9`]);
  const epoch = random.chance(0.9) ? world.epoch : randomUUID();
  const { cookie } = one;
  const expected = cookie === "" ? 4401 : 4403;
  return async () => {
    const socket = world.deskOf(one).socket(address, { epoch });
    let frames = 0;
    socket.on("message", () => {
      frames += 1;
    });
    socket.on("open", () => socket.send(everything()));
    const code = await within(ANSWERED_WITHIN_MS, new Promise((done) => socket.once("close", done)));
    socket.terminate();
    world.counted("knocked");
    const early = address.startsWith("record") && code === 4409;
    const gone = code === 4401 && !world.stayed(one, cookie);
    if ((code !== expected && !early && !gone) || frames > 0)
      world.canaries.violations.push(
        `${nameOf(one)} got ${frames} frames and ${code} from ${address} instead of ${expected}`,
      );
  };
};

/** Its rooms close, its cookie opens nothing; later the same person comes back with a new sign-in. */
export const signsOut: Step = (world) => {
  const all = [...world.cast.capitals, ...world.cast.readers, world.cast.reviewer];
  // Several steps are under way at once: nobody leaves twice.
  const one = world.random.of(all.filter((each) => !world.leaving.has(each)));
  world.leaving.add(one);
  const open = world.listening.filter(({ seated }) => seated === one);
  world.listening = world.listening.filter(({ seated }) => seated !== one);
  return async () => {
    const closed = Promise.all(
      open.map(({ socket }) =>
        socket.readyState === socket.CLOSED ? null : new Promise((done) => socket.once("close", done)),
      ),
    );
    const old = { ...one };
    const { status } = await world.desk(one).ask("DELETE", "/api/v1/sign-in");
    const over = await within(
      CLOSED_WITHIN_MS,
      closed.then(() => "closed"),
    );
    const after = await world.deskOf(old).ask("GET", `${API}/record`);
    if (status !== 204 || over !== "closed" || after.status !== 401)
      world.canaries.violations.push(`${nameOf(one)} signed out (${status}) and still read: ${after.status}`);
    for (const { socket } of open) socket.terminate();
    await signInAgain(world.store, world.stage.dataDir, one, world.canaries);
    world.leaving.delete(one);
    world.counted("signed out");
  };
};

/** Of one's own room: a colleague in the capital reads along, and presence is shown. */
export const looksOn: Step = (world) => {
  const { random, cast, canaries } = world;
  const one = random.of([...cast.capitals, ...cast.heads]);
  const cursor = canaries.fresh(delegationOf(one));
  canaries.add(cursor, { in: "drafts", of: delegationOf(one) });
  const draft = `position.${random.of(world.stage.ideas)}`;
  return async () => {
    const room = `drafts/${REPORT}/${one.delegation}`;
    const socket = world.desk(one).socket(room, { epoch: world.epoch });
    await within(CLOSED_WITHIN_MS, new Promise((done) => socket.once("open", done)));
    if (socket.readyState === socket.OPEN) {
      socket.send(everything());
      socket.send(presence({ draft, cursor: { words: cursor }, name: cursor }));
    }
    await new Promise((done) => setTimeout(done, 30));
    socket.close();
    world.counted("looked on");
  };
};

/** Somebody without a cookie. */
export function nobody(): Seated {
  return { person: "", signIn: "", as: "reviewer", delegation: null, function: null, cookie: "" };
}

/** Everything there is to read, by one person. */
export async function readsAll(world: World, one: Seated): Promise<void> {
  const desk = world.deskOf(one);
  await desk.record();
  for (const where of ["state", "compilation.csv", "compilation.json", "compilation.json?lang=zh"])
    await desk.ask("GET", `${API}/${where}`);
  const socket = desk.socket(`record/${REPORT}/1`, { epoch: world.epoch });
  socket.on("open", () => socket.send(everything()));
  await within(
    5_000,
    new Promise<void>((done) => socket.on("message", (data: Buffer) => data[0] === 0 && done())),
  );
  socket.close();
}
