/** Who is looking at a page: read from the sign-in row each time, so that a right taken away is gone at once. */
import "server-only";
import { notFound, redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import type { Seated } from "#db/sign-ins";
import { endedSeatOf, seatOfSignIn } from "#db/sign-ins";
import type { Instant } from "#deliberation/ids";
import { mayAtAll } from "#deliberation/may";
import { signInOptions } from "./sign-in.ts";
import { store } from "./store.ts";

export type { Seated };

export function now(): Instant {
  return new Date().toISOString() as Instant;
}

export async function seatedOrNull(): Promise<Seated | null> {
  const signIn = await ownSignIn();
  return signIn === null ? null : seatOfSignIn(store(), signIn, now());
}

/** The seat that this browser's sign-in acted in, where that has ended. */
export async function seatTakenBack(): Promise<ReturnType<typeof endedSeatOf>> {
  const signIn = await ownSignIn();
  return signIn === null ? null : endedSeatOf(store(), signIn, now());
}

async function ownSignIn(): Promise<string | null> {
  const session = await getServerSession(signInOptions);
  const signIn = (session as { signIn?: unknown } | null)?.signIn;
  return typeof signIn === "string" ? signIn : null;
}

/**
 * Whoever may do `act`, which every page names before it reads anything: who is not signed in is asked to and comes
 * back to `path`; who may not is told that there is nothing here.
 */
export async function seatedFor(act: Parameters<typeof mayAtAll>[1], path: string): Promise<Seated> {
  const seated = await seatedOrNull();
  if (seated === null) redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  if (!mayAtAll(seated.seat, act)) notFound();
  return seated;
}
