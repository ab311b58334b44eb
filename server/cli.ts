/** The command line: the same store, the same judge, the same papers as the server. */
import { backup, newEpoch, restoreBackup } from "./commands/backup.ts";
import { type Command, parsed, print, Unusable } from "./commands/command.ts";
import { drafts } from "./commands/drafts.ts";
import { readTable } from "./commands/filled-table.ts";
import { importText } from "./commands/import.ts";
import { bringLists } from "./commands/lists.ts";
import { seatMembership } from "./commands/membership.ts";
import { compilePaper, showReport } from "./commands/papers.ts";
import { people } from "./commands/people.ts";
import { exportRecord, importRecord } from "./commands/record.ts";
import { publicKey, signCheckpoint, verifyRecords } from "./commands/verify.ts";

const HELP = `Usage: npm run -s cli -- <command>

  verify [--checkpoint FILE --key PEM]         check every record against its head and checkpoints
  verify --record FILE [--record FILE …] [--checkpoint FILE --key PEM]
                                               check a record as GET …/record gave it, page by page;
                                               needs no store
  key                                          the public key of the checkpoints (PEM)
  checkpoint --report A-63-677                 sign the record as it is now
  backup --to DIR                              copy and verify the store, while the server may run
  restore --from DIR                           put a backup in the store's place, in a new epoch;
                                               the server must be stopped
  renew-epoch                                  say that an older copy of the store was put back by other
                                               means: browsers then start clean instead of going on from theirs
  drafts check                                 name the draft rooms that cannot be read
  drafts recover --report A-63-677 --delegation KEY
                                               set the damaged pieces of a draft room aside, so that it opens
  compile --report A-63-677 --format docx|tracked|pdf|xlsx|csv|json|jsonld|akn
          |ippc|ippc-word|iso|iso-word|record [--at ENTRY|TIME] [--lang ar|zh|en|fr|ru|es]
          [--section 2] [--ideas 17-1,17-3] [--delegation KEY] [--round 1] [--standing]
          [--without comments,statements,declarations,dispositions,silences] [--lists] > FILE
                                               compilation of positions, to standard output
  read-table --report A-63-677 --from FILE [--json]
                                               the answers an office filled in an ISO/IEC table (compile
                                               --format iso), each with its cell and what it meets; prepares
                                               nothing
  report show A-63-677 --json                  the report: sections, paragraphs, footnotes, ideas
  import --text FILE                           open an item with the report in FILE
  export-record --report A-63-677 > FILE       the record whole, sealed words and ids of persons with it
                                               (compile --format record: as everybody may read it)
  import-record --from FILE                    bring a record into a store that has none of that report:
                                               same head, same papers; what is sealed in FILE stays sealed
  seat-membership --report A-63-677            admit the 193 Member States, four observers and the regional groups,
                                               empty of words; refused where the demonstration is
  list delegations|groups|memberships|persons
                                               an empty list (CSV) to fill, to standard output
  list … --report A-63-677 --from FILE [--take check|all|right]
                                               judge a list row by row; take all of it, or its right rows alone
  person add --email E --name N --as delegation|facilitator|administrator|reviewer
             [--delegation KEY --function head|drafter|capital|reader] [--clearing] [--submitting]
                                               seat a person; the password is read from standard input
  person password --email E                    set a password, read from standard input
  person end --email E                         end the person's seats and sign-ins, now
  --help                                       this text

DATA_DIR names the folder of the store (default ./var).
`;

const COMMANDS: Record<string, Command> = {
  verify: verifyRecords,
  key: publicKey,
  checkpoint: signCheckpoint,
  backup,
  restore: restoreBackup,
  "renew-epoch": newEpoch,
  drafts,
  compile: compilePaper,
  "read-table": readTable,
  report: showReport,
  import: importText,
  "export-record": exportRecord,
  "import-record": importRecord,
  list: bringLists,
  person: people,
  "seat-membership": seatMembership,
};

async function main(): Promise<number> {
  let input: ReturnType<typeof parsed>;
  try {
    input = parsed(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${HELP}`);
    return 2;
  }
  if (input.values.help) return print(HELP);
  const [name, ...words] = input.positionals;
  try {
    const command = Object.hasOwn(COMMANDS, name ?? "") ? COMMANDS[name ?? ""] : undefined;
    if (command === undefined)
      throw new Unusable(name === undefined ? "Name a command." : `There is no command ${name}.`);
    return await command(input.values, words);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    process.stderr.write(`${error.message}\n${error instanceof Unusable ? `\n${HELP}` : ""}`);
    return error instanceof Unusable ? 2 : 1;
  }
}

process.exitCode = await main();
