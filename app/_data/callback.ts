/** Where a sign-in leads back to: a place of this site, whatever the address asked for. */

/** Any origin serves: only what stays on it is kept. */
const HERE = "http://here.invalid";

/** @returns path, query and fragment on this site; `/` for everything else (browsers drop tabs and fold backslashes). */
export function placeOnThisSite(asked: string | undefined): string {
  if (asked === undefined || !asked.startsWith("/") || !URL.canParse(asked, HERE)) return "/";
  const { origin, pathname, search, hash } = new URL(asked, HERE);
  // A path that begins with two slashes would be read as another host once it stands alone.
  return origin === HERE && !pathname.startsWith("//") ? pathname + search + hash : "/";
}
