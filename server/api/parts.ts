/** What the routes are given, and the application they are added to. */
import type { HttpBindings } from "@hono/node-server";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Logger } from "pino";
import type { Store } from "#db/open";
import type { Seated, Standing } from "#db/sign-ins";
import type { FilledTable } from "#deliberation/brought-answers";
import type { DelegationKey, DraftId, Hash, ReportId, Seq } from "#deliberation/ids";
import type { ChangedCell } from "#formats/house/filled";
import type { BroughtReader } from "../brought-reader.ts";
import type { Checkpoints } from "../checkpoints.ts";
import type { EraseDrafts } from "../erasing.ts";
import type { FilledAsked } from "../filled-table.ts";
import type { RecordKeeper } from "../keeper.ts";
import type { MadePapers } from "../made-papers.ts";
import type { Post } from "../notices/post.ts";
import type { PackAsked } from "../pack.ts";
import type { PaperPress } from "../paper-press.ts";
import type { StoreThread } from "../store-thread.ts";
import type { Env } from "./door.ts";

export interface ApiParts {
  store: Store;
  keeper: RecordKeeper;
  checkpoints: Checkpoints;
  press: PaperPress;
  made: MadePapers;
  brought: BroughtReader;
  packs: StoreThread<PackAsked, Uint8Array>;
  filledTables: StoreThread<FilledAsked, FilledTable | ChangedCell>;
  epoch: string;
  origin: string;
  volumeSize: number;
  log: Logger;
  seatOf(request: HttpBindings["incoming"]): Promise<Seated | null>;
  standingOf(request: HttpBindings["incoming"]): Promise<Standing>;
  /** Tells the delegation's draft room what its draft was recorded as. */
  markSubmitted(
    report: ReportId,
    delegation: DelegationKey,
    draft: DraftId,
    seq: Seq,
    hash: Hash,
  ): Promise<void>;
  eraseDrafts: EraseDrafts;
  signInEnded(signIn: string): void;
  /** @param place empty to end it. */
  invite(report: ReportId, place: string): void;
  post: Post;
}

export type Api = OpenAPIHono<Env>;
