/** What kept the store from taking something: told apart from mistakes, since waiting or making room mends it. */

/** The refusal for an error of the store's disk; null for any other error. */
export function storageFault(error: unknown): "storage-full" | "storage-unwritable" | null {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== "string") return null;
  if (code === "SQLITE_FULL") return "storage-full";
  return /^SQLITE_(?:IOERR|READONLY|CANTOPEN|BUSY|LOCKED|PERM)/.test(code) ? "storage-unwritable" : null;
}
