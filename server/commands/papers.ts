/** Papers to standard output: the same bytes as the screen's download. */
import { Choice } from "#deliberation/choice";
import { PAPER_LANGS } from "#formats/paper-words";
import { asOfIn, paperOfStore } from "../paper-of-store.ts";
import { PAPER_FORMATS } from "../papers.ts";
import { shownReport } from "../report-show.ts";
import { onStore, print, printed, reportNamed, Unusable } from "./command.ts";
import { progressOn } from "./progress.ts";

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
  const choice = Choice.safeParse({
    section: values.section,
    ideas: values.ideas?.split(","),
    delegation: values.delegation,
    round: values.round,
    ...(values.standing ? { standing: true } : {}),
  });
  if (!choice.success)
    throw new Unusable("--ideas takes numbers like 17-1,17-3; --delegation a key; --round a number");
  const asked = {
    ...{ report: id, seq: asOfIn(store, id, at), format: format.name, lang },
    choice: choice.data,
  };
  return printed(await paperOfStore(store, asked, progressOn(process.stderr)));
});

export const showReport = onStore((store, values, [what, name]) => {
  if (what !== "show" || !values.json) throw new Unusable("report show NAME --json");
  return print(`${JSON.stringify(shownReport(store, reportNamed(store, name)), null, 2)}\n`);
});
