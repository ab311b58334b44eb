/** Papers to standard output: the same bytes as the screen's download. */
import { publicStateFor } from "#db/follow";
import { reportText } from "#db/reports";
import { Choice } from "#deliberation/choice";
import { compile } from "#deliberation/compile";
import { PAPER_LANGS } from "#formats/paper-words";
import { Checkpoints } from "../checkpoints.ts";
import { PAPER_FORMATS, paperOf } from "../papers.ts";
import { shownReport } from "../report-show.ts";
import { onStore, print, printed, reportNamed, Unusable } from "./command.ts";

export const compilePaper = onStore(async (store, values) => {
  const format = PAPER_FORMATS.find(({ name }) => name === values.format);
  if (format === undefined)
    throw new Unusable(`--format takes ${PAPER_FORMATS.map(({ name }) => name).join(", ")}`);
  const lang = PAPER_LANGS.find((one) => one === (values.lang ?? "en"));
  if (lang === undefined) throw new Unusable(`--lang takes ${PAPER_LANGS.join(", ")}`);
  const at = values.at === undefined ? undefined : Number(values.at);
  if (at !== undefined && !(Number.isInteger(at) && at > 0))
    throw new Unusable("--at takes an entry's number");
  const id = reportNamed(store, values.report);
  const report = reportText(store, id);
  if (report === null) throw new Unusable(`There is no report ${id}.`);
  const choice = Choice.safeParse({
    section: values.section,
    ideas: values.ideas?.split(","),
    delegation: values.delegation,
    round: values.round,
    ...(values.standing ? { standing: true } : {}),
  });
  if (!choice.success)
    throw new Unusable("--ideas takes numbers like 17-1,17-3; --delegation a key; --round a number");
  const compilation = compile(publicStateFor(store, id, at));
  const checkpoint = new Checkpoints(store).of(id, compilation.asOf);
  return printed(
    await paperOf({
      source: { compilation, report, checkpoint },
      format: format.name,
      lang,
      choice: choice.data,
    }),
  );
});

export const showReport = onStore((store, values, [what, name]) => {
  if (what !== "show" || !values.json) throw new Unusable("report show NAME --json");
  return print(`${JSON.stringify(shownReport(store, reportNamed(store, name)), null, 2)}\n`);
});
