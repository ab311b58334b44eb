/** Whether this device holds words that no server has, told on every page: also where no draft room is open. */

const KEY = "unsent-words";

/** @param room each has its own note: that one is saved says nothing of another. */
export function noteUnsentWords(room: string, are: boolean): void {
  try {
    if (are) localStorage.setItem(`${KEY} ${room}`, "1");
    else localStorage.removeItem(`${KEY} ${room}`);
  } catch {
    // A browser that keeps nothing has nothing to lose later.
  }
}

export function hasUnsent(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(`${KEY} `));
  } catch {
    return false;
  }
}
