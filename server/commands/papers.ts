/** Papers to standard output: the same bytes as the screen's download. */
import { Choice, PARTS } from "#deliberation/choice";
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
  const at = asOf(values.at);
  const id = reportNamed(store, values.report);
  const choice = Choice.safeParse({
    section: values.section,
    ideas: values.ideas?.split(","),
    delegation: values.delegation,
    round: values.round,
    without: values.without?.split(","),
    ...(values.standing ? { standing: true } : {}),
    ...(values.lists ? { lists: true } : {}),
  });
  if (!choice.success)
    throw new Unusable(
      `--ideas takes numbers like 17-1,17-3; --delegation a key; --round a number; --without ${PARTS.join(",")}`,
    );
  const seq = asOfIn(store, id, at);
  if (seq === 0) throw new Unusable("Nothing was on record at that moment.");
  const asked = {
    ...{ report: id, seq, format: format.name, lang },
    choice: choice.data,
  };
  return printed(await paperOfStore(store, asked, progressOn(process.stderr)));
});

/** An entry's number, or a moment with its zone. */
function asOf(given: string | undefined): number | string | undefined {
  if (given === undefined) return undefined;
  if (/^[1-9]\d*$/.test(given)) return Number(given);
  if (/T.*(Z|[+-]\d\d:\d\d)$/.test(given) && !Number.isNaN(Date.parse(given))) return given;
  throw new Unusable("--at takes an entry's number, or a moment like 2026-11-20T18:00Z");
}

export const showReport = onStore((store, values, [what, name]) => {
  if (what !== "show" || !values.json) throw new Unusable("report show NAME --json");
  return print(`${JSON.stringify(shownReport(store, reportNamed(store, name)), null, 2)}\n`);
});
