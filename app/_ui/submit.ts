"use client";
import { v7 } from "uuid";
/** Asking the record over HTTP. A repeat with the same id is harmless, so a lost answer is simply asked for again. */
import type { FilledTable } from "#deliberation/brought-answers";
import type { Shaping } from "#deliberation/candidate-shapes";
import type { Original } from "#deliberation/entry";
import { MOST_FILE_BYTES } from "#deliberation/file-size";
import type { Hash } from "#deliberation/ids";
import type { Content } from "#deliberation/submission";

export interface Refused {
  code: string;
  detail?: string;
}

export function newId(): string {
  return v7();
}

/** @returns the entry's number, or why not; `offline` when nothing was heard. */
export async function submit(report: string, submission: object): Promise<{ seq: number } | Refused> {
  const answer = await post(`/api/v1/reports/${report}/submissions`, submission);
  return "code" in answer
    ? answer
    : { seq: (answer.body as { entry: { header: { seq: number } } }).entry.header.seq };
}

export async function clear(
  report: string,
  draft: string,
  content: Content,
): Promise<{ hash: Hash } | Refused> {
  const answer = await post(`/api/v1/reports/${report}/drafts/${draft}/clearance`, { content });
  return "code" in answer ? answer : { hash: (answer.body as { hash: Hash }).hash };
}

/** @param draft null erases every draft of the delegation. @returns how many were erased. */
export async function erase(report: string, draft: string | null): Promise<{ erased: number } | Refused> {
  const path = `/api/v1/reports/${report}/drafts${draft === null ? "" : `/${draft}`}`;
  const answer = await send(path, { method: "DELETE" });
  return "code" in answer ? answer : { erased: (answer.body as { erased: string[] }).erased.length };
}

/** @returns the file's name and hash as they go into the record, and the words read from it. */
export async function bringFile(
  report: string,
  draft: string,
  file: File,
): Promise<{ original: Original; words: string } | Refused> {
  const query = new URLSearchParams({ name: file.name, draft });
  const answer = await sendFile(`/api/v1/reports/${report}/originals?${query}`, file);
  return "code" in answer ? answer : (answer.body as { original: Original; words: string });
}

export interface FilledCell {
  idea: string;
  words: string;
}

/** @returns what stands in the last column of a pack for capital; `detail` names the cell when its layout was changed. */
export async function readPack(report: string, file: File): Promise<{ filled: FilledCell[] } | Refused> {
  const answer = await sendFile(`/api/v1/reports/${report}/pack`, file);
  return "code" in answer ? answer : (answer.body as { filled: FilledCell[] });
}

/** @returns the answers in a table that an office filled in; `detail` names the cell when it is not as handed out. */
export async function readFilledTable(report: string, file: File): Promise<FilledTable | Refused> {
  const answer = await sendFile(`/api/v1/reports/${report}/filled-table`, file);
  return "code" in answer ? answer : (answer.body as FilledTable);
}

export interface ListAnswer {
  /** What is wrong with the file as a whole; then no row was judged. */
  faults: { column: string | null; fault: string }[];
  rows: {
    row: number;
    subject: string;
    does: string[];
    faults: { column: string | null; fault: string }[];
  }[];
  taken: boolean;
  invited: { email: string; token: string }[];
}

/** A list of the secretariat's: checked, taken whole, or its right rows taken. */
export async function bringList(
  report: string,
  list: string,
  take: "check" | "all" | "right",
  file: File,
): Promise<ListAnswer | Refused> {
  const answer = await sendFile(`/api/v1/reports/${report}/lists/${list}?take=${take}`, file);
  return "code" in answer ? answer : (answer.body as ListAnswer);
}

/** @param until null until further notice. */
export function giveRight(
  seat: string,
  right: string,
  until: string | null,
): Promise<{ body: unknown } | Refused> {
  return post("/api/v1/delegation/rights", { seat, right, until });
}

export function endRight(seat: string, right: string): Promise<{ body: unknown } | Refused> {
  return post("/api/v1/delegation/rights/end", { seat, right });
}

export interface MadePaper {
  id: string;
  format: string;
  name: string;
  state: "making" | "made" | "failed";
  /** Bytes. */
  size: number;
  until: string;
  progress: { stage: string; ahead: number } | null;
}

