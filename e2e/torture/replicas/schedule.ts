/** One schedule: a server with small volumes, two colleagues in a draft room, readers of the record, and mishaps. */
import type { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { loadRoom } from "#db/drafts";
import { closeStore, openStore, type Store, writing } from "#db/open";
import { allEntries, headOf } from "#db/record";
import { canonicalJson } from "#deliberation/canonical";
import { Seat } from "#deliberation/seat";
import { publicForm } from "#deliberation/view";
import type { Transact } from "#server/commit";
import { RecordKeeper } from "#server/keeper";
import { RecordRoom } from "#server/live/record-room";
import { REPORT, type Rehearsal, rehearse, until } from "#server/live/rehearsal";
import { enter } from "#server/publish";
import type { Random } from "../random.ts";

const VOLUME = 5;
const STEPS = 14;
const QUIET_WITHIN_MS = 8_000;
const TEXT = "words/position.17-3";

export interface ReplicaCounts extends Record<string, number> {
  "crash points": number;
  cuts: number;
  "words offline": number;
  words: number;
  entries: number;
  foreign: number;
}

/** @returns what did not hold. */
export async function schedule(
  random: Random,
  twin: string | null,
  counts: ReplicaCounts,
): Promise<string[]> {
  const crash = { next: false };
  const stage = await rehearse({ volumeSize: VOLUME, transact: mishaps(crash, random, twin) });
  const people = ["Ann", "Bea"].map((name) => stage.seat(name, "alder", "drafter"));
  const reader = stage.seat("Cy", "birch", "reader");
  const drafts = people.map((who) => stage.provider(who, `drafts/${REPORT}/alder`));
  const volumes: WebsocketProvider[] = [stage.provider(reader, `record/${REPORT}/1`)];
  try {
    for (let step = 0; step < STEPS; step += 1) {
      const one = random.of(drafts);
      switch (
        random.of(["type", "type", "type", "grow", "grow", "foreign", "crash", "cut", "away", "back"])
      ) {
        case "type":
          counts.words += 1;
          if (!one.wsconnected) counts["words offline"] += 1;
          one.doc.getText(TEXT).insert(random.below(one.doc.getText(TEXT).length + 1), `w${counts.words} `);
          if (random.chance(0.3))
            one.doc.getMap("drafts").set("position.17-3/stance", random.of(["support", "reservation"]));
          break;
        case "grow":
          counts.entries += 1;
          // Refused when the batch crashed; recorded it is all the same, or not at all.
          await stage.grow().catch(() => undefined);
          break;
        case "foreign":
          counts.foreign += 1;
          await foreign(stage, counts.foreign);
          break;
        case "crash":
          counts["crash points"] += 1;
          crash.next = true;
          break;
        case "cut":
          counts.cuts += 1;
          (random.of([...drafts, ...volumes]).ws as unknown as { terminate(): void } | null)?.terminate();
          break;
        case "away":
          one.disconnect();
          break;
        default:
          one.connect();
      }
      if (random.chance(0.4)) await new Promise((over) => setTimeout(over, random.below(12)));
    }
    crash.next = false;
    for (const one of drafts) one.connect();
    const last = Math.floor(headOf(stage.store, REPORT).seq / VOLUME) + 1;
    for (let volume = 2; volume <= last; volume += 1)
      volumes.push(stage.provider(reader, `record/${REPORT}/${volume}`));
    const apart = () => [...draftsApart(stage, drafts), ...recordApart(stage, volumes)];
    await until(() => apart().length === 0, twin === null ? QUIET_WITHIN_MS * 2 : QUIET_WITHIN_MS / 4).catch(
      () => undefined,
    );
    return apart();
  } finally {
    await stage.end();
  }
}

/** A batch that is on disk and never shown: as if the process had ended between the two. */
function mishaps(crash: { next: boolean }, random: Random, twin: string | null): (store: Store) => Transact {
  return (store) => (work) => {
    if (twin === "acknowledged-and-undone" && random.chance(0.3)) return undone(store, work);
    writing(store, work);
    if (!crash.next) return;
    crash.next = false;
    // The mistake: nothing is kept, nothing is shown, and nobody notices.
    if (twin === "crash-unnoticed") store.sqlite.exec("DELETE FROM draft_updates");
    else throw new Error("the process ends here");
  };
}

function undone(store: Store, work: () => void): void {
  store.sqlite.exec("BEGIN IMMEDIATE");
  work();
  store.sqlite.exec("ROLLBACK");
}

async function foreign(stage: Rehearsal, nth: number): Promise<void> {
  const store = openStore(stage.folder);
  const seat = Seat.parse({ as: "administrator", person: "00000000-0000-4000-8000-000000000009" });
  try {
    const names = { en: `Shrub ${nth}` };
    const asked = {
      kind: "delegation.admitted",
      delegation: `shrub-${nth}`,
      delegationKind: "member",
      names,
    };
    await enter(new RecordKeeper(store), REPORT, seat, asked);
  } finally {
    closeStore(store);
  }
  // As the feed does when it sees a foreign commit.
  stage.keeper.tell(REPORT);
}

function draftsApart(stage: Rehearsal, drafts: readonly WebsocketProvider[]): string[] {
  const stored = new Y.Doc();
  for (const update of loadRoom(stage.store, `${REPORT}/alder`).updates) Y.applyUpdate(stored, update);
  const held = contentOf(stored);
  return drafts.flatMap(({ doc }, n) =>
    contentOf(doc) === held ? [] : [`colleague ${n} holds ${contentOf(doc)}, the store ${held}`],
  );
}

function contentOf(doc: Y.Doc): string {
  const vector = [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b);
  return JSON.stringify([doc.getText(TEXT).toString(), doc.getMap("drafts").toJSON(), vector]);
}

function recordApart(stage: Rehearsal, volumes: readonly WebsocketProvider[]): string[] {
  const stored = [...allEntries(stage.store, REPORT)].map((entry) => canonicalJson(publicForm(entry)));
  const shown = volumes.flatMap(({ doc }) => doc.getArray<string>("p0").toArray());
  const bytes = volumes.every(({ doc }, n) => {
    const atOnce = new RecordRoom(stage.store, REPORT, n + 1, VOLUME).bytes();
    return Buffer.from(Y.encodeStateAsUpdate(doc)).equals(atOnce);
  });
  const same = JSON.stringify(stored) === JSON.stringify(shown);
  return [
    ...(same ? [] : [`the record's rooms show ${shown.length} entries, the store holds ${stored.length}`]),
    ...(bytes ? [] : ["a volume's bytes differ from those built in one go"]),
  ];
}
