/**
 * Loaded before a server under trial (`node --import`): puts the mistake that `TWIN` names into the server's text as
 * it is read. The files stay as they are, the product knows nothing of it, and a mistake whose place is gone stops
 * the process instead of proving nothing.
 */
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { MISTAKES } from "./mistakes.ts";

const ROOT = path.join(import.meta.dirname, "../..");

const mistakes = MISTAKES[process.env.TWIN ?? ""] ?? [];
const byUrl = Map.groupBy(mistakes, ({ file }) => pathToFileURL(path.join(ROOT, file)).href);
for (const { file, says } of mistakes) {
  const times = readFileSync(path.join(ROOT, file), "utf8").split(says).length - 1;
  if (times !== 1) throw new Error(`The mistake ${process.env.TWIN} has ${times} places in ${file}: ${says}`);
}

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    const here = byUrl.get(url);
    if (here === undefined) return loaded;
    const source = here.reduce(
      (text, { says, instead }) => text.replace(says, () => instead),
      String(loaded.source),
    );
    return { ...loaded, source };
  },
});
