/** People at work, in the field's words: each sits at a browser of their own. */
import {
  type Browser,
  type BrowserContext,
  test as base,
  expect,
  type Locator,
  type Page,
} from "@playwright/test";
import { PASSWORD, Server } from "./server.ts";

export const REPORT = "/reports/A-63-677";
export const API = "/api/v1/reports/A-63-677";

/** A paper is made by a process that gives way to everything else: on a busy machine it takes its time. */
export const PAPER = { timeout: 45_000 };

export class Person {
  readonly page: Page;
  readonly context: BrowserContext;

  constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
  }

  async reads(): Promise<void> {
    await this.page.goto(REPORT);
    await this.isLive();
  }

  /** Opens an idea's own page: the same panel as beside the text. */
  async opens(idea: string): Promise<void> {
    await this.page.goto(`${REPORT}/ideas/${idea}`);
    await this.isLive();
  }

  async isLive(): Promise<void> {
    await expect(this.page.locator("[data-connection=connected]")).toBeVisible({ timeout: 20_000 });
  }

  async takes(stance: string): Promise<void> {
    await this.page.getByRole("radio", { name: stance, exact: true }).check();
  }

  get words(): Locator {
    return this.page.getByLabel("Words of the position");
  }

  async isSaved(): Promise<void> {
    await expect(this.page.locator("[data-saving=saved]").first()).toBeVisible();
  }

  /** Drafts, clears and submits a position, as a head of delegation may. */
  async states(idea: string, stance: string, words?: string): Promise<void> {
    await this.opens(idea);
    await this.takes(stance);
    if (words !== undefined) await this.words.fill(words);
    await this.isSaved();
    await this.page.getByRole("link", { name: "Review before submitting" }).click();
    await this.page.getByRole("button", { name: "Clear and submit to all delegations" }).click();
    await this.page.waitForURL(`**/ideas/${idea}`);
  }

  /** What others said since the thread was opened: shown when asked for. */
  async shows(): Promise<void> {
    await this.page.getByRole("button", { name: /^\d+ new/ }).click();
  }

  get positions(): Locator {
    return this.page.getByRole("region", { name: "Positions so far" });
  }

  /** Asks the API from this person's own page, with its cookie and origin. */
  asks(method: string, path: string, body?: object): Promise<{ status: number; body: unknown }> {
    return this.page.evaluate(
      async ([verb, to, json]) => {
        const answer = await fetch(to, {
          method: verb,
          ...(json === null ? {} : { headers: { "content-type": "application/json" }, body: json }),
        });
        const text = await answer.text();
        return { status: answer.status, body: text === "" ? null : JSON.parse(text) };
      },
      [method, path, body === undefined ? null : JSON.stringify(body)] as const,
    );
  }

  /** Clears and submits a comment over the API, as a mission's own system may. @returns its entry. */
  async comments(words: string, { idea = "17-1", audience = "everyone" } = {}): Promise<number> {
    const draft = `comment.${newId()}`;
    const place = { target: { on: "idea", idea }, textVersion: 1, round: "1" };
    const content = { kind: "comment.made", ...place, commentKind: "general", audience, words, lang: "en" };
    await this.asks("POST", `${API}/drafts/${draft}/clearance`, { content });
    const asked = { id: newId(), kind: "comment.made", draft, content };
    const { body } = await this.asks("POST", `${API}/submissions`, asked);
    return (body as { entry: { header: { seq: number } } }).entry.header.seq;
  }

  async headSeq(): Promise<number> {
    const { body } = await this.asks("GET", `${API}/record?after=0&limit=1`);
    return (body as { head: { seq: number } }).head.seq;
  }
}

interface World {
  /** Entries a volume of the record holds. */
  volumeSize: number;
  /** Settings of the server beside those every test has. */
  settings: Record<string, string>;
  server: Server;
  /** Signs somebody in, at a browser of their own. */
  enters: (who: string, options?: Parameters<Browser["newContext"]>[0]) => Promise<Person>;
}

export const test = base.extend<World>({
  volumeSize: [4096, { option: true }],
  settings: [{}, { option: true }],
  server: async ({ volumeSize, settings }, use) => {
    const server = await Server.started({ VOLUME_SIZE: String(volumeSize), ...settings });
    await use(server);
    await server.gone();
  },
  enters: async ({ browser, server }, use) => {
    const contexts: BrowserContext[] = [];
    const mismatches: string[] = [];
    await use(async (who, options = {}) => {
      const context = await browser.newContext({ baseURL: server.origin, ...options });
      contexts.push(context);
      await context.addCookies([{ name: "language", value: "en", url: server.origin }]);
      const page = await context.newPage();
      // The browser took the server's page for another: React then builds it a second time, and only says so here.
      page.on("pageerror", ({ message }) => {
        if (/React error #4(18|19|23|25)/.test(message)) mismatches.push(`${page.url()}: ${message}`);
      });
      await signIn(context, `${who}@demo.test`, server.origin);
      // A place on the same origin, for what is asked before any page is opened.
      await page.goto("/healthz");
      return new Person(context, page);
    });
    for (const context of contexts) await context.close();
    expect(mismatches).toEqual([]);
  },
});

export { expect };

/** As the form does, which has tests of its own. */
async function signIn({ request }: BrowserContext, email: string, origin: string): Promise<void> {
  const headers = { origin, "sec-fetch-site": "same-origin" };
  const { csrfToken } = (await (await request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const form = { csrfToken, email, password: PASSWORD, json: "true" };
  const answer = await request.post("/api/auth/callback/credentials", { headers, form });
  expect(answer.status(), `${email} signs in`).toBe(200);
}

let made = 0;

/** A fresh id of a submission, as a sender makes it (UUIDv7). */
export function newId(): string {
  made += 1;
  const time = Date.now().toString(16).padStart(12, "0");
  const tail = made.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${tail}`;
}
