/** Whether this device holds words that no server has, told on every page: also where no draft room is open. */

const KEY = "unsent-words";

export function noteUnsentWords(are: boolean): void {
  try {
    if (are) localStorage.setItem(KEY, "1");
    else localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing has nothing to lose later.
  }
}

export function hasUnsent(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}
