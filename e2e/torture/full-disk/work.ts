/** Delegations at work on a disk that may fail: what they were answered, told to be kept, and could read meanwhile. */
import { Desk, positionSubmission } from "../desk.ts";
import { DraftWriter } from "../draft-writer.ts";
import { REPORT, type Stage } from "../stage.ts";

const REFUSED = ["storage-full", "storage-unwritable"];
const TRY_LATER = 1013;
const READS = ["record?limit=20", "state", "compilation.csv", "compilation.json"];

type Submission = ReturnType<typeof positionSubmission>;

export class Work {
  /** Entry's number by the words that were answered 201. */
  readonly recorded = new Map<string, number>();
  /** Answered 507: on the record only after asking again. */
  readonly refused: { desk: Desk; submission: Submission }[] = [];
  readonly violations: string[] = [];
  readonly writers: { writer: DraftWriter; delegation: string; written: string[] }[];
  closedForNow = 0;
  reads = 0;
  readonly #stage: Stage;
  readonly #origin: string;
  /** How often the work began: words are said once. */
  #times = 0;
  /** How many violations there were when the work began. */
  #before = 0;
  #going = false;
  #writing = false;
  /** Submissions on their way. */
  #asking = 0;
  #running: Promise<void>[] = [];

  constructor(stage: Stage, origin: string, epoch: string) {
    this.#stage = stage;
    this.#origin = origin;
    this.writers = stage.drafters.map((one) => ({
      writer: new DraftWriter(new Desk(one, origin), epoch),
      delegation: one.delegation ?? "",
      written: [],
    }));
  }

  start(): void {
    this.#before = this.violations.length;
    this.#times += 1;
    this.#going = true;
    this.#writing = true;
    this.#running = [
      ...this.#stage.heads.map((head, n) => this.#submitting(new Desk(head, this.#origin), n)),
      ...this.writers.map((_, n) => this.#drafting(n)),
      this.#reading(new Desk(this.#stage.reviewer, this.#origin)),
    ];
  }

  /** Nothing new is written from here on; what was written goes on trying to get through. */
  rest(): void {
    this.#writing = false;
  }

  /** @param gone the server was killed: what fails now says nothing. */
  async stop({ gone }: { gone: boolean }): Promise<void> {
    this.#going = false;
    await Promise.all(this.#running);
    for (const { writer } of this.writers) writer.leave();
    if (gone) this.violations.length = this.#before;
  }

  /** Words that no acknowledgement covers yet. */
  unsaved(): string[] {
    return this.writers.flatMap(({ writer, written }) => written.filter((words) => !writer.saved.has(words)));
  }

  /** Asks once more, with the same id, for one that was refused. @returns the status. */
  async askAgain(n: number): Promise<number> {
    const one = this.refused[n];
    // Two that clear the same draft at once would each undo the other's clearance.
    if (one === undefined || this.#asking > 0) return 0;
    const { desk, submission } = one;
    const cleared = await desk.clears(submission);
    if (cleared.status !== 201) return cleared.status;
    const { status, body } = await desk.submits(submission);
    if (status === 201) {
      this.refused.splice(n, 1);
      this.recorded.set(submission.content.words, seqOf(body));
    }
    return status;
  }

  async #submitting(desk: Desk, of: number): Promise<void> {
    for (let n = 0; this.#going; n += 1) {
      await pause(20);
      if (!this.#writing) continue;
      // Long enough that a few of them fill any room that is left.
      const words = `said ${this.#times}.${of}.${n} ${"·".repeat(2_000)}`;
      const submission = positionSubmission(this.#stage.ideas[n % this.#stage.ideas.length] ?? "17-1", words);
      this.#asking += 1;
      await this.#watched(async () => {
        const cleared = this.#isKept("a clearance", await desk.clears(submission));
        const answer = cleared ? await desk.submits(submission) : null;
        if (answer !== null && this.#isKept("a submission", answer))
          this.recorded.set(words, seqOf(answer.body));
        else this.refused.push({ desk, submission });
      });
      this.#asking -= 1;
    }
  }

  async #drafting(of: number): Promise<void> {
    const one = this.writers[of];
    if (one === undefined) return;
    await one.writer.join();
    for (let n = 0; this.#going; n += 1) {
      await pause(25);
      const { closedWith } = one.writer;
      if (closedWith !== null) {
        if (closedWith === TRY_LATER) this.closedForNow += 1;
        else this.violations.push(`a draft room closed with ${closedWith}, not with ${TRY_LATER}`);
        await pause(150);
        if (this.#going) await one.writer.join();
      }
      if (!this.#writing) continue;
      const words = `drafted ${this.#times}.${of}.${n}`;
      one.written.push(words);
      one.writer.write(`position.${this.#stage.ideas[n % this.#stage.ideas.length]}`, words);
    }
  }

  async #reading(desk: Desk): Promise<void> {
    for (; this.#going; this.reads += 1) {
      await pause(40);
      const what = READS[this.reads % READS.length] ?? "state";
      await this.#watched(async () => {
        const { status } = await desk.ask("GET", `/api/v1/reports/${REPORT}/${what}`);
        if (status !== 200) this.violations.push(`reading ${what} was answered ${status}`);
      });
    }
  }

  #isKept(what: string, { status, body }: { status: number; body: unknown }): boolean {
    if (status === 201) return true;
    const { code } = body as { code?: string };
    if (status !== 507 || !REFUSED.includes(code ?? ""))
      this.violations.push(`${what} was answered ${status} ${code}`);
    return false;
  }

  async #watched(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.violations.push(`no answer: ${(error as Error).message} ${(error as Error).cause ?? ""}`);
    }
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((over) => setTimeout(over, ms));
}

function seqOf(body: unknown): number {
  return (body as { entry: { header: { seq: number } } }).entry.header.seq;
}
