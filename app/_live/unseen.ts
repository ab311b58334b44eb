/** Whether a person wants colleagues to see in which draft they are: said on this device, told to nobody. */
const UNSEEN = "unseen-by-colleagues";

export function isUnseen(): boolean {
  try {
    return localStorage.getItem(UNSEEN) !== null;
  } catch {
    return false;
  }
}

/** @returns whether the browser kept it. */
export function setUnseen(unseen: boolean): boolean {
  try {
    if (unseen) localStorage.setItem(UNSEEN, "1");
    else localStorage.removeItem(UNSEEN);
    return true;
  } catch {
    return false;
  }
}
