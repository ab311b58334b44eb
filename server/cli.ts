/** The command line: the same store, the same judge, the same papers as the server. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { publicStateFor } from "#db/follow";
import { renewEpoch } from "#db/installation";
import { migrateStore } from "#db/migrate";
import { closeStore, openStore, type Store } from "#db/open";
import { hashPassword } from "#db/password";
import { addPerson, setPassword } from "#db/people";
import { allEntries, headOf } from "#db/record";
import { reportList, reportText } from "#db/reports";
import { seedReport } from "#db/seed/seed";
import { compile } from "#deliberation/compile";
import { PersonId, ReportId } from "#deliberation/ids";
import { Seat } from "#deliberation/seat";
import { verify } from "#deliberation/verify";
import { PAPER_LANGS } from "#formats/paper-words";
import { readUnText } from "#formats/untext/read";
import { RecordKeeper, serverTime } from "./keeper.ts";
import { PAPER_FORMATS, paperOf } from "./papers.ts";
import { identifyIdeas, publishText } from "./publish.ts";
import { shownReport } from "./report-show.ts";
import { readSettings } from "./settings.ts";

const HELP = `Usage: npm run -s cli -- <command>

  verify                                       check every record against its head
  compile --report A-63-677 --format csv|json [--at ENTRY] [--lang en|zh]
                                               compilation of positions, to standard output
  report show A-63-677 --json                  the report: sections, paragraphs, footnotes, ideas
  import --text FILE                           open an item with the report in FILE
  person add --email E --name N --as delegation|facilitator|administrator|reviewer
             [--delegation KEY --function head|drafter|capital|reader] [--clearing] [--submitting]
                                               seat a person; the password is read from standard input
  person password --email E                    set a password, read from standard input
  renew-epoch                                  say that an older copy of the store was put back:
                                               browsers then start clean instead of going on from theirs
  --help                                       this text

DATA_DIR names the folder of the store (default ./var).
`;

const OPTIONS = {
  report: { type: "string" },
  format: { type: "string" },
  at: { type: "string" },
  lang: { type: "string" },
  json: { type: "boolean" },
  text: { type: "string" },
  email: { type: "string" },
  name: { type: "string" },
  as: { type: "string" },
  delegation: { type: "string" },
  function: { type: "string" },
  clearing: { type: "boolean" },
  submitting: { type: "boolean" },
  help: { type: "boolean" },
} as const;

type Values = ReturnType<typeof parsed>["values"];

/** A mistake in what was asked, told without a stack. */
class Unusable extends Error {}

function parsed(args: string[]) {
  return parseArgs({ args, options: OPTIONS, allowPositionals: true });
}

async function run(store: Store, [command, ...words]: string[], values: Values): Promise<number> {
  switch (command) {
    case "verify":
      return verifyAll(store);
    case "compile":
      return compileOne(store, values);
    case "report":
      if (words[0] !== "show" || !values.json) throw new Unusable("report show NAME --json");
      return print(`${JSON.stringify(shownReport(store, reportNamed(store, words[1])), null, 2)}\n`);
    case "import":
      return importText(store, required(values.text, "--text"));
    case "renew-epoch":
      return print(`The store's epoch is ${renewEpoch(store)}\n`);
    case "person":
      return person(store, words[0], values);
    default:
      throw new Unusable(command === undefined ? "Name a command." : `There is no command ${command}.`);
  }
}

function verifyAll(store: Store): number {
  const verdicts = reportList(store).map((report) => {
    const verdict = verify(allEntries(store, report), headOf(store, report));
    const { fault, entries, head } = verdict;
    if (fault === null) print(`${report}: ${entries} entries, chain unbroken, head ${head}\n`);
    else print(`${report}: does not hold at entry ${fault.seq} (${fault.what})\n`);
    return verdict.intact;
  });
  if (verdicts.length === 0) print("There is no record yet.\n");
  return verdicts.includes(false) ? 1 : 0;
}

function compileOne(store: Store, values: Values): number {
  const format = PAPER_FORMATS.find(({ ending }) => ending === values.format);
  if (format === undefined) throw new Unusable("--format takes csv or json");
  const lang = PAPER_LANGS.find((one) => one === (values.lang ?? "en"));
  if (lang === undefined) throw new Unusable("--lang takes en or zh");
  const at = values.at === undefined ? undefined : Number(values.at);
  if (at !== undefined && !(Number.isInteger(at) && at > 0))
    throw new Unusable("--at takes an entry's number");
  return print(
    paperOf(compile(publicStateFor(store, reportNamed(store, values.report), at)), format.ending, lang),
  );
}

async function importText(store: Store, file: string): Promise<number> {
  const { report: text } = readUnText(readFileSync(file, "utf8"));
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
}

async function person(store: Store, what: string | undefined, values: Values): Promise<number> {
  const email = required(values.email, "--email");
  const password = readFileSync(0, "utf8").trim();
  if (password.length < 8) throw new Unusable("A password has at least eight characters.");
  if (what === "password") {
    if (!(await setPassword(store, email, password))) throw new Unusable("Nobody has this address.");
    return print("The password was set.\n");
  }
  if (what !== "add") throw new Unusable("person add, or person password");
  const rights = (["clearing", "submitting"] as const).filter((right) => values[right]);
  const seat = Seat.safeParse({ ...values, person: "00000000-0000-0000-0000-000000000000", rights });
  if (!seat.success) throw new Unusable(`The seat does not hold: ${seat.error.issues[0]?.path.join(".")}`);
  const seated =
    seat.data.as === "delegation" ? { delegation: seat.data.delegation, function: seat.data.function } : {};
  const [name, passwordHash] = [required(values.name, "--name"), await hashPassword(password)];
  addPerson(store, { email, name, passwordHash, as: seat.data.as, rights, ...seated }, serverTime());
  return print(`${email} is seated.\n`);
}

function reportNamed(store: Store, name: string | undefined): ReportId {
  const report = ReportId.safeParse(name);
  if (!report.success || reportText(store, report.data) === null)
    throw new Unusable(`There is no report ${name}.`);
  return report.data;
}

function required(value: string | undefined, option: string): string {
  if (value === undefined) throw new Unusable(`${option} is missing.`);
  return value;
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

async function main(): Promise<number> {
  let input: ReturnType<typeof parsed>;
  try {
    input = parsed(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${HELP}`);
    return 2;
  }
  if (input.values.help) return print(HELP);
  const store = openStore(readSettings(process.env).DATA_DIR);
  try {
    migrateStore(store);
    return await run(store, input.positionals, input.values);
  } catch (error) {
    if (!(error instanceof Unusable) && !(error instanceof Error)) throw error;
    process.stderr.write(`${error.message}\n${error instanceof Unusable ? `\n${HELP}` : ""}`);
    return error instanceof Unusable ? 2 : 1;
  } finally {
    closeStore(store);
  }
}

process.exitCode = await main();
