/** What happens between a process, its data folder and its sockets, as far as a disk and its readers see it. */

/** A file is a number: its name may change, end, or be given to another. */
export type Happening =
  | { kind: "create"; file: number; name: string }
  | { kind: "unlink"; name: string }
  | { kind: "rename"; from: string; to: string }
  | { kind: "write"; file: number; at: number; bytes: Buffer }
  | { kind: "cut"; file: number; size: number }
  | { kind: "sync"; file: number }
  | { kind: "sync-folder" }
  | { kind: "sent"; connection: number; bytes: Buffer };
