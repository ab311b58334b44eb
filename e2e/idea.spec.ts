import AxeBuilder from "@axe-core/playwright";
import { v7 } from "uuid";
import { expect, REPORT, test } from "./people.ts";

test("a facilitator compares rounds, sums an idea up in two versions, and puts it on the wall, where it can be frozen", async ({
  enters,
}) => {
  const [maple, juniper, facilitator] = [
    await enters("maple.head"),
    await enters("juniper.head"),
    await enters("facilitator"),
  ];
  await maple.states("54-1", "support");
  await juniper.states("54-1", "does not support", "Not in this form.");
  const { page } = facilitator;
  await facilitator.opens("54-1");
  await page.getByRole("link", { name: /^Next idea/ }).click();
  await expect(page).not.toHaveURL(/54-1$/);
  await page.getByRole("link", { name: "Previous idea 54-1" }).click();
  await facilitator.isLive();

  const summary = page.getByRole("region", { name: "Facilitator’s summary, not an official record" });
  for (const words of ["Views differ on the form.", "Views differ on the form alone."]) {
    await summary.getByRole("button", { name: "Issue a summary" }).click();
    await page.getByRole("dialog").getByRole("textbox").fill(words);
    await page.getByRole("button", { name: "Issue to everyone" }).click();
    await expect(summary.getByText(words, { exact: true }).first()).toBeVisible();
  }
  await expect(summary.getByText("1 earlier version")).toBeVisible();
  await juniper.opens("54-1");
  await expect(juniper.page.getByText("Views differ on the form alone.", { exact: true })).toBeVisible();
  await expect(juniper.page.getByRole("button", { name: "Issue a summary" })).toHaveCount(0);
  expect((await juniper.asks("PUT", "/api/v1/reports/A-63-677/projector", { idea: "54-1" })).status).toBe(
    403,
  );

  // The wall, read by a delegation: what it shows is what everybody may read.
  const wall = juniper.page;
  await wall.goto("/projector/A-63-677");
  await expect(wall.getByRole("heading", { level: 1 })).toHaveText("No idea is on the projector.");
  await page.getByRole("button", { name: "Show on the projector" }).click();
  await expect(wall.getByRole("heading", { level: 1 })).toHaveText("Idea 54-1");
  await expect(wall.getByRole("region", { name: "does not support" })).toContainText("Juniper");
  expect((await new AxeBuilder({ page: wall }).analyze()).violations).toEqual([]);
  await wall.getByRole("button", { name: "Freeze" }).click();
  await expect(wall.getByText(/^Frozen at \d/)).toBeVisible();
  await maple.states("54-1", "reservation", "Only in principle.");
  await facilitator.shows();
  await expect(wall.getByRole("region", { name: "support", exact: true })).toContainText("Maple");
  await wall.getByRole("button", { name: "Resume" }).click();
  await expect(wall.getByRole("region", { name: "reservation" })).toContainText("Maple");

  // Another idea, from the second window, by opening it.
  await page.getByLabel("each idea I open here").check();
  await page.goto(`${REPORT}/ideas/17-1`);
  await expect(wall.getByRole("heading", { level: 1 })).toHaveText("Idea 17-1");

  // A round ends; who moves in the next is told.

  const submit = (body: object) =>
    facilitator.asks("POST", "/api/v1/reports/A-63-677/submissions", { id: v7(), ...body });
  expect((await submit({ kind: "round.closed", round: "1" })).status).toBe(201);
  const modalities = { attribution: "attributed", audience: "everyone", totals: true, languages: ["en"] };
  const opening = { kind: "round.opened", round: "2", session: 63, closesAt: "2999-01-01T00:00:00.000Z" };
  expect((await submit({ ...opening, modalities })).status).toBe(201);
  await maple.states("54-1", "does not support", "Not any more.");
  await page.goto(`${REPORT}/ideas/54-1`);
  const compared = page.getByRole("region", { name: "Rounds compared" });
  await compared.getByText("1 delegation moved").click();
  await expect(compared.getByRole("listitem").filter({ hasText: "Maple" }).last()).toContainText(
    "reservation",
  );
  await compared.getByRole("radio", { name: "table" }).check();
  const row = compared.getByRole("row", { name: /^Round 2, as it stands now/ });
  await row.getByRole("button", { name: "2 does not support" }).click();
  await expect(compared.locator(".name-list").last()).toContainText("Juniper");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
