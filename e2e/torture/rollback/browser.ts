/**
 * The browser's own code of the live channel (app/_live), run here: what a browser's window would give it is given,
 * with the cookie of whoever's room it asks for.
 */
import { WebSocket } from "ws";
import { textRoot } from "#deliberation/draft";
import { DraftId } from "#deliberation/ids";
import type { State } from "#deliberation/state";
import { LiveDrafts } from "../../../app/_live/live-drafts.ts";
import { LiveRecord } from "../../../app/_live/live-record.ts";
import { REPORT, type Seated } from "../stage.ts";

const ask = globalThis.fetch;

/** Gives this process a window onto one site. @param who reads the record; drafters open their delegation's room. */
export function openWindow(origin: string, who: Seated, drafters: readonly Seated[]): void {
  class Dressed extends WebSocket {
    constructor(address: string | URL) {
      const room = /\/live\/drafts\/[^/]+\/([^?]+)/.exec(String(address))?.[1];
      const seated = drafters.find(({ delegation }) => delegation === room) ?? who;
      super(address, { headers: { cookie: seated.cookie, origin } });
      this.on("error", () => undefined);
    }
  }
  Object.assign(globalThis, {
    window: { location: new URL(origin) },
    WebSocket: Dressed,
    // Only a browser asks for a path alone.
    fetch: (at: string, asked?: RequestInit) =>
      at.startsWith("/") ? ask(origin + at, { headers: { cookie: who.cookie, origin } }) : ask(at, asked),
  });
  Object.defineProperty(globalThis, "navigator", { value: { onLine: true }, configurable: true });
}

export class OpenBrowser {
  readonly record: LiveRecord;
  readonly drafts: LiveDrafts;
  readonly #typed = new Set<DraftId>();

  constructor(seated: Seated, epoch: string, state: State, volumeSize: number) {
    this.record = new LiveRecord({ report: REPORT, epoch, volumeSize, state, readsSealed: false });
    this.drafts = new LiveDrafts({
      report: REPORT,
      delegation: seated.delegation ?? "",
      person: seated.person,
      epoch,
    });
    this.record.onRenewed((renewed) => this.drafts.startClean(renewed));
  }

  open(): void {
    this.record.start();
    this.drafts.start();
  }

  /** The network came back: at once, not after the pause a browser makes by itself. */
  recheck(): void {
    this.record.recheck();
    this.drafts.recheck();
  }

  type(draft: string, words: string): void {
    const id = DraftId.parse(draft);
    this.#typed.add(id);
    this.drafts.text(id, "words").insert(0, `${words}\n`);
    this.drafts.touch(id);
  }

  /** Every word that is on this screen: in the room's texts, or set aside to be copied or put back. */
  get words(): string {
    const aside = [...this.#typed].flatMap((draft) => this.drafts.setAside.of(textRoot("words", draft)));
    return [...Object.values(this.drafts.plain().texts), ...aside].join("\n");
  }

  get isQuiet(): boolean {
    return this.record.connection.phase === "connected" && this.drafts.ready && !this.drafts.unsaved;
  }

  close(): void {
    this.record.stop();
    this.drafts.stop();
  }
}
