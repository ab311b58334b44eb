import path from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import Database from "better-sqlite3";
import { API, expect, newId, type Person, REPORT, test } from "./people.ts";
import { cli, PASSWORD, type Server } from "./server.ts";

// A link that is just changing its colour has neither of the two contrasts.
const WITH_WORKER = { serviceWorkers: "allow", reducedMotion: "reduce" } as const;
const CANARY = "Zinnoberrot";

/** The page that stands in for others is kept, and with it the record. */
async function isKept({ page }: Person): Promise<void> {
  await expect
    .poll(() => page.evaluate(async () => (await caches.match("/shell", { cacheName: "shell" }))?.status), {
      timeout: 20_000,
    })
    .toBe(200);
  await expect.poll(() => databases(page), { timeout: 20_000 }).toContain("record");
}

function databases(page: Page): Promise<(string | undefined)[]> {
  return page.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name?.split("/")[0]).toSorted(),
  );
}

async function losesNetwork({ context }: Person, server: Server): Promise<void> {
  await server.kill();
  await context.setOffline(true);
}

test("[L1] [L3] [L6] after one visit the text and drafts open without a network, and no cache holds anything of anybody", async ({
  enters,
  server,
}) => {
  const head = await enters("maple.head", WITH_WORKER);
  await head.opens("32-2");
  await head.takes("support");
  await head.words.fill(CANARY);
  await head.isSaved();
  await head.reads();
  await isKept(head);
  const { page, context } = head;
  await losesNetwork(head, server);

  await page.goto(`${REPORT}#32-2`);
  await expect(page.locator(".para")).toHaveCount(79);
  const chip = page.locator("[data-connection]");
  await expect(chip).toContainText(/Showing the state of \d+:\d\d/);
  await expect(page.getByRole("heading", { name: /^Idea 32-2/ })).toBeVisible();
  await expect(head.words).toHaveValue(CANARY);
  await head.words.fill(`${CANARY} in the lift`);
  await expect(page.locator("[data-saving=device-only]")).toBeVisible();
  await expect(chip).toContainText("Saved on this device only. Not sent: no connection. 1 change waiting.");
  // Another page of the report, as on a phone, and its review: submitting waits, says why, and can be reached.
  await page.goto(`${REPORT}/ideas/32-2`);
  await expect(head.words).toHaveValue(`${CANARY} in the lift`);
  await page.getByRole("link", { name: "Review before submitting" }).click();
  const submit = page.getByRole("button", { name: "Clear and submit to all delegations" });
  await expect(submit).toHaveAttribute("aria-disabled", "true");
  await submit.focus();
  await expect(submit).toBeFocused();
  await expect(submit).toHaveAccessibleDescription("Submit when connected.");
  await page.goto(`${REPORT}/matrix`);
  await expect(page.getByText("This page needs a connection.")).toBeVisible();

  // [L6] Home, the search and the outline's filters answer from what the device holds.
  await page.goto("/");
  await expect(page.getByText(/^To do: the last known list, as of \d+:\d\d/)).toBeVisible();
  await page.getByRole("link", { name: "Position on 32-2" }).click();
  await page.waitForURL("**/review/position.32-2");
  await page.getByRole("searchbox").fill("预警");
  await page.getByRole("searchbox").press("Enter");
  await page.waitForURL("**/search?q=*");
  await expect(page.getByRole("region", { name: "In the text" }).getByRole("listitem")).toHaveCount(13);
  await page.goto(`${REPORT}?show=no-position&text=预警`);
  const outline = page.getByRole("navigation", { name: "Outline" });
  await expect(outline.getByRole("searchbox")).toHaveValue("预警");
  await expect(outline.locator("ol a")).not.toHaveCount(0);
  expect(await outline.locator("ol a").count()).toBeLessThan(20);

  for (const address of [REPORT, `${REPORT}/ideas/32-2`, "/", `${REPORT}/search?q=预警`, "/sign-in"]) {
    await page.goto(address);
    await expect(page.locator("main p").first()).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }
  const held = await page.evaluate(async () => {
    const texts: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        texts.push(request.url, (await (await cache.match(request))?.text()) ?? "");
      }
    }
    return texts.join("\n");
  });
  expect(held.length).toBeGreaterThan(100_000);
  const person = await page.evaluate(
    () => JSON.parse(localStorage.getItem("kept-for") ?? "").person as string,
  );
  for (const personal of [CANARY, "Maple", "maple.head", "demo.test", person]) {
    expect(held.includes(personal), personal).toBe(false);
  }

  await server.start();
  await context.setOffline(false);
  await head.opens("32-2");
  const colleague = await enters("maple.drafter");
  await colleague.opens("32-2");
  await expect(colleague.words).toHaveValue(`${CANARY} in the lift`);
});

