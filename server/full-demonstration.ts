/**
 * The full demonstration: an Assembly of 193 invented members, three rounds, two of them over. Everything is cleared,
 * submitted and admitted like any other entry, on a clock that tells the moments of the plan.
 */
import { saveClearance } from "#db/clearances";
import { judgeState } from "#db/follow";
import { type Store, writing } from "#db/open";
import { hashPassword } from "#db/password";
import { addPerson, endSeats, type NewPerson } from "#db/people";
import { saveText, saveTitles } from "#db/reports";
import { DEMO_DELEGATIONS, DEMO_PERSONS } from "#db/seed/demonstration";
import { FULL_DELEGATIONS, FULL_FORMER } from "#db/seed/full-demonstration";
import { allSeedIdeas, seedReport } from "#db/seed/seed";
import { DelegationKey, type Instant, PersonId, type ReportId } from "#deliberation/ids";
import { isRefusal } from "#deliberation/refusal";
import { type Actor, Seat } from "#deliberation/seat";
import { GroupCommit } from "./commit.ts";
import { speaker } from "./demonstration.ts";
import { type Act, CLOCK, FACILITATOR, SECRETARIAT } from "./full-demonstration/floor.ts";
import { planFullDemonstration } from "./full-demonstration/plan.ts";
import { RecordKeeper, serverTime } from "./keeper.ts";
import { lengthen } from "./long-demonstration.ts";
import { reportIdOfText, titlesOf } from "./publish.ts";

export const FULL_SEED = 63_677;
/** Asked in one go; no two of them of the same draft. */
const AT_ONCE = 100;

interface Asked {
  password: string;
  /** How long the record is to be at least. */
  entries?: number;
  seed?: number;
  now?: Instant;
}

/** @param keeper goes on after the demonstration, by the server's own time. */
export async function seatFullDemonstration(
  store: Store,
  keeper: RecordKeeper,
  { password, entries = 0, seed = FULL_SEED, now = serverTime() }: Asked,
): Promise<void> {
  const text = seedReport();
  const acts = planFullDemonstration({ seed, now, text });
  const persons = await seatPersons(store, password, { from: acts[0]?.at ?? now, now });
  const report = reportIdOfText(text);
  saveText(store, report, 1, text);
  saveTitles(store, report, titlesOf(allSeedIdeas()));
  await enact(store, report, acts, persons);
  const round = Object.keys(judgeState(store, report).rounds).at(-1) ?? "1";
  const ids = new Map(DEMO_DELEGATIONS.map(({ key }) => [`${key}.head@demo.test`, persons.get(key) ?? ""]));
  await lengthen(judgeState(store, report), entries, speaker(store, keeper, { report, ids, round }));
}

/**
 * Those of the plain demonstration are there to sign in as. The heads of the other delegations have gone home: they
 * are known as who cleared and submitted, hold no seat any more, and get no mail.
 * @returns speaker → person.
 */
async function seatPersons(
  store: Store,
  password: string,
  { from, now }: { from: Instant; now: Instant },
): Promise<Map<string, string>> {
  const passwordHash = await hashPassword(password);
  const add = (person: Omit<NewPerson, "passwordHash">) =>
    addPerson(store, { ...person, passwordHash }, from);
  const persons = new Map<string, string>();
  writing(store, () => {
    for (const person of DEMO_PERSONS) {
      const id = add(person);
      if (person.as === "administrator") persons.set(SECRETARIAT, id);
      if (person.as === "facilitator") persons.set(FACILITATOR, id);
      if (person.function === "head") persons.set(person.delegation ?? "", id);
    }
    for (const { key, names } of [...FULL_DELEGATIONS, ...FULL_FORMER]) {
      if (persons.has(key)) continue;
      const email = `${key}.head@demo.test`;
      const head = { email, name: `Head of ${names.en}`, as: "delegation", delegation: key } as const;
      persons.set(key, add({ ...head, function: "head" }));
      endSeats(store, email, now);
    }
  });
  return persons;
}

/** @throws Error with the refusal: the numbers of later entries rest on every act being admitted. */
async function enact(store: Store, report: ReportId, acts: Act[], persons: ReadonlyMap<string, string>) {
  const due: Instant[] = [];
  const commit = new GroupCommit(
    (work) => writing(store, work),
    () => undefined,
  );
  const keeper = new RecordKeeper(store, { commit, now: () => due.shift() ?? serverTime() });
  for (const batch of batchesOf(acts)) {
    const asked = batch.map(({ at, by, submission }) => ({ at, submission, actor: actorOf(by, persons) }));
    // Together: each by itself would wait for the disk.
    writing(store, () => {
      for (const { at, submission, actor } of asked) {
        if (!("draft" in submission) || actor === "clock" || actor.as !== "delegation") continue;
        const place = { report, delegation: actor.delegation, draft: submission.draft };
        saveClearance(store, place, submission.content, actor.person, at);
      }
    });
    const results = asked.map(({ at, submission, actor }) => {
      due.push(at);
      return keeper.submit(report, submission, actor);
    });
    // Nobody else waits: there is no need to rest between batches.
    commit.flush();
    for (const [index, result] of (await Promise.all(results)).entries()) {
      if (!isRefusal(result)) continue;
      const { by, submission } = batch[index] as Act;
      throw new Error(`${submission.kind} of ${by} was refused: ${result.refused} ${result.detail ?? ""}`);
    }
  }
}

export function actorOf(by: string, persons: ReadonlyMap<string, string>): Actor {
  if (by === CLOCK) return "clock";
  const person = PersonId.parse(persons.get(by));
  if (by === SECRETARIAT) return Seat.parse({ as: "administrator", person });
  if (by === FACILITATOR) return Seat.parse({ as: "facilitator", person });
  const delegation = DelegationKey.parse(by);
  return Seat.parse({ as: "delegation", person, delegation, function: "head", rights: [] });
}

/** A newer clearance of a draft takes the place of the one before: of each draft, one in a batch. */
function* batchesOf(acts: Act[]): Generator<Act[]> {
  let batch: Act[] = [];
  const drafts = new Set<string>();
  for (const act of acts) {
    const draft = "draft" in act.submission ? `${act.by} ${act.submission.draft}` : null;
    if (batch.length === AT_ONCE || (draft !== null && drafts.has(draft))) {
      yield batch;
      batch = [];
      drafts.clear();
    }
    batch.push(act);
    if (draft !== null) drafts.add(draft);
  }
  yield batch;
}
