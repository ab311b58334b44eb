/**
 * Two servers on the same data, the same work in public; in one a delegation also drafts, clears, fails and comes
 * and goes. What outsiders receive must be the same, byte for byte but for times, salts, hashes and ids.
 */
import { Agent } from "node:http";
import { v7 } from "uuid";
import { API, type Desk, positionSubmission } from "../desk.ts";
import { DraftWriter } from "../draft-writer.ts";
import { ServerProcess } from "../process.ts";
import { copyOf, dropFolder, REPORT, type Stage, stageOf } from "../stage.ts";
import { Canaries } from "./canaries.ts";
import { everything, presence } from "./frames.ts";
import { TappedDesk } from "./tap.ts";
import { within } from "./world.ts";

const SETTLED_MS = 1_200;
const WORDS = ["short", "and this is a much longer comment, in another place and of another kind"] as const;

interface Run {
  stage: Stage;
  origin: string;
  epoch: string;
  drafting: boolean;
  desk(seated: Stage["reviewer"]): TappedDesk;
  /** What outsiders received, in order, under the name of where it came from. */
  heard: string[];
}

/** @returns the first difference; empty when there is none. */
export async function pairHolds(
  steps: number,
  env: Record<string, string>,
  twin: string | null,
): Promise<string[]> {
  const stage = await stageOf(4);
  const folders = [stage.dataDir, copyOf(stage.dataDir)];
  const servers = await Promise.all(folders.map((dataDir) => ServerProcess.started({ dataDir, twin, env })));
  const agent = new Agent({ keepAlive: true });
  try {
    const [quiet = [], busy = []] = await Promise.all(
      servers.map(async ({ origin }, n) => {
        const desk = (seated: Stage["reviewer"]) => new TappedDesk(seated, origin, new Canaries(), agent);
        const { epoch } = await desk(stage.reviewer).record();
        const one: Run = { stage, origin, epoch, drafting: n === 1, desk, heard: [] };
        await acted(one, steps);
        return one.heard;
      }),
    );
    const at = quiet.findIndex((line, n) => line !== busy[n]);
    if (at === -1 && quiet.length === busy.length) return [];
    const n = at === -1 ? Math.min(quiet.length, busy.length) : at;
    return [`outsiders can tell that a delegation drafts: ${differing(quiet[n], busy[n])}`];
  } finally {
    agent.destroy();
    await Promise.all(servers.map((server) => server.kill()));
    for (const folder of folders) dropFolder(folder);
  }
}

async function acted(run: Run, steps: number): Promise<void> {
  const { stage, heard, desk, epoch } = run;
  const [, outside, speaker] = stage.heads;
  if (outside === undefined || speaker === undefined) throw new Error("too few delegations");
  const outsiders = [outside, stage.facilitator, stage.reviewer];
  const socket = desk(outside).socket(`record/${REPORT}/1`, { epoch });
  await within(2_000, new Promise((done) => socket.once("open", done)));
  socket.send(everything());
  await new Promise((done) => setTimeout(done, SETTLED_MS));
  let entries = 0;
  socket.on("message", (data: Buffer) => {
    // How many delegations follow the record is told by a clock, between whatever else: here it is one, always.
    if (data[0] === 101 && data[1] === 1) return;
    if (data[0] === 0) entries += 1;
    heard.push(`record room: ${withoutChance(data.toString("latin1"))}`);
  });
  const tried = v7();
  for (let n = 1; n <= steps; n += 1) {
    if (run.drafting) await drafts(run, n, tried);
    const idea = stage.ideas[n % stage.ideas.length] ?? "17-1";
    if ((await desk(speaker).states(idea, `said ${n}`)).status !== 201) throw new Error("not recorded");
    await sealed(run, n);
    for (let waited = 0; entries < 2 * n && waited < 5_000; waited += 5)
      await new Promise((done) => setTimeout(done, 5));
    for (const one of outsiders) await looksAround(run, desk(one), n, tried);
  }
  await new Promise((done) => setTimeout(done, SETTLED_MS));
  socket.close();
}

