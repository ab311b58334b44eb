/** Trials over HTTP: something is asked of the record, rightly or not, and half the time in disguise. */
import { API } from "../desk.ts";
import { type Asked, shown } from "./ask.ts";
import { backInOffice, endSeat, type Home } from "./cast.ts";
import { byAnotherWay, fromElsewhere, inAnotherForm, nobodysCookie, signedAsAnother } from "./disguises.ts";
import type { Saying } from "./saying.ts";
import { again, newWords, ofAnEntry, ofOffice } from "./sayings.ts";
import type { ForgeWorld, Trial } from "./world.ts";

export const submits: Trial = async (world, home) => {
  const { random } = world;
  const make = random.of([newWords, newWords, newWords, ofAnEntry, ofAnEntry, ofOffice, again, again]);
  const saying = await make(world, home);
  const honest = world.request(saying.actor, `${API}/submissions`, saying.submission);
  const { asked, refusedWith } = random.chance(0.4)
    ? await disguised(world, home, saying, honest)
    : { asked: honest, refusedWith: [] };
  await judged(
    world,
    saying,
    asked,
    refusedWith.length === 0 ? saying.wrong : [...saying.wrong, refusedWith],
  );
};

/** A seat or a right ends between two requests of the same browser. */
export const outOfOffice: Trial = async (world, home) => {
  const saying = { ...(await newWords(world, home)), actor: home.submitter };
  const honest = world.request(home.submitter, `${API}/submissions`, saying.submission);
  const rightOnly = world.random.chance(0.5);
  const seat = "(SELECT id FROM seats WHERE person = ?)";
  const right = (until: string) =>
    world.store.sqlite
      .prepare(`UPDATE rights SET until = ? WHERE seat = ${seat}`)
      .run(until, home.submitter.person);
  if (rightOnly) right("2021-01-01T00:00:00.000Z");
  else endSeat(world.store, home.submitter);
  await judged(world, saying, honest, [...saying.wrong, [rightOnly ? 403 : 401]]);
  if (rightOnly) right("2999-01-01T00:00:00.000Z");
  else backInOffice(world.store, home.submitter);
};

/** A page of another site cannot end a sign-in either. */
export const signsAnotherOut: Trial = async (world, home) => {
  const headers = { cookie: home.head.cookie };
  const asked = { method: "DELETE", path: "/api/v1/sign-in", headers, body: "" };
  const disguise = fromElsewhere(asked, world.random, world.origin);
  if (disguise.refusedWith.includes(201)) return;
  const { status } = await world.ask(disguise.asked);
  world.counted(`refused ${status}`);
  if (status !== 403) world.ledger.violations.push(`a sign-out from elsewhere was answered ${status}`);
};

/** [C7] Only the head erases, and only drafts of its own delegation: these words must still be there at the end. */
export const erasesAnothers: Trial = async (world, home) => {
  const { random, cast, origin } = world;
  const draft = world.draft("comment");
  await world.writes(home.drafter, draft);
  const path = `${API}/drafts${random.chance(0.7) ? `/${draft}` : ""}`;
  const by = ({ cookie }: { cookie: string }): Asked => ({
    ...{ method: "DELETE", path, body: "", headers: { cookie, origin } },
  });
  const { drafter, clearer, wavering, capital, reader } = home;
  const mayNot = [drafter, clearer, wavering, capital, reader, cast.facilitator, cast.administrator];
  const other = world.otherHome(home).head;
  const disguised = fromElsewhere(by(home.head), random, origin);
  const [asked, ...statuses] = random.of<[Asked, ...number[]]>([
    [by(random.of(mayNot)), 403],
    // In its own delegation there is no draft of this name, and so nothing to erase.
    [{ ...by(other), path: `${API}/drafts/${draft}` }, 200],
    ...(disguised.refusedWith.includes(201) ? [] : [[disguised.asked, 403] as [Asked, number]]),
    [(await nobodysCookie(by(home.head), random, home, home.head)).asked, 401],
  ]);
  const { status } = await world.ask(asked);
  world.counted(`erasing ${status}`);
  if (!statuses.includes(status))
    world.ledger.violations.push(`an erasing was answered ${status} instead of ${statuses}: ${shown(asked)}`);
};

async function disguised(world: ForgeWorld, home: Home, saying: Saying, honest: Asked) {
  const { random, origin } = world;
  const victim = world.otherHome(home).head;
  return random.of([
    () => nobodysCookie(honest, random, home, random.chance(0.5) ? victim : home.head),
    () => fromElsewhere(honest, random, origin),
    () => inAnotherForm(honest, random),
    () => byAnotherWay(honest, random),
    () => {
      const { body, refusedWith } = signedAsAnother(saying.submission, random, victim);
      return { asked: { ...honest, body }, refusedWith };
    },
  ])();
}

/** @param wrong for each thing wrong with the request, what it may be answered; 201 stands for "as without it". */
async function judged(world: ForgeWorld, saying: Saying, asked: Asked, wrong: number[][]): Promise<void> {
  const { status, body } = await world.ask(asked);
  const may = new Set(wrong.flat().filter((one) => one !== 201));
  if (wrong.every((one) => one.includes(201))) may.add(saying.ok);
  world.counted(status < 300 ? "admitted" : `refused ${status}`);
  if (!may.has(status))
    world.ledger.violations.push(
      `${saying.actor.function ?? saying.actor.as} was answered ${status} instead of ${[...may]}: ${shown(asked)}`,
    );
  if (status !== 201) return;
  const { seq } = (body as { entry: { header: { seq: number } } }).entry.header;
  const { author, submission, actor, cleared, stands } = saying;
  if (!may.has(status)) return;
  const { draft } = submission;
  const drafted = typeof draft === "string" ? world.ledger.drafters(String(author.delegation), draft) : [];
  world.ledger.entries.set(submission.id, { ...author, seq, submission, submitted: actor, cleared, drafted });
  if (stands !== null && author.delegation !== null)
    world.standing.push({ seq, delegation: author.delegation, kind: stands });
  saying.after?.();
}
