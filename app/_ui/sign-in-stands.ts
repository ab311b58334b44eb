"use client";
/** Asks how the sign-in of this browser stands, and goes on with it. */

export type Standing =
  | { standing: "held"; person: string; until: string }
  | { standing: "ended" }
  | { standing: "revoked" };

let leaving = false;

/** Somebody signs out here: that the sign-in is gone then is no news, and leads nowhere a second time. */
export function leave(now: boolean): void {
  leaving = now;
}

export function isLeaving(): boolean {
  return leaving;
}

/** @returns null when nothing was heard. */
export function standing(): Promise<Standing | null> {
  return ask({});
}

/** Stays signed in, for as long again from now. @returns null when nothing was heard. */
export async function goOn(): Promise<Standing | null> {
  const now = await ask({ method: "PUT", headers: { "content-type": "application/json" }, body: "{}" });
  // The cookie ends with the sign-in it names: asking for the session renews it.
  if (now?.standing === "held") await fetch("/api/auth/session").catch(() => undefined);
  return now;
}

async function ask(request: RequestInit): Promise<Standing | null> {
  try {
    const answer = await fetch("/api/v1/sign-in", request);
    if (answer.status === 401) return { standing: "ended" };
    return answer.ok ? ((await answer.json()) as Standing) : null;
  } catch {
    return null;
  }
}
