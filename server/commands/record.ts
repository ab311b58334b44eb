/** A record as a file: taken out by whoever holds the store, brought into a store that has none of that report. */
import { readFileSync } from "node:fs";
import { readRecordFile, recordFile } from "#formats/record-file";
import { Checkpoints } from "../checkpoints.ts";
import { bringIn, takeOut } from "../record-files.ts";
import { onStore, print, printed, reportNamed, required } from "./command.ts";

/** Whole: with sealed words and the ids of persons, for whoever runs this holds the store. The public one is a paper. */
export const exportRecord = onStore((store, values) => {
  const report = reportNamed(store, values.report);
  const file = takeOut(store, new Checkpoints(store), report, { holds: "whole" });
  return printed(Buffer.from(recordFile(file)));
});

export const importRecord = onStore((store, values) => {
  const file = readRecordFile(readFileSync(required(values.from, "--from"), "utf8"));
  const { entries, head } = bringIn(store, file);
  const sealed = file.entries.filter(({ body }) => body === undefined).length;
  print(`${file.report}: ${entries} entries, head ${head}\n`);
  if (sealed > 0) print(`${sealed} of them came sealed and stay so.\n`);
  return print(
    file.holds === "whole"
      ? "Persons are not in the file: seat them anew.\n"
      : "The file holds what everybody may read: no ids of persons, nothing sealed.\n",
  );
});
