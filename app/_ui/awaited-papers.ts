/** Papers that are being made for whoever works in this tab: kept for the tab alone, and gone with it. */
const KEY = "papers-awaited";

export interface Awaited {
  report: string;
  id: string;
}

export function awaitedPapers(): Awaited[] {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "[]") as Awaited[];
  } catch {
    return [];
  }
}

export function awaitPaper(report: string, id: string): void {
  keep([...awaitedPapers().filter((one) => one.id !== id), { report, id }]);
}

/** It was handed over, told of, or is wanted no more. */
export function noLongerAwaited(id: string): void {
  keep(awaitedPapers().filter((one) => one.id !== id));
}

function keep(all: readonly Awaited[]): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(all));
  } catch {
    // Without storage the list of what was made tells it.
  }
}
