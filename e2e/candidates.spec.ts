import { expect, REPORT, test } from "./people.ts";

test("the secretariat adjusts and accepts a candidate, which a delegate sees arrive; rejects one, opens it again, withdraws an idea", async ({
  enters,
}) => {
  const [secretariat, maple] = [await enters("administrator"), await enters("maple.head")];
  const { page } = secretariat;
  expect((await maple.page.goto(`${REPORT}/candidates`))?.status()).toBe(404);
  await maple.reads();
  await page.goto(`${REPORT}/candidates`);
  await secretariat.isLive();
  const list = page.getByRole("region", { name: /candidates wait$/ });
  const progress = list.getByText(/^57 of 108 passages reviewed$/);
  await expect(progress).toBeVisible();
  const first = list.getByRole("listitem").first();
  const id = (await first.locator(".chip").textContent()) ?? "";
  expect(await maple.page.content()).not.toContain(`#${id}"`);
  const before = (await first.locator("mark").textContent()) ?? "";
  await first.getByRole("button", { name: "End one word earlier" }).click();
  const after = (await first.locator("mark").textContent()) ?? "";
  expect(before.startsWith(after) && after.length < before.length).toBe(true);
  await first.getByRole("button", { name: "Accept as an idea" }).click();
  await expect(list.getByText("58 of 108 passages reviewed")).toBeVisible();
  await maple.opens(id);
  await expect(maple.page.locator("#panel-heading")).toContainText(id);
  await expect(maple.page.getByText(after, { exact: true }).first()).toBeVisible();

  // The next is rejected by its key, told with who and when, and opened again.
  const next = list.getByRole("listitem").first();
  const other = (await next.locator(".chip").textContent()) ?? "";
  await next.getByRole("button", { name: "End one word earlier" }).focus();
  await page.keyboard.press("x");
  await expect(list.getByText("59 of 108 passages reviewed")).toBeVisible();
  await page.reload();
  await list.getByRole("button", { name: "Rejected" }).click();
  await expect(list.getByText(other, { exact: true })).toBeVisible();
  await expect(list.getByText(/^Rejected \w+ \d/)).toBeVisible();
  await list.getByRole("button", { name: "Open again" }).click();
  await expect(list.getByText("58 of 108 passages reviewed")).toBeVisible();

  await page.getByText("58 ideas identified").click();
  const row = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: id, exact: true }) });
  await row.getByRole("button", { name: "Withdraw…" }).click();
  const dialog = page.getByRole("dialog", { name: `Withdraw idea ${id}?` });
  await dialog.getByRole("button", { name: "Withdraw the idea" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Say why.");
  await dialog.getByLabel("Reason").fill("Not set in bold.");
  await dialog.getByRole("button", { name: "Withdraw the idea" }).click();
  await expect(page.getByText("57 ideas identified")).toBeVisible();
});

test("[D46] a candidate is split by keyboard, its parts merged again, and each step taken back", async ({
  enters,
}) => {
  const secretariat = await enters("administrator");
  const { page } = secretariat;
  await page.goto(`${REPORT}/candidates`);
  await secretariat.isLive();
  const list = page.getByRole("region", { name: /candidates wait$/ });
  const first = list.getByRole("listitem").first();
  const id = (await first.locator(".chip").textContent()) ?? "";
  const whole = (await first.locator(".within mark").textContent()) ?? "";
  const item = (of: string) =>
    list.getByRole("listitem").filter({ has: page.locator(".chip").getByText(of, { exact: true }) });
  await first.getByRole("button", { name: "Split…" }).focus();
  await page.keyboard.press("s");
  await page.keyboard.press("Enter");
  const parts = await first.locator("fieldset mark").allTextContents();
  expect(parts.join("").replaceAll(/\s/g, "")).toBe(whole.replaceAll(/\s/g, ""));
  await first.getByRole("button", { name: "Split here" }).click();
  await expect(item(`${id}~2`).locator(".within mark")).toHaveText(parts[1] ?? "");
  // Kept: it is so after the page was left.
  await page.reload();
  await secretariat.isLive();
  await item(`${id}~1`)
    .getByRole("button", { name: `Merge with ${id}~2…` })
    .click();
  await item(`${id}~1`).getByRole("button", { name: "Merge", exact: true }).click();
  const merged = item(`${id}~1~${id}~2`);
  await expect(merged.locator(".within mark")).toHaveText(whole);
  await merged.getByRole("button", { name: `Undo: back to ${id}~1 as it was` }).click();
  await item(`${id}~1`)
    .getByRole("button", { name: `Undo: back to ${id} as it was` })
    .click();
  await expect(item(id).locator(".within mark")).toHaveText(whole);
  await expect(item(`${id}~2`)).toHaveCount(0);
});
