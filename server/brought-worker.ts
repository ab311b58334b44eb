/** Reads one file from outside, in a thread that holds nothing else and is thrown away; asked by brought-reader.ts. */
import { parentPort, workerData } from "node:worker_threads";
import { HostileFile, readBrought } from "#formats/brought-file";
import { readBroughtTables } from "#formats/brought-tables";
import type { ListKind } from "#formats/lists/columns";
import { readList } from "#formats/lists/read";

try {
  const { what, bytes, kind }: { what: string; bytes: Uint8Array; kind: ListKind } = workerData;
  const read =
    what === "list"
      ? readList(kind, bytes)
      : what === "tables"
        ? readBroughtTables(bytes)
        : await readBrought(bytes);
  parentPort?.postMessage({ read });
} catch (error) {
  parentPort?.postMessage({ refused: error instanceof HostileFile ? "file-refused" : "file-unreadable" });
}
