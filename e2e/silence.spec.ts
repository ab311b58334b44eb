import AxeBuilder from "@axe-core/playwright";
import { API, expect, newId, REPORT, test } from "./people.ts";

test("[Z1] [Z2] [Z6] a wording is put under silence with what is on record, and a Member State breaks it", async ({
  enters,
}) => {
  const [facilitator, delegate] = [await enters("facilitator"), await enters("alder.head")];
  await delegate.states("17-1", "does not support");
  const { page } = facilitator;
  for (const one of [facilitator, delegate]) {
    await one.page.goto(`${REPORT}/silence`);
    await one.isLive();
  }
  await expect(delegate.page.getByRole("button", { name: "Start a silence procedure" })).toHaveCount(0);

  await page.getByRole("button", { name: "Start a silence procedure" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Record and start" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Give the wording.");
  await dialog.getByLabel("Wording").fill("改后的措辞");
  await dialog.getByLabel("Ideas, by their numbers").fill("17-1");
  await expect(dialog.getByText("they must object again")).toBeVisible();
  await expect(dialog.getByRole("listitem").filter({ hasText: "Alder" })).toHaveText("Alder: 17-1");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await dialog.getByRole("button", { name: "Record and start" }).click();

  const card = delegate.page.getByRole("region", { name: "Silence procedure 1" });
  await expect(card).toContainText("running");
  await expect(card).toContainText("your delegation must object again");
  await card.getByRole("button", { name: "Object (break silence)" }).click();
  await card.getByRole("textbox").fill("We cannot join.");
  await delegate.isSaved();
  await card.getByRole("link", { name: "Review before submitting" }).click();
  await delegate.page.getByRole("button", { name: "Clear and submit to all delegations" }).click();
  await delegate.page.waitForURL("**/silence#silence-*");
  await expect(card).toContainText("silence broken");
  await expect(page.getByRole("region", { name: "Silence procedure 1" })).toContainText("We cannot join.");
});

test("[Z4] silence that nobody broke is concluded at the deadline by the server", async ({ enters }) => {
  const [facilitator, delegate] = [await enters("facilitator"), await enters("birch.head")];
  await facilitator.page.goto(`${REPORT}/silence`);
  await facilitator.isLive();
  const closesAt = new Date(Date.now() + 6_000).toISOString();
  const started = { kind: "silence.started", wording: "措辞", ideas: ["17-3"], lang: "zh", closesAt };
  const asks = (more: object) =>
    facilitator.asks("POST", `${API}/submissions`, { id: newId(), ...started, ...more });
  expect((await asks({})).status).toBe(422);
  expect((await asks({ reason: "The session ends." })).status).toBe(201);
  await delegate.page.goto(`${REPORT}/silence`);
  await delegate.isLive();
  const card = delegate.page.getByRole("region", { name: /^Silence procedure/ }).first();
  await expect(card).toContainText("The session ends.");
  await expect(card).toContainText("No objection was received by the deadline.", { timeout: 12_000 });
  await expect(card.getByRole("button")).toHaveCount(0);
});
