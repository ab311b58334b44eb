/** Whatever browsers write, online and offline, on however many screens: none of it is refused, and all agree. */
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { PersonId } from "#deliberation/ids";
import { DraftDocument } from "./draft-document.ts";
import { inspect } from "./firewall.ts";

const PERSONS = ["a", "b"].map((letter) => PersonId.parse(`00000000-0000-4000-8000-00000000000${letter}`));
const TEXTS = ["words/position.17-3", "wording/position.17-3"];
const WORDS = ["a", "😀", "字词", "رأي", "some words", "x".repeat(200)];

/** The room as the server has it: every frame is looked at, applied, and shown as it was emitted. */
class Served {
  readonly document = new DraftDocument([]);
  readonly owners = new Map<number, PersonId>();
  readonly browsers: Browser[] = [];

  receive(update: Uint8Array, offline: boolean, from: Browser): void {
    const { doc } = this.document;
    const { claims } = inspect(update, offline, { doc, owners: this.owners, person: from.person });
    for (const client of claims) this.owners.set(client, from.person);
    for (const emitted of this.document.apply(update).updates) {
      for (const browser of this.browsers) if (browser.online) browser.hears(emitted);
    }
  }
}

class Browser {
  online = true;
  /** In half of them frames wait a little and go out as one. */
  unsent: Uint8Array[] = [];
  doc = new Y.Doc();
  readonly person: PersonId;
  readonly room: Served;
  readonly #ids: () => number;

  constructor(room: Served, person: PersonId, ids: () => number) {
    [this.room, this.person, this.#ids] = [room, person, ids];
    this.begin();
    room.browsers.push(this);
  }

  /** A page begins anew with what this browser kept, and with what another tab of the same browser kept. */
  begin(...kept: Y.Doc[]): void {
    const doc = new Y.Doc();
    for (const one of kept) Y.applyUpdate(doc, Y.encodeStateAsUpdate(one), "kept");
    doc.clientID = this.#ids();
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === null && this.online) this.unsent.push(update);
    });
    [this.doc, this.unsent] = [doc, []];
  }

  hears(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, "room");
  }

  send(): void {
    if (this.online && this.unsent.length > 0) {
      const [first, ...rest] = this.unsent;
      this.unsent = [];
      this.room.receive(
        first && rest.length === 0 ? first : Y.mergeUpdates([first as Uint8Array, ...rest]),
        false,
        this,
      );
    }
  }

  leave(): void {
    [this.online, this.unsent] = [false, []];
  }

  comeBack(cutToSize: boolean): void {
    if (this.online) return;
    const vector = this.room.document.vector();
    const whole = Y.encodeStateAsUpdate(this.doc);
    const lacking = cutToSize ? Y.diffUpdate(whole, vector) : Y.encodeStateAsUpdate(this.doc, vector);
    this.room.receive(lacking, true, this);
    this.hears(this.room.document.since(Y.encodeStateVector(this.doc)));
    this.online = true;
  }
}

const act = fc.record({
  by: fc.nat(4),
  kind: fc.constantFrom(
    ...(["insert", "insert", "insert", "first", "delete", "delete", "set", "unset"] as const),
    ...(["send", "send", "leave", "return", "reload", "join tabs", "again", "undo"] as const),
  ),
  at: fc.nat(400),
  words: fc.constantFrom(...WORDS),
});
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

function does(browser: Browser, other: Browser, { kind, at, words }: Act): void {
  const text = browser.doc.getText(TEXTS[at % 2]);
  const fields = browser.doc.getMap("drafts");
  const place = boundaryIn(text.toString(), at);
  if (kind === "insert") text.insert(place, words);
  else if (kind === "first") text.insert(0, words);
  else if (kind === "delete") text.delete(place, boundaryIn(text.toString(), place + (at % 9)) - place);
  else if (kind === "set") fields.set(`position.17-${1 + (at % 3)}/stance`, words);
  else if (kind === "unset") fields.delete(`position.17-${1 + (at % 3)}/stance`);
  else if (kind === "send") browser.send();
  else if (kind === "leave") browser.leave();
  else if (kind === "return") browser.comeBack(at % 2 === 0);
  else if (kind === "undo") {
    browser.doc.transact(() => {
      text.insert(place, words);
      text.delete(place, words.length);
    });
  } else if (kind === "again") {
    if (browser.online) browser.room.receive(Y.encodeStateAsUpdate(browser.doc), true, browser);
    browser.unsent = [];
  } else if (kind === "reload") {
    browser.leave();
    browser.begin(browser.doc);
  } else if (kind === "join tabs") {
    browser.leave();
    other.leave();
    browser.begin(browser.doc, other.doc);
  }
}

/** No browser cuts a letter of two halves in two. */
function boundaryIn(text: string, at: number): number {
  const place = Math.min(text.length, at);
  return /[\udc00-\udfff]/.test(text[place] ?? "") ? place - 1 : place;
}

test("nothing that browsers send is refused, and all come to the same words", () => {
  fc.assert(
    fc.property(
      fc.array(act, { minLength: 5, maxLength: 120 }),
      fc.infiniteStream(fc.nat(0xffff)),
      (acts, ids) => {
        const room = new Served();
        let given = 1;
        const id = () => (ids.next().value ?? 0) * 65_536 + ++given;
        // Two screens of one person, two of another, and one more of the first.
        for (const person of [0, 1, 0, 1, 0]) new Browser(room, PERSONS[person] as PersonId, id);
        for (const one of acts) {
          const browser = room.browsers[one.by] as Browser;
          does(browser, room.browsers[(one.by + 2) % 4] as Browser, one);
        }
        for (const browser of room.browsers) browser.send();
        for (const browser of room.browsers) browser.comeBack(false);
        const held = TEXTS.map((root) => room.document.doc.getText(root).toString());
        for (const { doc } of room.browsers)
          expect(TEXTS.map((root) => doc.getText(root).toString())).toEqual(held);
      },
    ),
    { seed: 63_677, numRuns: 150 },
  );
});

test("hours of typing offline by two colleagues at the same place come in", () => {
  const room = new Served();
  let given = 10;
  const [ann, bea] = [0, 1].map((n) => new Browser(room, PERSONS[n] as PersonId, () => ++given)) as [
    Browser,
    Browser,
  ];
  for (const browser of [ann, bea]) {
    browser.leave();
    const text = browser.doc.getText(TEXTS[0]);
    // Forward, at the same place again and again, and all over what is there.
    for (let n = 0; n < 2_000; n += 1) text.insert(text.length, `${n} `);
    for (let n = 0; n < 40; n += 1) text.insert(0, `${n} `);
    for (let n = 0; n < 1_500; n += 1) text.insert((n * 7) % text.length, "x");
    for (let n = 0; n < 1_000; n += 1) text.delete((n * 11) % text.length, 1);
  }
  ann.comeBack(false);
  bea.comeBack(false);
  expect(room.document.doc.getText(TEXTS[0]).toString()).toBe(bea.doc.getText(TEXTS[0]).toString());
});
