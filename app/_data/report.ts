/** A report and its record as the person looking may see them. */
import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { candidateDecisionsOf, type Decided } from "#db/candidates";
import { clearanceOf, clearancesOf } from "#db/clearances";
import { publicStateFor, stateFor } from "#db/follow";
import { colleagues } from "#db/people";
import { headOf, lastSeqBy, readEntries } from "#db/record";
import {
  type Candidate,
  candidatesOf,
  type IdeaTitle,
  ideaTitles,
  reportList,
  reportText,
} from "#db/reports";
import { carried } from "#deliberation/carried";
import { roomNow, roomOf } from "#deliberation/draft-room";
import type { SeenEntry } from "#deliberation/entry";
import { type DraftId, type Instant, ReportId, type Seq } from "#deliberation/ids";
import { may } from "#deliberation/may";
import { packed } from "#deliberation/packed";
import type { Report } from "#deliberation/report";
import type { Seat } from "#deliberation/seat";
import type { State } from "#deliberation/state";
import { seenBy, viewerOf } from "#deliberation/view";
import { store } from "./store.ts";

/** Parsed once a process: a published text never changes. */
const texts = new Map<string, Report>();

export function reports(): ReportId[] {
  return reportList(store());
}

/** The report of an address; a page of words when there is none. */
export const reportOf = cache((name: string): { id: ReportId; report: Report } => {
  const id = ReportId.safeParse(name);
  if (!id.success) notFound();
  const report = texts.get(id.data) ?? reportText(store(), id.data);
  if (report === null) notFound();
  texts.set(id.data, report);
  return { id: id.data, report };
});

export function stateOf(id: ReportId, seat: Seat, at?: number): State {
  if (!may(seat, "record.read")) notFound();
  return stateFor(store(), id, viewerOf(seat), at);
}

const brought = new WeakMap<State, { seq: Seq; packed: string }>();

/** What a page brings of the state for the browser to fold on from; made once a state. */
export function carriedOf(id: ReportId, seat: Seat): { seq: Seq; packed: string } {
  const state = stateOf(id, seat);
  const made = brought.get(state) ?? { seq: state.head.seq, packed: packed(carried(state)) };
  brought.set(state, made);
  return made;
}

/** By the ideas there are: their titles are read once. */
const titled = new WeakMap<State["ideas"], Record<string, IdeaTitle>>();

/** Of ideas that there are: a candidate's title would tell of the candidate. */
export function titlesOf(id: ReportId): Record<string, IdeaTitle> {
  const { ideas } = publicStateFor(store(), id);
  const known = titled.get(ideas) ?? titlesAmong(id, ideas);
  titled.set(ideas, known);
  return known;
}

function titlesAmong(id: ReportId, ideas: State["ideas"]): Record<string, IdeaTitle> {
  const accepted = candidatesOf(store(), id).filter((one) => ideas[one.id] !== undefined);
  const titles = accepted.map(({ id: idea, title, gloss }) => [idea, { title, gloss }]);
  return { ...Object.fromEntries(titles), ...ideaTitles(store(), id) };
}

/** Candidates as they were proposed, and what was decided last of each and of what came of it. */
export function candidatesFor(
  id: ReportId,
  seat: Seat,
): { candidates: Candidate[]; decided: Map<string, Decided> } {
  if (!may(seat, "candidate.read")) return { candidates: [], decided: new Map() };
  return { candidates: candidatesOf(store(), id), decided: candidateDecisionsOf(store(), id) };
}

/** Entries `after` … as this seat may read them. */
export function entriesOf(id: ReportId, seat: Seat, after: number, limit: number): SeenEntry[] {
  if (!may(seat, "record.read")) notFound();
  return readEntries(store(), id, after, limit).map((entry) => seenBy(entry, viewerOf(seat)));
}

export function headSeq(id: ReportId): number {
  return headOf(store(), id).seq;
}

/** The last entry by that moment; 0 when there was none yet. */
export function seqBy(id: ReportId, at: Instant): Seq {
  return lastSeqBy(store(), id, at) as Seq;
}

/** Whether the draft's room, one's own delegation's or a group's, is open to this seat. */
export function mayReadDraft(id: ReportId, seat: Seat, draft: DraftId): boolean {
  if (seat.as !== "delegation") return false;
  const at = new Date().toISOString() as Instant;
  return may(seat, "draft.read", roomNow(stateOf(id, seat), roomOf(draft, seat.delegation), at));
}

/** The clearance of a draft of one's own delegation, with the name of who gave it. */
export function clearanceFor(id: ReportId, seat: Seat, draft: DraftId) {
  if (seat.as !== "delegation" || !may(seat, "draft.read", { delegation: seat.delegation })) return null;
  const clearance = clearanceOf(store(), { report: id, delegation: seat.delegation, draft });
  if (clearance === null) return null;
  const by = colleagues(store(), seat.delegation).find(({ person }) => person === clearance.person);
  return { hash: clearance.hash, at: clearance.at, content: clearance.content, by: by?.name ?? "" };
}

/** The same of every draft of one's delegation that was cleared. */
export function clearancesFor(id: ReportId, seat: Seat) {
  if (seat.as !== "delegation") return [];
  return clearancesOf(store(), { report: id, delegation: seat.delegation }).flatMap(({ draft }) => {
    const clearance = clearanceFor(id, seat, draft);
    return clearance === null ? [] : [[draft, clearance] as const];
  });
}

/** What everybody may see, for papers: they travel further than their reader. */
export function publicStateOf(id: ReportId, at?: number): State {
  return publicStateFor(store(), id, at);
}
