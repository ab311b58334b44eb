/** From an upgrade request to the room it asks for: paths and questions of a closed form, nothing else. */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type DelegationKey, DelegationKey as Delegations, GENESIS, ReportId } from "#deliberation/ids";

interface Asked {
  report: ReportId;
  epoch: string | null;
}

export type Address =
  | (Asked & { room: "record"; volume: number; held: { seq: number; hash: string } | null })
  | (Asked & { room: "drafts"; delegation: DelegationKey })
  | (Asked & { room: "podium" });

const VOLUME = /^[1-9][0-9]{0,6}$/;
const NUMBER = /^(?:0|[1-9][0-9]{0,9})$/;

/** @returns null for anything that is not the address of a room. */
export function addressOf(url: string): Address | null {
  const [path = "", query = ""] = url.split("?", 2);
  const [empty, live, room, first = "", second = "", ...rest] = path.split("/");
  const report = ReportId.safeParse(first);
  if (empty !== "" || live !== "live" || rest.length > 0 || !report.success) return null;
  const params = new URLSearchParams(query);
  const asked = { report: report.data, epoch: params.get("epoch") };
  if (room === "record" && VOLUME.test(second)) {
    return { ...asked, room, volume: Number(second), held: heldIn(params) };
  }
  if (room === "podium") return second === "" && path.split("/").length === 4 ? { ...asked, room } : null;
  const delegation = Delegations.safeParse(second);
  return room === "drafts" && delegation.success ? { ...asked, room, delegation: delegation.data } : null;
}

/** The last entry the browser holds. One of which it gives half, or in another form, is on nobody's record. */
function heldIn(params: URLSearchParams): { seq: number; hash: string } | null {
  const [seq, hash] = [params.get("seq"), params.get("hash")];
  if (seq === null && hash === null) return null;
  return { seq: NUMBER.test(seq ?? "") ? Number(seq) : Number.NaN, hash: hash ?? "" };
}

/** Whether what the browser holds is on our record. @param hashAt header hash of an entry, null when there is none. */
export function isOnRecord(
  held: { seq: number; hash: string } | null,
  hashAt: (seq: number) => string | null,
): boolean {
  if (held === null) return true;
  if (Number.isNaN(held.seq)) return false;
  return held.hash === (held.seq === 0 ? GENESIS : hashAt(held.seq));
}

/** The one refusal before the connection is accepted: a page of another site gets nothing to listen to. */
export function isForeign(request: IncomingMessage, origin: string): boolean {
  return request.headers.origin !== origin;
}

export function turnAway(socket: Duplex, status: "403 Forbidden" | "503 Service Unavailable"): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
