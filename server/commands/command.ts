/** What the commands share: the options, a store opened and closed, and mistakes told without a stack. */
import { parseArgs } from "node:util";
import { migrateStore } from "#db/migrate";
import { closeStore, openStore, type Store } from "#db/open";
import { reportText } from "#db/reports";
import { ReportId } from "#deliberation/ids";
import { readSettings } from "../settings.ts";

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
  to: { type: "string" },
  from: { type: "string" },
  record: { type: "string", multiple: true },
  checkpoint: { type: "string" },
  section: { type: "string" },
  ideas: { type: "string" },
  round: { type: "string" },
  standing: { type: "boolean" },
  without: { type: "string" },
  lists: { type: "boolean" },
  take: { type: "string" },
  key: { type: "string" },
  help: { type: "boolean" },
} as const;

export type Values = ReturnType<typeof parsed>["values"];

/** @returns the exit code: 0 when all is well, 1 when something does not hold. */
export type Command = (values: Values, words: string[]) => number | Promise<number>;

/** A mistake in what was asked. */
export class Unusable extends Error {}

export function parsed(args: string[]) {
  return parseArgs({ args, options: OPTIONS, allowPositionals: true });
}

export function dataDir(): string {
  return readSettings(process.env).DATA_DIR;
}

/** A command that works on the store, while a server may be serving it. */
export function onStore(
  work: (store: Store, values: Values, words: string[]) => number | Promise<number>,
): Command {
  return async (values, words) => {
    const store = openStore(dataDir());
    try {
      migrateStore(store);
      return await work(store, values, words);
    } finally {
      closeStore(store);
    }
  };
}

export function reportNamed(store: Store, name: string | undefined): ReportId {
  const report = ReportId.safeParse(name);
  if (!report.success || reportText(store, report.data) === null)
    throw new Unusable(`There is no report ${name}.`);
  return report.data;
}

export function required(value: string | undefined, option: string): string {
  if (value === undefined) throw new Unusable(`${option} is missing.`);
  return value;
}

export function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

/** Bytes to standard output, all of them before the process ends. */
export function printed(bytes: Uint8Array): Promise<number> {
  return new Promise((resolve, reject) => {
    process.stdout.write(bytes, (error) => (error ? reject(error) : resolve(0)));
  });
}
