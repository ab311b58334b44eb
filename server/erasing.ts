/** [C7] Erases drafts with their editing history thirty days after they were submitted: looked at every hour. */
import * as Y from "yjs";
import { DamagedRoom, draftRooms, dropOldDamaged, loadRoom } from "#db/drafts";
import type { Store } from "#db/open";
import { readEntries } from "#db/record";
import { versionedDrafts } from "#db/versions";
import {
  DRAFTS_ROOT,
  draftIds,
  isDueForErasing,
  KEPT_DAYS,
  type PlainDrafts,
  submittedAs,
} from "#deliberation/draft";
import { DelegationKey, type DraftId, type Instant, ReportId } from "#deliberation/ids";
import { PODIUM } from "#deliberation/podium";
import { serverTime } from "./keeper.ts";

const EVERY_MS = 3_600_000;

export type EraseDrafts = (
  report: ReportId,
  delegation: DelegationKey,
  drafts: readonly DraftId[],
) => Promise<void>;

/** @returns a function that stops the looking. */
export function startErasing(store: Store, erase: EraseDrafts, failed: (error: unknown) => void): () => void {
  const look = () => eraseDueDrafts(store, erase, serverTime()).catch(failed);
  const timer = setInterval(look, EVERY_MS);
  look();
  return () => clearInterval(timer);
}

export async function eraseDueDrafts(store: Store, erase: EraseDrafts, at: Instant): Promise<void> {
  for (const room of draftRooms(store)) {
    const [report, delegation] = placeOf(room);
    const plain = storedDrafts(store, room);
    if (plain === null) continue;
    const due = draftIds(plain).filter((draft) => {
      const submitted = submittedAs(plain, draft);
      const [entry] = submitted === null ? [] : readEntries(store, report, submitted.seq - 1, 1);
      return entry !== undefined && isDueForErasing(plain, draft, entry.header.at, at);
    });
    due.push(...emptied(store, room, plain, at));
    if (due.length > 0) await erase(report, delegation, due);
  }
  dropOldDamaged(store, at);
}

/** [C10] Drafts that say nothing any more, of which earlier versions have been kept as long as a submitted draft. */
function emptied(store: Store, room: string, plain: PlainDrafts, at: Instant): DraftId[] {
  const open = new Set(draftIds(plain));
  const before = new Date(Date.parse(at) - KEPT_DAYS * 24 * 3_600_000).toISOString();
  return [...versionedDrafts(store, room)].flatMap(([draft, last]) =>
    open.has(draft) || last > before ? [] : [draft],
  );
}

/** Every draft a delegation has: for its order to erase them all. */
export function allDraftsOf(store: Store, report: ReportId, delegation: DelegationKey): DraftId[] {
  const room = `${report}/${delegation}`;
  const plain = storedDrafts(store, room);
  const earlier = versionedDrafts(store, room).keys();
  return [...new Set([...(plain === null ? [] : draftIds(plain)), ...earlier])];
}

/** A room as it is stored, in plain values; null when that cannot be read. */
export function storedDrafts(store: Store, room: string): PlainDrafts | null {
  const doc = new Y.Doc();
  try {
    for (const update of loadRoom(store, room).updates) Y.applyUpdate(doc, update);
  } catch (error) {
    if (error instanceof DamagedRoom) return null;
    throw error;
  }
  const texts = [...doc.share.keys()].filter((root) => root !== DRAFTS_ROOT);
  return {
    drafts: doc.getMap(DRAFTS_ROOT).toJSON(),
    texts: Object.fromEntries(texts.map((root) => [root, doc.getText(root).toString()])),
  };
}

function placeOf(room: string): [ReportId, DelegationKey] {
  const [report, delegation] = room.split("/");
  return [ReportId.parse(report), delegation === PODIUM ? PODIUM : DelegationKey.parse(delegation)];
}
