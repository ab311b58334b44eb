/** Papers to standard output: the same bytes as the screen's download. */
import { publicStateFor } from "#db/follow";
import { compile } from "#deliberation/compile";
import { PAPER_LANGS } from "#formats/paper-words";
import { Checkpoints } from "../checkpoints.ts";
import { PAPER_FORMATS, paperOf } from "../papers.ts";
import { shownReport } from "../report-show.ts";
import { onStore, print, reportNamed, Unusable } from "./command.ts";

export const compilePaper = onStore((store, values) => {
  const format = PAPER_FORMATS.find(({ ending }) => ending === values.format);
  if (format === undefined) throw new Unusable("--format takes csv or json");
  const lang = PAPER_LANGS.find((one) => one === (values.lang ?? "en"));
  if (lang === undefined) throw new Unusable("--lang takes en or zh");
  const at = values.at === undefined ? undefined : Number(values.at);
  if (at !== undefined && !(Number.isInteger(at) && at > 0))
    throw new Unusable("--at takes an entry's number");
  const report = reportNamed(store, values.report);
  const compilation = compile(publicStateFor(store, report, at));
  const checkpoint = new Checkpoints(store).of(report, compilation.asOf);
  return print(paperOf({ compilation, checkpoint }, format.ending, lang));
});

export const showReport = onStore((store, values, [what, name]) => {
  if (what !== "show" || !values.json) throw new Unusable("report show NAME --json");
  return print(`${JSON.stringify(shownReport(store, reportNamed(store, name)), null, 2)}\n`);
});