/** Has a paper made in the background, as of entry `at`. */
export async function askPaper(
  report: string,
  asked: { format: string; lang: string; at: number; choice: object },
): Promise<{ paper: MadePaper } | Refused> {
  const answer = await post(`/api/v1/reports/${report}/papers`, asked);
  return "code" in answer ? answer : { paper: answer.body as MadePaper };
}

export async function papersMade(report: string): Promise<{ papers: MadePaper[] } | Refused> {
  const answer = await send(`/api/v1/reports/${report}/papers`, {});
  return "code" in answer ? answer : (answer.body as { papers: MadePaper[] });
}

export function dropPaper(report: string, paper: string): Promise<{ body: unknown } | Refused> {
  return send(`/api/v1/reports/${report}/papers/${paper}`, { method: "DELETE" });
}

export interface NamedView {
  name: string;
  query: string;
}

export async function keepView(report: string, view: NamedView): Promise<{ views: NamedView[] } | Refused> {
  const answer = await put(`/api/v1/reports/${report}/views`, view);
  return "code" in answer ? answer : (answer.body as { views: NamedView[] });
}

export async function dropView(report: string, name: string): Promise<{ views: NamedView[] } | Refused> {
  const path = `/api/v1/reports/${report}/views?name=${encodeURIComponent(name)}`;
  const answer = await send(path, { method: "DELETE" });
  return "code" in answer ? answer : (answer.body as { views: NamedView[] });
}

export type CandidateAsked =
  | { decision: "rejected" | "open" }
  | { decision: "split"; quotes: string[] }
  | { decision: "merged"; with: string };

export function decideCandidate(
  report: string,
  candidate: string,
  asked: CandidateAsked,
): Promise<{ body: Shaping } | Refused> {
  const path = `/api/v1/reports/${report}/candidates/${candidate}/decision`;
  return put(path, asked) as Promise<{ body: Shaping } | Refused>;
}

export function remind(
  report: string,
  reminder: { delegations: string[]; words: string; lang: string },
): Promise<{ body: unknown } | Refused> {
  return post(`/api/v1/reports/${report}/reminders`, reminder);
}

/** What is on the projector of a report, and how far its record has grown. */
export async function projectorOf(report: string): Promise<{ idea: string | null; seq: number } | Refused> {
  const answer = await send(`/api/v1/reports/${report}/projector`, {});
  return "code" in answer ? answer : (answer.body as { idea: string | null; seq: number });
}

export function project(report: string, idea: string | null): Promise<{ body: unknown } | Refused> {
  return put(`/api/v1/reports/${report}/projector`, { idea });
}

/** Tells everybody connected where the room is. @param place null to end it. */
export function invite(report: string, place: string | null): Promise<{ body: unknown } | Refused> {
  return put(`/api/v1/reports/${report}/invited-place`, { place });
}

export function post(path: string, body: object): Promise<{ body: unknown } | Refused> {
  return sendJson("POST", path, body);
}

export function put(path: string, body: object): Promise<{ body: unknown } | Refused> {
  return sendJson("PUT", path, body);
}

function sendJson(method: "POST" | "PUT", path: string, body: object): Promise<{ body: unknown } | Refused> {
  const headers = { "content-type": "application/json" };
  return send(path, { method, headers, body: JSON.stringify(body) });
}

/** The file itself; one that is larger than the server takes is not sent at all. */
async function sendFile(path: string, file: File): Promise<{ body: unknown } | Refused> {
  if (file.size > MOST_FILE_BYTES) return { code: "file-too-large" };
  const headers = { "content-type": "application/octet-stream" };
  return send(path, { method: "POST", headers, body: file });
}

async function send(path: string, request: RequestInit): Promise<{ body: unknown } | Refused> {
  let answer: Response;
  try {
    answer = await fetch(path, request);
  } catch {
    return { code: "offline" };
  }
  const said: unknown = await answer.json().catch(() => null);
  if (answer.ok) return { body: said };
  const { code, detail } = (said ?? {}) as { code?: unknown; detail?: unknown };
  return {
    code: typeof code === "string" ? code : "internal",
    ...(typeof detail === "string" ? { detail } : {}),
  };
}
