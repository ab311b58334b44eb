/** Steps that are refused, or that fail on the way: their words may come back to the person who sent them alone. */
import { v7 } from "uuid";
import { API, positionSubmission } from "../desk.ts";
import { nameOf } from "./canaries.ts";
import { drafts, placed } from "./saying.ts";
import { delegationOf, type Step } from "./world.ts";

export const refused: Step = (world) => {
  const { random, cast, canaries, stage } = world;
  const one = random.of(cast.all);
  const secret = canaries.fresh("refused");
  canaries.add(secret, { in: "request", person: one.person });
  if (one.delegation !== null) canaries.add(secret, { in: "drafts", of: one.delegation });
  const desk = world.desk(one);
  const submission = positionSubmission(random.of(stage.ideas), secret);
  const [to, where] = [`${API}/submissions`, `${API}/drafts/${submission.draft}/clearance`];
  const unlike = { ...submission.content, ...placed(world), words: `${secret} and more` };
  const stranger = { ...submission.content, idea: "99-9", ...placed(world) };
  const said = world.said.length > 0 ? random.of(world.said) : null;
  // The first entry is the secretariat's.
  const others = said === null || said.delegation === one.delegation ? 1 : said.seq;
  const tries: (() => Promise<{ status: number }>)[] = [
    // Never cleared; cleared otherwise; on nothing that exists.
    () => desk.submits(submission),
    () => desk.clears(submission).then(() => desk.submits({ ...submission, content: unlike })),
    () =>
      desk
        .clears({ draft: "position.99-9", content: stranger })
        .then(() => desk.submits({ ...submission, draft: "position.99-9", content: stranger })),
    // Not of the form, each with the words in another place.
    () => desk.send("POST", to, `{"words":"${secret}`),
    () => desk.send("POST", to, JSON.stringify({ ...submission, [secret]: secret })),
    () => desk.send("POST", where, JSON.stringify({ content: { ...submission.content, stance: secret } })),
    () => desk.send("POST", `${where}?${secret}`, `"${secret}"`),
    () => desk.send("POST", to, secret, { "content-type": secret }),
    () => desk.send("POST", to, JSON.stringify(submission), { origin: `https://${secret}.test` }),
    () => desk.send("GET", `${API}/state?at=${secret}`),
    () => desk.send("GET", `/api/v1/reports/${secret}/record`),
    () => desk.send("GET", `/${secret}`, undefined, { "x-canary": secret, "user-agent": secret }),
    // With the number or the id of somebody else's entry.
    () => desk.submits({ id: v7(), kind: "comment.withdrawn", entry: others, reason: secret }),
    () => desk.submits({ ...submission, id: said?.submission.id ?? submission.id }),
  ];
  const act = random.of(tries);
  return async () => {
    const { status } = await act();
    // A head that clears its own words and is admitted is the one who must not be here.
    if (status === 201)
      canaries.violations.push(`a submission that had to be refused was admitted: ${secret}`);
    world.counted(`refused ${status}`);
  };
};

/** The very same submission again: by a colleague it answers with the entry, by anybody else with a refusal. */
export const repeats: Step = (world) => {
  if (world.said.length === 0) return refused(world);
  const { submission } = world.random.of(world.said);
  const one = world.random.of(world.cast.all);
  return async () => {
    const { status } = await world.desk(one).submits(submission);
    world.counted(`repeated ${status}`);
  };
};

/** For a moment the store keeps nothing of one kind: what failed must not be told, in the log neither. */
export const fails: Step = (world) => {
  const { random, cast, canaries } = world;
  const table = random.of(["entries", "clearances", "draft_updates", "draft_authors"]);
  const heads = random.shuffled(cast.heads).slice(0, 4);
  const sent = heads.map((head) => ({ head, secret: canaries.fresh(delegationOf(head)) }));
  for (const { head, secret } of sent) canaries.add(secret, { in: "drafts", of: delegationOf(head) });
  const writing = [drafts(world), drafts(world), drafts(world)];
  return async () => {
    world.store.sqlite.exec(
      `CREATE TRIGGER trouble BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'trouble'); END`,
    );
    try {
      await Promise.all([
        ...sent.map(({ head, secret }) => submits(world.desk(head), secret)),
        ...writing.map((act) => act()),
      ]);
      await new Promise((done) => setTimeout(done, 50));
    } finally {
      world.store.sqlite.exec("DROP TRIGGER trouble");
    }
    world.counted("failed");
  };
  async function submits(desk: ReturnType<typeof world.desk>, secret: string): Promise<void> {
    const submission = positionSubmission("17-1", secret);
    const content = { ...submission.content, round: world.round.id };
    const reach = { in: "entry", of: delegationOf(desk.seated), audience: world.round.audience } as const;
    canaries.ask([secret], reach);
    const cleared = await desk.clears({ ...submission, content });
    const { status } = cleared.status === 201 ? await desk.submits({ ...submission, content }) : cleared;
    if (status === 201) canaries.admit([secret], reach);
  }
};

/** A head erases a draft of its delegation; for anybody else it is refused, and whether it was there shows nowhere. */
export const erases: Step = (world) => {
  const one = world.random.of(world.cast.all);
  const draft = `position.${world.random.of(world.stage.ideas)}`;
  return async () => {
    const { cookie } = one;
    const { status } = await world.desk(one).ask("DELETE", `${API}/drafts/${draft}`);
    world.counted(`erased ${status}`);
    const gone = status === 401 && !world.stayed(one, cookie);
    if (status !== (one.function === "head" ? 200 : 403) && !gone)
      world.canaries.violations.push(`${nameOf(one)} was answered ${status} for erasing ${draft}`);
  };
};