/** Sealed words of the same delegation: other ones in each run, of another kind and length. */
async function sealed({ stage, desk, drafting }: Run, n: number): Promise<void> {
  const [head] = stage.heads;
  if (head === undefined) throw new Error("too few delegations");
  const content = {
    ...{ kind: "comment.made", audience: "secretariat", commentKind: drafting ? "question" : "editorial" },
    target: drafting ? { on: "report" } : { on: "idea", idea: "17-1" },
    ...{ words: drafting ? WORDS[1] : WORDS[0], lang: drafting ? "fr" : "en", textVersion: 1, round: "1" },
  };
  const draft = `comment.00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
  await desk(head).clears({ draft, content });
  const answer = await desk(head).submits({ id: v7(), kind: "comment.made", draft, content });
  if (answer.status !== 201) throw new Error("the sealed comment was not recorded");
}

/** All of this is one delegation's own affair. */
async function drafts({ stage, desk, epoch }: Run, n: number, tried: string): Promise<void> {
  const [[head], [drafter]] = [stage.heads, stage.drafters];
  if (head === undefined || drafter === undefined) throw new Error("too few delegations");
  const writer = new DraftWriter(desk(drafter), epoch);
  await writer.join();
  writer.write("position.17-1", `drafted ${n}`);
  const looking = desk(head).socket(`drafts/${REPORT}/${head.delegation}`, { epoch });
  await within(2_000, new Promise((done) => looking.once("open", done)));
  looking.send(presence({ draft: "position.17-1" }));
  await desk(head).clears(positionSubmission("17-2", `cleared ${n}`));
  await desk(head).submits(positionSubmission("17-3", `never cleared ${n}`, tried));
  if (n === 1) await new Promise((done) => setTimeout(done, SETTLED_MS));
  looking.close();
  writer.leave();
}

/** What an outsider may read, and what it may try. */
async function looksAround({ heard, epoch }: Run, desk: TappedDesk, n: number, tried: string): Promise<void> {
  const reading = [
    "record?after=80&limit=1000",
    "state",
    `state?at=${60 + n}`,
    "compilation.csv",
    "compilation.json",
  ];
  for (const one of reading)
    heard.push(`${one}: ${withoutChance((await desk.send("GET", `${API}/${one}`)).raw)}`);
  const { draft, content } = positionSubmission("17-1", "words of mine");
  const id = { id: tried, kind: content.kind, draft: "position.17-3", content };
  for (const body of [{ ...id }, { ...id, draft: "position.17-2", content: { ...content, idea: "17-2" } }])
    heard.push(
      `a try: ${withoutChance((await desk.send("POST", `${API}/submissions`, JSON.stringify(body))).raw)}`,
    );
  heard.push(
    `${draft}: ${withoutChance((await desk.send("POST", `${API}/drafts/${draft}/clearance`, "{}")).raw)}`,
  );
  heard.push(`foreign room: ${await knocked(desk, epoch)}`);
}

async function knocked(desk: Desk, epoch: string): Promise<string> {
  const socket = desk.socket(`drafts/${REPORT}/tree-1`, { epoch });
  const got: string[] = [];
  socket.on("message", (data: Buffer) => got.push(data.toString("hex")));
  const code = await within(2_000, new Promise((done) => socket.once("close", done)));
  return `${got.join(" ")} ${code}`;
}

/** Times, salts, hashes, signatures, ids and what each answer draws anew. */
function withoutChance(text: string): string {
  return text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "<id>")
    .replaceAll(/[0-9a-f]{64}/g, "<hash>")
    .replaceAll(/[0-9a-f]{32}/g, "<salt>")
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, "<time>")
    .replaceAll(/'nonce-[^']+'/g, "<nonce>")
    .replaceAll(/[A-Za-z0-9_-]{86}/g, "<signature>")
    .replaceAll(/Date\n[^\n]+/gi, "<date>");
}

function differing(one = "nothing", other = "nothing"): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const near = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 60));
  return `${one.slice(0, 30)} … ${near(one)} instead of ${near(other)}`;
}
