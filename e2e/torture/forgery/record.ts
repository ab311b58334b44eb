/** The record's beginning and end: a round that a facilitator opens, and the record room, which must say the same. */
import * as decoding from "lib0/decoding";
import { v7 } from "uuid";
import * as Y from "yjs";
import { API } from "../desk.ts";
import { everything } from "../leaks/frames.ts";
import { REPORT } from "../stage.ts";
import type { Recorded } from "./ledger.ts";
import type { ForgeWorld } from "./world.ts";

const FAR = "2999-01-01T00:00:00.000Z";

/** The first rightful entries are a facilitator's: one round closed, and that of the trials opened. */
export async function roundBegins(world: ForgeWorld): Promise<void> {
  const { facilitator } = world.cast;
  const languages = ["ar", "zh", "en", "fr", "ru", "es"];
  const modalities = { attribution: "attributed", audience: "everyone", totals: true, languages };
  const both = [
    { id: v7(), kind: "round.closed", round: "1" },
    { id: v7(), kind: "round.opened", round: "2", session: 81, closesAt: FAR, modalities },
  ];
  for (const submission of both) {
    const { status, body } = await world.ask(world.request(facilitator, `${API}/submissions`, submission));
    if (status !== 201) throw new Error(`the round could not begin: ${JSON.stringify(body)}`);
    const { seq } = (body as { entry: { header: { seq: number } } }).entry.header;
    const author = { delegation: null, capacity: "facilitator" };
    world.ledger.entries.set(submission.id, {
      ...{ ...author, seq, submission, submitted: facilitator, cleared: null, drafted: [] },
    });
  }
}

/** @param entries the record as it was read over HTTP. */
export async function recordRoomHolds(
  world: ForgeWorld,
  entries: Recorded[],
  violations: string[],
): Promise<void> {
  const doc = new Y.Doc();
  const socket = world.desk(world.cast.reviewer).socket(`record/${REPORT}/1`, { epoch: world.epoch });
  await new Promise<void>((done) => {
    socket.on("open", () => socket.send(everything()));
    socket.on("close", () => done());
    socket.on("error", () => done());
    socket.on("message", (data: Buffer) => {
      if (data[0] !== 0) return;
      Y.applyUpdate(doc, decoding.readVarUint8Array(decoding.createDecoder(data.subarray(2))));
      done();
    });
  });
  socket.terminate();
  const arrays = [...doc.share.keys()].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
  const shown = arrays
    .flatMap((name) => doc.getArray<string>(name).toArray())
    .map((text) => JSON.parse(text) as Recorded);
  const same = shown.every((one, n) => JSON.stringify(one.header) === sorted(entries[n]?.header));
  if (!same || shown.length !== entries.length)
    violations.push("the record room says something else than the record");
}

/** As canonical JSON orders it. */
function sorted(header: object | undefined): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(header ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
}
