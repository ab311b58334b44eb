import path from "node:path";
import Database from "better-sqlite3";
import { API, expect, REPORT, test } from "./people.ts";

test("home says whose turn it is, leads to the next idea, and what is new since the last visit", async ({
  enters,
  server,
}) => {
  const maple = await enters("maple.head");
  const { page } = maple;
  await page.goto("/");
  const todo = page.getByRole("region", { name: "To do" });
  await expect(page.getByText("This is your first visit.")).toBeVisible();
  const next = page.getByRole("link", { name: /^Continue with the next idea: / });
  const idea = /: (\S+)$/.exec((await next.textContent()) ?? "")?.[1] ?? "";
  await expect(next).toHaveAttribute("href", `${REPORT}?queue=no-position#${idea}`);

  await next.click();
  await expect(page.getByText(/^Ideas without a position of ours\. \d+ of \d+ are stated\.$/)).toBeVisible();
  await maple.isLive();
  await page.getByRole("button", { name: "Next n" }).click();
  await expect(page).not.toHaveURL(new RegExp(`#${idea}$`));
  await maple.opens(idea);
  await maple.takes("support");
  await maple.isSaved();
  await page.goto("/");
  await expect(todo.getByRole("heading", { name: "1 draft was not sent for clearance yet" })).toBeVisible();
  await todo.getByRole("link", { name: new RegExp(`^Position on .?${idea}.?$`) }).click();
  await page.getByRole("button", { name: "Clear these words" }).click();
  await expect(page.getByText(/^Cleared by Head of Maple/)).toBeVisible();
  await page.goto("/");
  await expect(todo.getByRole("heading", { name: "1 draft is cleared and not submitted" })).toBeVisible();
  await todo.getByRole("link", { name: new RegExp(`^Position on .?${idea}.?$`) }).click();
  await page.getByRole("button", { name: /^Submit/ }).click();
  await page.waitForURL(`**/ideas/${idea}`);
  await page.goto("/");
  await expect(page.getByRole("link", { name: /^Continue with the next idea: / })).not.toContainText(
    `: ${idea}`,
  );
  await expect(todo.getByRole("heading", { name: /draft/ })).toHaveCount(0);

  await page.getByRole("link", { name: "Handover pack" }).click();
  await expect(page.getByRole("heading", { name: "What we said: 1 text" })).toBeVisible();
  await expect(page.getByRole("link", { name: /entry \d+, / })).toBeVisible();
  await page.goto(`${REPORT}/handover?since=2030-01-01`);
  await expect(page.getByText("Nothing since that date.")).toBeVisible();

  // Nobody of another delegation, and no facilitator, is told of drafts.
  const facilitator = await enters("facilitator");
  await facilitator.page.goto("/");
  await expect(facilitator.page.getByRole("heading", { name: "The work as it stands" })).toBeVisible();
  expect((await facilitator.asks("GET", `${API}/drafts`)).status).toBe(403);
  expect((await facilitator.page.goto(`${REPORT}/handover`))?.status()).toBe(404);

  const calendar = await page.request.get(`${API}/deadlines.ics?lang=ar`);
  expect(calendar.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
  expect(await calendar.text()).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*\r\nEND:VCALENDAR\r\n$/);
  await page.goto("/");
  await expect(page.getByRole("link", { name: "Deadlines as a calendar file (.ics)" })).toBeVisible();

  // The to-do fails by itself, never the page; it is asked again at the reader's word.
  await page.route(`**${API}/drafts`, (route) => route.abort());
  await page.goto("/");
  await expect(page.getByText("The drafts of your delegation could not be loaded.")).toBeVisible();
  await page.unroute(`**${API}/drafts`);
  await todo.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("The drafts of your delegation could not be loaded.")).toHaveCount(0);

  // As if the last visit had been before the last four entries were made: those of others among them.
  const store = new Database(path.join(server.dataDir, "store.sqlite"));
  const away = store.prepare("UPDATE visits SET seq = seq - 4, at = ?, before_seq = NULL, before_at = NULL");
  expect(away.run("2026-01-05T15:00:00.000Z").changes).toBeGreaterThan(0);
  store.close();
  await page.goto("/");
  const since = page.getByRole("region", { name: /^Since your last visit, Jan 5, 2026/ });
  await expect(since.getByRole("listitem")).not.toHaveCount(0);
  // Being here now does not make it old: the visit goes on.
  await page.reload();
  await expect(since.getByRole("listitem")).not.toHaveCount(0);
  expect(server.said).not.toContain("error");
});
