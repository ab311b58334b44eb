/** The fold kept up with the store: each reader's state, read on from the last entry it has seen. */
import type { SeenEntry } from "#deliberation/entry";
import { fold } from "#deliberation/fold";
import type { ReportId } from "#deliberation/ids";
import { emptyState, type State } from "#deliberation/state";
import { publicForm, seenBy, type Viewer } from "#deliberation/view";
import type { Store } from "./open.ts";
import { readEntries } from "./record.ts";

const PAGE = 1_000;

/** Follows one record as one kind of reader sees it. */
export class Follower {
  #state: State = emptyState();
  readonly #store: Store;
  readonly #report: ReportId;
  readonly #see: (entry: SeenEntry) => SeenEntry;

  constructor(store: Store, report: ReportId, see: (entry: SeenEntry) => SeenEntry) {
    this.#store = store;
    this.#report = report;
    this.#see = see;
  }

  /** The state at the head of the store, or as of entry `at`. */
  state(at: number = Number.POSITIVE_INFINITY): State {
    if (at < this.#state.head.seq) return this.#readOn(emptyState(), at);
    const state = this.#readOn(this.#state, at);
    if (at === Number.POSITIVE_INFINITY) this.#state = state;
    return state;
  }

  #readOn(from: State, until: number): State {
    let state = from;
    for (;;) {
      const page = readEntries(this.#store, this.#report, state.head.seq, PAGE);
      for (const entry of page) {
        if (entry.header.seq > until) return state;
        state = fold(state, this.#see(entry));
      }
      if (page.length < PAGE) return state;
    }
  }
}

const followers = new WeakMap<Store, Map<string, Follower>>();

/** What the judge folds: every entry with every body. */
export function judgeState(store: Store, report: ReportId): State {
  return follower(store, `judge ${report}`, () => new Follower(store, report, (entry) => entry)).state();
}

/** What one kind of reader sees; followers are kept per store, report and reader. */
export function stateFor(store: Store, report: ReportId, viewer: Viewer, at?: number): State {
  const name = viewer.as === "delegation" ? viewer.delegation : `(${viewer.as})`;
  return follower(
    store,
    `${name} ${report}`,
    () => new Follower(store, report, (entry) => seenBy(entry, viewer)),
  ).state(at);
}

/** What everybody may see: the fold of the public forms. Papers are made from it, for they travel further than their reader. */
export function publicStateFor(store: Store, report: ReportId, at?: number): State {
  return follower(store, `(public) ${report}`, () => new Follower(store, report, publicForm)).state(at);
}

function follower(store: Store, name: string, make: () => Follower): Follower {
  const known = followers.get(store) ?? new Map<string, Follower>();
  followers.set(store, known);
  const one = known.get(name) ?? make();
  known.set(name, one);
  return one;
}
