/** Trials inside a draft room, by persons who may write there: as a colleague, as the server, or after the end. */
import * as decoding from "lib0/decoding";
import type { WebSocket } from "ws";
import * as Y from "yjs";
import { MESSAGE } from "#deliberation/close-codes";
import { DRAFTS_ROOT, fieldKey, textRoot } from "#deliberation/draft";
import { DraftId } from "#deliberation/ids";
import { presence } from "../leaks/frames.ts";
import { REPORT, type Seated } from "../stage.ts";
import { backInOffice, changeFunction, endSeat, type Home } from "./cast.ts";
import { newClient, updateFrame, visited, written } from "./frames.ts";
import type { ForgeWorld, Trial } from "./world.ts";

const PRESENCE_WITHIN_MS = 1_500;

/** What a colleague may do: write. */
export const writesRightly: Trial = async (world, home) => {
  await world.writes(world.random.of([home.head, home.drafter, home.clearer]), world.draft("comment"));
  world.counted("written");
};

/** Under a colleague's id, under the server's, in the server's field, or erasing what the server wrote. */
export const writesAsAnother: Trial = async (world, home) => {
  const { random, ledger } = world;
  await world.writes(home.head, world.draft("comment"));
  const { doc } = await world.writer(home.head);
  const word = ledger.word(home.drafter, home.delegation, "forged");
  const draft = DraftId.parse(world.draft("comment"));
  const says = (copy: Y.Doc) => copy.getText(textRoot("words", draft)).insert(0, word);
  const marks = (copy: Y.Doc) =>
    copy.getMap(DRAFTS_ROOT).set(fieldKey(draft, "submitted"), `1:${"0".repeat(64)} ${word}`);
  const submitted = [...doc.getMap(DRAFTS_ROOT).keys()].filter((key) => key.endsWith("/submitted"));
  const own = newClient();
  const together = () => {
    // Honest words in the same frame carry nothing in.
    const honest = written(doc, own, says);
    return Y.mergeUpdates([honest, written(doc, doc.clientID, (copy) => says(copy))]);
  };
  const update = random.of<() => Uint8Array>([
    () => written(doc, doc.clientID, says),
    () => written(doc, 1, says),
    () => written(doc, own, marks),
    () => written(doc, 1, marks),
    together,
    ...(submitted.length === 0
      ? []
      : [() => written(doc, own, (copy) => copy.getMap(DRAFTS_ROOT).delete(random.of(submitted)))]),
  ])();
  await closedFor(world, home, [updateFrame(update)], [4400]);
};

/** A browser says where it is, not who it is. */
export const appearsAsAnother: Trial = async (world, home) => {
  const { cast, random } = world;
  const [own, claimed] = [
    cast.names.get(home.drafter),
    cast.names.get(random.of([home.head, cast.administrator])),
  ];
  const draft = world.draft("comment");
  const heard = new Map<string, number>();
  const colleague = world
    .desk(home.head)
    .socket(`drafts/${REPORT}/${home.delegation}`, { epoch: world.epoch });
  const shown = new Promise<string>((done) => {
    colleague.on("error", () => done("nothing"));
    colleague.on("message", (data: Buffer) => {
      for (const { id, state } of statesIn(data)) {
        heard.set(state, id);
        if (state.includes(draft)) done(state);
      }
    });
    setTimeout(() => done("nothing"), PRESENCE_WITHIN_MS);
  });
  await new Promise((done) => colleague.once("open", done));
  // The stock client repeats others' presence: under an id that stands for a colleague nothing may change.
  const borrowed = [...heard.values()][0] ?? 5;
  const claim = { name: claimed, user: { name: claimed }, person: home.head.person, draft };
  const frames = [presence(claim, borrowed, 1_000_000), presence(claim, 99, 2)];
  const socket = world
    .desk(home.drafter)
    .socket(`drafts/${REPORT}/${home.delegation}`, { epoch: world.epoch });
  socket.on("open", () => {
    for (const frame of frames) socket.send(frame);
  });
  socket.on("error", () => undefined);
  const state = await shown;
  for (const one of [colleague, socket]) one.terminate();
  world.counted("appeared");
  if (!state.includes(`"name":"${own}"`) || state.includes(`"${claimed}"`))
    world.ledger.violations.push(`${own} appears as ${state} to a colleague, claiming to be ${claimed}`);
};

/** While the room is open, the seat ends or becomes another: the next words are none of it. */
export const writesAfterTheEnd: Trial = async (world, home) => {
  const { store, random, ledger } = world;
  const one = home.wavering;
  const socket = world.desk(one).socket(`drafts/${REPORT}/${home.delegation}`, { epoch: world.epoch });
  const client = newClient();
  const doc = new Y.Doc();
  doc.clientID = client;
  const draft = world.draft("comment");
  const root = textRoot("words", DraftId.parse(draft));
  const send = (word: string) => {
    const before = Y.encodeStateVector(doc);
    doc.getText(root).insert(0, `${word}\n`);
    socket.send(updateFrame(Y.encodeStateAsUpdate(doc, before)));
  };
  await new Promise((done) => socket.once("open", done));
  ledger.wrote(one, draft);
  const kept = durable(socket);
  send(ledger.word(one, home.delegation, "rightly"));
  await kept;
  const [end, code] = random.of<[() => void, number]>([
    [() => endSeat(store, one), 4401],
    [() => changeFunction(store, one, "reader"), 4403],
    [() => changeFunction(store, one, "capital"), 4503],
  ]);
  end();
  const closed = visited(socket, [], true);
  send(ledger.word(one, home.delegation, "forged"));
  const got = await Promise.race([closed, new Promise((done) => setTimeout(() => done(null), 3_000))]);
  backInOffice(store, one);
  socket.terminate();
  world.counted(`closed ${got}`);
  if (got !== code)
    ledger.violations.push(`words after the end of a seat were answered ${got} instead of ${code}`);
};

async function closedFor(
  world: ForgeWorld,
  home: Home,
  frames: Uint8Array[],
  codes: number[],
): Promise<void> {
  const one: Seated = home.drafter;
  const socket = world.desk(one).socket(`drafts/${REPORT}/${home.delegation}`, { epoch: world.epoch });
  const code = await visited(socket, frames, true);
  world.counted(`closed ${code}`);
  if (code === null || !codes.includes(code))
    world.ledger.violations.push(
      `a forged frame in ${home.delegation} was answered ${code} instead of ${codes}`,
    );
}

function durable(socket: WebSocket): Promise<void> {
  return new Promise((done) => {
    socket.on("message", (data: Buffer) => {
      if (data[0] === MESSAGE.durable && (data[1] ?? 0) > 0) done();
    });
    socket.on("close", () => done());
  });
}

function statesIn(data: Buffer): { id: number; state: string }[] {
  const decoder = decoding.createDecoder(data);
  if (decoding.readVarUint(decoder) !== MESSAGE.awareness) return [];
  const payload = decoding.createDecoder(decoding.readVarUint8Array(decoder));
  return Array.from({ length: decoding.readVarUint(payload) }, () => {
    const id = decoding.readVarUint(payload);
    decoding.readVarUint(payload);
    return { id, state: decoding.readVarString(payload) };
  });
}
