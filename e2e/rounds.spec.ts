import AxeBuilder from "@axe-core/playwright";
import { API, expect, newId, type Person, REPORT, test } from "./people.ts";

const round = (of: Person, number: string) =>
  of.page.getByRole("region", { name: `Round ${number}, session` });

test("a facilitator extends, closes and reopens a round, and opens the next; a delegate sees it as it happens", async ({
  enters,
}) => {
  const [facilitator, delegate] = [await enters("facilitator"), await enters("alder.head")];
  const { page } = facilitator;
  for (const one of [facilitator, delegate]) {
    await one.page.goto(`${REPORT}/rounds`);
    await one.isLive();
  }
  await expect(delegate.page.getByRole("button", { name: /round/ })).toHaveCount(0);
  const told = delegate.page.getByRole("region", { name: "Round", exact: true });

  // Extended: never to an earlier day, and never without a reason.
  await page.getByRole("button", { name: "Extend round 1" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Last day, in New York").fill("2020-11-27");
  await dialog.getByRole("button", { name: "Record the new deadline" }).click();
  await expect(dialog.getByRole("alert")).toContainText("later than the one that stands");
  await expect(dialog.getByRole("alert")).toContainText("Give a reason.");
  await dialog.getByLabel("Last day, in New York").fill("2035-12-01");
  await expect(dialog.getByRole("status")).toContainText("weekend in New York");
  await dialog.getByLabel("Last day, in New York").fill("2035-12-07");
  await expect(dialog.getByRole("status")).toContainText("11:00 PM UTC");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await dialog.getByLabel(/^Reason/).fill("Capitals asked for more time.");
  await dialog.getByRole("button", { name: "Record the new deadline" }).click();
  await expect(round(delegate, "1")).toContainText("open, extended");
  await expect(round(delegate, "1")).toContainText("Capitals asked for more time.");
  await expect(told).toContainText("Dec 7, 2035, 6:00 PM New York");
  await expect(delegate.page.getByText("Round 1 was extended.")).toBeAttached();

  // Planned ahead: a plan opens nothing.
  await page.getByRole("button", { name: "Plan a round" }).click();
  const planning = page.getByRole("dialog", { name: "Plan a round" });
  await expect(planning.getByLabel("Number of the round")).toHaveValue("2");
  await planning.getByLabel("First day, in New York").fill("2036-01-09");
  await planning.getByLabel("Last day, in New York").fill("2036-01-08");
  await planning.getByRole("button", { name: "Record the plan" }).click();
  await expect(planning.getByRole("alert")).toContainText("The closing must come after the opening.");
  await planning.getByLabel("Last day, in New York").fill("2036-01-11");
  await planning.getByRole("button", { name: "Record the plan" }).click();
  await expect(round(delegate, "2")).toContainText("planned");
  await expect(round(delegate, "2")).toContainText("January 11, 2036 at 11:00 PM UTC");

  // Closed before its deadline, after the consequences were said.
  await page.getByRole("button", { name: "Close round 1 now" }).click();
  const closing = page.getByRole("alertdialog");
  await expect(closing.getByRole("button", { name: "Leave it open" })).toBeFocused();
  await expect(closing).toContainText("Drafts not submitted are kept by their delegations.");
  await closing.getByRole("button", { name: "Close round 1" }).click();
  await expect(round(delegate, "1")).toContainText("by a facilitator");
  await expect(told).toContainText("Round 1 closed");

  await page.getByRole("button", { name: "Reopen round 1" }).click();
  await page.getByRole("dialog").getByLabel("Last day, in New York").fill("2035-12-14");
  await page
    .getByRole("dialog")
    .getByLabel(/^Reason/)
    .fill("Closed by mistake.");
  await page.getByRole("dialog").getByRole("button", { name: "Reopen round 1" }).click();
  await expect(told).toContainText("Dec 14, 2035");
  await delegate.states("17-1", "support");

  await page.getByRole("button", { name: "Close round 1 now" }).click();
  await closing.getByRole("button", { name: "Close round 1" }).click();
  await page.getByRole("button", { name: "Open a round" }).click();
  await expect(page.getByRole("form").getByLabel("Number of the round")).toHaveValue("2");
  const form = page.getByRole("form", { name: "Open a round" });
  await expect(form.getByLabel("Last day, in New York")).toHaveValue("2036-01-11");
  await form.getByLabel("Last day, in New York").fill("");
  await form.getByRole("button", { name: "Review before opening" }).click();
  await expect(form.getByRole("alert").getByRole("link")).toHaveText(/^Give a day and an hour/);
  await form.getByLabel("Last day, in New York").fill("2036-01-11");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await form.getByLabel("no figures: names by stance alone").check();
  await page.getByRole("button", { name: "Review before opening" }).click();
  await expect(page.getByText("From now on no figures are shown")).toBeVisible();
  await page.getByRole("button", { name: "Open round 2" }).click();
  await expect(round(facilitator, "2")).toContainText("Deadline: Jan 11, 2036, 11:00 PM UTC");
  await expect(round(facilitator, "2").getByRole("listitem")).toContainText(["Planned", "Opened"]);
  await delegate.page.goto(`${REPORT}/history`);
  await expect(
    delegate.page.getByText("Round 1 was reopened until Dec 14, 2035, 6:00 PM New York"),
  ).toBeVisible();
  await delegate.page.goto(`${REPORT}/rounds`);
  await expect(round(delegate, "2")).toContainText("no figures: names by stance alone");
});

test("a deadline runs by the server's time, on a browser whose clock is wrong too", async ({ enters }) => {
  const [facilitator, delegate] = [await enters("facilitator"), await enters("birch.head")];
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  const words = { reason: "To the point.", lang: "en" };
  const asks = (body: object) =>
    facilitator.asks("POST", `${API}/submissions`, { id: newId(), round: "1", ...body });
  expect((await asks({ kind: "round.closed" })).status).toBe(201);
  expect((await asks({ kind: "round.reopened", closesAt: at(40), ...words })).status).toBe(201);
  await delegate.page.clock.install({ time: Date.now() + 2 * 3_600_000 });
  await delegate.reads();
  const strip = delegate.page.getByRole("region", { name: "Round", exact: true });
  await expect(strip).toContainText("Round 1 open");
  await expect(strip.getByRole("timer")).toHaveText(/^in (39|40) minutes$/);
  await delegate.page.clock.fastForward("25:00");
  await expect(delegate.page.getByText(/^Round 1 closes in 1[45] minutes\.$/)).toBeAttached();
});
