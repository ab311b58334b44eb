/** What the browser asks of the record over HTTP: an entry the room shows sealed, and the state to start clean from. */
import type { PlaceWords } from "#deliberation/carried";
import type { SeenEntry } from "#deliberation/entry";
import type { Report } from "#deliberation/report";
import type { State } from "#deliberation/state";

/** @throws Error when it cannot be had now. */
export async function askEntry(report: string, seq: number): Promise<SeenEntry> {
  const answer = await fetch(`/api/v1/reports/${report}/record?after=${seq - 1}&limit=1`);
  if (!answer.ok) throw new Error(`The entry could not be read (${answer.status}).`);
  const { entries } = (await answer.json()) as { entries: SeenEntry[] };
  const [entry] = entries;
  if (entry === undefined) throw new Error("The entry is not there.");
  return entry;
}

/** @throws Error when nothing was heard, or the server failed: then it is worth asking again. */
export async function askState(
  report: string,
): Promise<{ epoch: string; state: State } | "ended" | "refused"> {
  const answer = await fetch(`/api/v1/reports/${report}/state?carried=true`);
  if (answer.status === 401) return "ended";
  if (answer.status >= 500 || answer.status === 429) throw new Error("The state could not be read.");
  return answer.ok ? ((await answer.json()) as { epoch: string; state: State }) : "refused";
}

/** @param place as in `threads`. @throws Error when it cannot be had now. */
export async function askPlace(report: string, place: string): Promise<{ epoch: string; words: PlaceWords }> {
  const answer = await fetch(`/api/v1/reports/${report}/places/${place === "" ? "report" : place}`);
  if (!answer.ok) throw new Error(`The words on ${place} could not be read (${answer.status}).`);
  return (await answer.json()) as { epoch: string; words: PlaceWords };
}

/** @throws Error when it cannot be had now. */
export async function askText(report: string): Promise<{ text: Report; titles: Titles }> {
  const answer = await fetch(`/api/v1/reports/${report}/text`);
  if (!answer.ok) throw new Error(`The text could not be read (${answer.status}).`);
  return (await answer.json()) as { text: Report; titles: Titles };
}

/** @throws Error when it cannot be had now. */
export async function askPlaces(
  report: string,
): Promise<{ lang: string; places: { place: string; words: string }[] }> {
  const answer = await fetch(`/api/v1/reports/${report}/places`);
  if (!answer.ok) throw new Error(`The places could not be read (${answer.status}).`);
  return (await answer.json()) as { lang: string; places: { place: string; words: string }[] };
}

type Titles = Record<string, { title: { zh: string; en: string } }>;
