/** A view of the queue as its address says it, so that every view can be passed on. What an address gets wrong is left out. */
import type { Queued, Treatment } from "#deliberation/disposition-queue";
import { TREATMENTS } from "#deliberation/disposition-queue";
import { DelegationKey } from "#deliberation/ids";

export const STATUSES = [TREATMENTS[0], "prepared", ...TREATMENTS.slice(1)] as readonly Status[];
export type Status = Treatment | "prepared";
export const SORTS = ["comment", "reply", "wording"] as const;

export interface QueueView {
  status?: Status;
  kind?: Queued["kind"];
  author?: DelegationKey;
  /** A paragraph with its ideas, an idea, or `report`. */
  place?: string;
  text?: string;
}

type Params = Readonly<Record<string, string | string[] | undefined>>;
const LONGEST_TEXT = 200;

export function viewOf(params: Params): QueueView {
  const one = (name: string) => {
    const value = params[name];
    return (Array.isArray(value) ? value[0] : value)?.trim() || undefined;
  };
  const view: QueueView = {};
  const status = STATUSES.find((known) => known === one("status"));
  if (status !== undefined) view.status = status;
  const kind = SORTS.find((known) => known === one("kind"));
  if (kind !== undefined) view.kind = kind;
  const author = DelegationKey.safeParse(one("author"));
  if (author.success) view.author = author.data;
  const place = one("place");
  if (place !== undefined && /^[A-Za-z0-9-]{1,12}$/.test(place)) view.place = place;
  const text = one("text")?.slice(0, LONGEST_TEXT);
  if (text !== undefined) view.text = text;
  return view;
}

export function addressOf(report: string, view: QueueView): string {
  const words = new URLSearchParams(Object.entries(view)).toString();
  return `/reports/${report}/dispositions${words === "" ? "" : `?${words}`}`;
}

/** Whether words pass a view; how far they have come is judged apart, for only facilitators know what is prepared. */
export function passes(one: Queued, { kind, author, place, text }: QueueView): boolean {
  if (kind !== undefined && one.kind !== kind) return false;
  if (author !== undefined && one.author !== author) return false;
  if (place !== undefined && !isAt(one.place, place)) return false;
  return text === undefined || one.text.toLowerCase().includes(text.toLowerCase());
}

function isAt(place: string, asked: string): boolean {
  return asked === "report" ? place === "" : place === asked || place.startsWith(`${asked}-`);
}
