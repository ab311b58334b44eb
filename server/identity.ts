/** Who is asking: from the session cookie to a seat, read from the store each time. */
import type { IncomingMessage } from "node:http";
import { decode } from "next-auth/jwt";
import type { Store } from "#db/open";
import { type Seated, type Standing, seatOfSignIn, standingOfSignIn } from "#db/sign-ins";
import { serverTime } from "./keeper.ts";

export type { Seated, Standing };

/** https changes the cookie's name. */
const COOKIES = ["__Secure-next-auth.session-token", "next-auth.session-token"];

/** @returns null when nobody is signed in: no cookie, a foreign or spoilt one, an ended or revoked sign-in. */
export async function seatOfRequest(
  store: Store,
  secret: string,
  request: IncomingMessage,
): Promise<Seated | null> {
  const signIn = await signInNamed(secret, request);
  return signIn === null ? null : seatOfSignIn(store, signIn, serverTime());
}

/** How the sign-in stands that the request names; one that is not known any more has ended. */
export async function standingOfRequest(
  store: Store,
  secret: string,
  request: IncomingMessage,
): Promise<Standing> {
  const signIn = await signInNamed(secret, request);
  return signIn === null ? { standing: "ended" } : standingOfSignIn(store, signIn, serverTime());
}

async function signInNamed(secret: string, request: IncomingMessage): Promise<string | null> {
  const cookies = parseCookies(request.headers.cookie ?? "");
  for (const name of COOKIES) {
    const token = cookies.get(name);
    if (token === undefined) continue;
    const signIn = await signInOf(token, secret);
    if (signIn !== null) return signIn;
  }
  return null;
}

async function signInOf(token: string, secret: string): Promise<string | null> {
  try {
    const claims = await decode({ token, secret });
    return typeof claims?.signIn === "string" ? claims.signIn : null;
  } catch {
    // Not sealed with our key, or spoilt: the same as no cookie.
    return null;
  }
}

function parseCookies(header: string): Map<string, string> {
  return new Map(
    header.split(";").map((pair) => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    }),
  );
}
