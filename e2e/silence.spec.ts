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

test("[Z8] [Z9] [Z11] [Z12] an objection by note breaks one idea, the other is announced; another procedure is cancelled", async ({
  enters,
}) => {
  const [facilitator, delegate] = [await enters("facilitator"), await enters("birch.head")];
  const { page } = facilitator;
  await page.goto(`${REPORT}/silence`);
  await facilitator.isLive();
  const starts = async (seconds: number) => {
    const closesAt = new Date(Date.now() + seconds * 1_000).toISOString();
    const said = { wording: "措辞", ideas: ["17-1", "17-3"], lang: "zh", closesAt, others: "continue" };
    const asked = { id: newId(), kind: "silence.started", ...said, reason: "The session ends." };
    expect((await facilitator.asks("POST", `${API}/submissions`, asked)).status).toBe(201);
  };
  const card = (of: typeof page, number: number) =>
    of.getByRole("region", { name: `Silence procedure ${number}` });
  await starts(3_600);
  await card(page, 1).getByRole("button", { name: "Cancel this silence procedure" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Record the cancellation" }).click();
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("Give a reason.");
  await page.getByRole("dialog").getByRole("textbox").fill("The wording was wrong.");
  await page.getByRole("dialog").getByRole("button", { name: "Record the cancellation" }).click();
  await expect(card(page, 1)).toContainText("cancelled");

  await starts(25);
  await card(page, 2).getByRole("button", { name: "Enter an objection received elsewhere" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Objection of").selectOption({ label: "Cedar" });
  await dialog.getByLabel("17-3").uncheck();
  await dialog.getByLabel("In the words received").fill("By note: not 17-1.");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await dialog.getByRole("button", { name: "Record the objection" }).click();
  await delegate.page.goto(`${REPORT}/silence`);
  await delegate.isLive();
  await expect(card(delegate.page, 2)).toContainText("entered by a facilitator");
  await expect(card(page, 2)).toContainText("broken in part", { timeout: 40_000 });
  await card(page, 2).getByRole("button", { name: "Announce the outcome" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Announce: agreed ad referendum" }).click();
  await expect(card(delegate.page, 2)).toContainText("agreed ad referendum");
  await expect(card(delegate.page, 2).getByText("No objection to")).toBeVisible();
});

test.describe("after down time", () => {
  test.use({ settings: { DOWN_AFTER_SECONDS: "6" } });
  test("[Z10] [Z13] a restart within the last two hours moves the deadline by a day, and says why", async ({
    enters,
    server,
  }) => {
    const facilitator = await enters("facilitator");
    const closesAt = new Date(Date.now() + 3_600_000).toISOString();
    const said = { wording: "措辞", ideas: ["17-1"], lang: "zh", closesAt, reason: "The session ends." };
    const asked = { id: newId(), kind: "silence.started", ...said };
    expect((await facilitator.asks("POST", `${API}/submissions`, asked)).status).toBe(201);
    await server.kill();
    await new Promise((done) => setTimeout(done, 6_500));
    await server.start();
    await facilitator.page.goto(`${REPORT}/silence`);
    await expect(facilitator.page.getByText("the service could not be reached between")).toBeVisible();
    const moved = new Date(Date.parse(closesAt) + 24 * 3_600_000).toISOString();
    await expect(facilitator.page.locator(`time[datetime="${moved}"]`)).toBeVisible();
  });
});
