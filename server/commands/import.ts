/** Opens an item with the report in a file. */
import { readFileSync } from "node:fs";
import { seedReport } from "#db/seed/seed";
import { PersonId } from "#deliberation/ids";
import { Seat } from "#deliberation/seat";
import { readUnText } from "#formats/untext/read";
import { RecordKeeper } from "../keeper.ts";
import { identifyIdeas, publishText } from "../publish.ts";
import { onStore, print, required } from "./command.ts";

export const importText = onStore(async (store, values) => {
  const { report: text } = readUnText(readFileSync(required(values.text, "--text"), "utf8"));
  const keeper = new RecordKeeper(store);
  // The command line acts for the secretariat: whoever runs it holds the store.
  const secretariat = Seat.parse({
    as: "administrator",
    person: PersonId.parse("00000000-0000-0000-0000-000000000000"),
  });
  const report = await publishText(store, keeper, secretariat, text, { demonstration: false });
  // The one report whose ideas were argued beforehand.
  const seed = seedReport();
  if (text.symbol === seed.symbol && text.lang === seed.lang)
    await identifyIdeas(store, keeper, secretariat, report);
  return print(`${report}: ${text.sections.length} sections, ${text.footnotes.length} footnotes\n`);
});
