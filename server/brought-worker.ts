/** Reads one file from outside, in a thread that holds nothing else and is thrown away; asked by brought-reader.ts. */
import { parentPort, workerData } from "node:worker_threads";
import { HostileFile, readBrought } from "#formats/brought-file";
import { readBroughtTables } from "#formats/brought-tables";

try {
  const bytes: Uint8Array = workerData.bytes;
  const read = workerData.what === "tables" ? readBroughtTables(bytes) : await readBrought(bytes);
  parentPort?.postMessage({ read });
} catch (error) {
  parentPort?.postMessage({ refused: error instanceof HostileFile ? "file-refused" : "file-unreadable" });
}