test("[L2] what a device keeps is gone when it was taken back or another signs in, and locked when the time is over", async ({
  enters,
  server,
}) => {
  const drafter = await enters("cedar.drafter", WITH_WORKER);
  const { page } = drafter;
  await drafter.reads();
  await isKept(drafter);
  const kept = await databases(page);
  expect(kept).toEqual(["drafts", "record"]);

  // Its time is over: signed in by nobody, kept, and shown to nobody.
  const store = new Database(path.join(server.dataDir, "store.sqlite"));
  store.prepare("UPDATE sign_ins SET expires_at = '2001-01-01T00:00:00.000Z'").run();
  await page.goto(REPORT);
  await expect(page.getByLabel("E-mail")).toBeVisible();
  expect(await databases(page)).toEqual(kept);
  await page.clock.setSystemTime(Date.now() + 13 * 3_600_000);
  await losesNetwork(drafter, server);
  await page.goto(REPORT);
  await expect(page.getByText("stays locked until you sign in again")).toBeVisible();
  await expect(page.locator(".para")).toHaveCount(0);
  await server.start();
  await drafter.context.setOffline(false);

  // The same person finds it again; then the seat is taken away.
  await signsIn(page, "cedar.drafter");
  await drafter.reads();
  expect(await databases(page)).toEqual(kept);
  // The open page is led away by itself: going elsewhere at the same moment, one would overtake the other.
  cli(server.dataDir, "person", "end", "--email", "cedar.drafter@demo.test");
  await expect(page.getByLabel("E-mail")).toBeVisible();
  await expect.poll(() => databases(page)).toEqual([]);

  // Somebody else's, left by a sign-in whose time was over.
  await signsIn(page, "cedar.head");
  await drafter.reads();
  await isKept(drafter);
  store.prepare("UPDATE sign_ins SET expires_at = '2001-01-01T00:00:00.000Z'").run();
  await signsIn(page, "juniper.head");
  await page.goto("/notices");
  await expect.poll(() => databases(page)).toEqual([]);
  store.close();
});

test("[L5] [E12] a round closed while there was no connection: the draft is kept, not submitted, and all of it is said", async ({
  enters,
}) => {
  const [drafter, facilitator] = [await enters("juniper.drafter"), await enters("facilitator")];
  const { page, context } = drafter;
  await drafter.opens("32-2");
  await drafter.takes("support");
  await drafter.words.fill("In time. ");
  await drafter.isSaved();
  await context.setOffline(true);
  await drafter.words.pressSequentially("In the lift.");
  await expect(page.locator("[data-saving=device-only]")).toBeVisible();
  const interrupts = page.locator("[data-heard=assertive]");
  await expect(interrupts).toHaveText("Saved on this device only. Not sent: no connection.");
  const closing = { id: newId(), kind: "round.closed", round: "1" };
  expect((await facilitator.asks("POST", `${API}/submissions`, closing)).status).toBe(201);
  await context.setOffline(false);
  const words =
    /Round 1 closed at \d+:\d\d\s[AP]M while you were offline\. Your draft was kept but not submitted\./;
  await expect(page.locator("[data-closed-meanwhile]")).toHaveText(words);
  await expect(interrupts).toHaveText("Your draft was kept but not submitted.");
  await expect(page.getByRole("region", { name: "Our position" })).toContainText("In time. In the lift.");
  const { body } = await facilitator.asks("GET", `${API}/record?after=0&limit=1000`);
  expect(JSON.stringify(body)).not.toContain("In the lift.");
});

test("[L4] a sign-in that ends at work is taken up again in place, and can be prolonged before", async ({
  enters,
  server,
}) => {
  const drafter = await enters("juniper.drafter");
  const { page, context } = drafter;
  await drafter.opens("32-2");
  await drafter.takes("support");
  await drafter.words.fill("Begun in time. ");
  await drafter.isSaved();
  const store = new Database(path.join(server.dataDir, "store.sqlite"));
  await context.setOffline(true);
  store.prepare("UPDATE sign_ins SET expires_at = '2001-01-01T00:00:00.000Z'").run();
  await drafter.words.pressSequentially("Ended meanwhile.");
  await context.setOffline(false);
  const dialog = page.getByRole("dialog", { name: "Your sign-in has ended" });
  await dialog.getByLabel("E-mail").fill("juniper.drafter@demo.test");
  await dialog.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await dialog.getByRole("button", { name: "Sign in" }).click();
  await drafter.isLive();
  await expect(dialog).toBeHidden();
  await expect(drafter.words).toHaveValue("Begun in time. Ended meanwhile.");
  await drafter.isSaved();

  const soon = new Date(Date.now() + 100_000).toISOString();
  store.prepare("UPDATE sign_ins SET expires_at = ?").run(soon);
  await page.reload();
  await page.getByRole("button", { name: "Stay signed in" }).click();
  await expect(page.getByRole("button", { name: "Stay signed in" })).toBeHidden();
  const { latest } = store.prepare("SELECT max(expires_at) AS latest FROM sign_ins").get() as {
    latest: string;
  };
  expect(Date.parse(latest)).toBeGreaterThan(Date.now() + 11 * 3_600_000);
  store.close();
});

async function signsIn(page: Page, who: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(`${who}@demo.test`);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}
