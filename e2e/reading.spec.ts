import { expect, REPORT, test } from "./people.ts";

test("words are found in the text and in what was said, by either of two names, and nothing sealed", async ({
  enters,
}) => {
  const { page } = await enters("juniper.drafter");
  await page.goto(REPORT);
  await page.keyboard.press("/");
  await page.keyboard.type("种族灭绝");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Found for “种族灭绝”" })).toBeVisible();
  await expect(page.locator("mark").first()).toHaveText("灭绝种族");
  await page.getByRole("searchbox").fill("VOLUNTARY step");
  await page.keyboard.press("Enter");
  const found = page.getByRole("region", { name: /^In positions/ }).getByRole("listitem");
  await expect(found).toHaveCount(1);
  await expect(found).toContainText("Northern Grove");
  await found.getByRole("link").first().click();
  await expect(page).toHaveURL(/ideas\/16-2$/);
});

test("the reading keys go by their place on the keyboard, name their controls, and can be turned off", async ({
  enters,
}) => {
  const { page } = await enters("juniper.drafter");
  await page.goto(REPORT);
  await page.locator("[data-connection=connected]").waitFor();
  const press = (code: string, key: string) =>
    page.evaluate(
      ([c, k]) => {
        const event = new KeyboardEvent("keydown", { code: c, key: k, bubbles: true, cancelable: true });
        (document.activeElement ?? document.body).dispatchEvent(event);
      },
      [code, key] as const,
    );
  // The key that bears N on a Latin keyboard, on a Russian one.
  await press("KeyN", "т");
  await expect(page).toHaveURL(/#\S+-\d+$/);
  const idea = new URL(page.url()).hash.slice(1);
  await press("KeyP", "з");
  await expect(page.getByRole("radio", { name: "support", exact: true })).toBeFocused();
  await page.getByRole("radio", { name: "support", exact: true }).blur();
  await press("KeyA", "ф");
  const withWording = page.getByRole("radio", { name: "support with suggested wording" });
  await expect(withWording).toBeFocused();
  await expect(withWording).not.toBeChecked();
  await withWording.blur();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(help.getByText("next idea without a position of ours")).toBeVisible();
  await help.getByRole("checkbox").uncheck();
  await page.keyboard.press("Escape");
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await press("KeyN", "n");
  expect(new URL(page.url()).hash.slice(1)).toBe(idea);
  await page.keyboard.press("F6");
  await expect(page.locator(":focus")).toBeVisible();
});

test("Ctrl+Enter leads from words being drafted to their review, and submits nothing", async ({ enters }) => {
  const juniper = await enters("juniper.drafter");
  await juniper.opens("17-2");
  await juniper.takes("support");
  await juniper.isSaved();
  const { page } = juniper;
  await page.locator("form textarea").first().focus();
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/\/review\/position\.17-2$/);
  await expect(page.locator("dl.review")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/\/review\/position\.17-2$/);
  await expect(page.locator("dl.review")).toBeVisible();
});

test("keys are changed for this device, one that is taken is refused; columns are folded and widened by keyboard", async ({
  enters,
}) => {
  const { page } = await enters("juniper.drafter");
  await page.goto(REPORT);
  await page.locator("[data-connection=connected]").waitFor();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await help.getByRole("button", { name: "Change the key: next idea without a position of ours" }).click();
  await page.keyboard.press("c");
  await expect(help.getByText(/^c is taken: write a comment/)).toBeVisible();
  await page.keyboard.press("x");
  await expect(help.getByText("x is now: next idea without a position of ours.")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.reload();
  await page.locator("[data-connection=connected]").waitFor();
  await page.keyboard.press("n");
  expect(new URL(page.url()).hash).toBe("");
  await page.keyboard.press("x");
  await expect(page).toHaveURL(/#\S+-\d+$/);

  await page.keyboard.press("[");
  const outline = page.getByRole("navigation", { name: "Outline" });
  await expect(outline).toBeHidden();
  await page.reload();
  await expect(outline).toBeHidden();
  await page.keyboard.press("[");
  await expect(outline).toBeVisible();
  const line = page.getByRole("separator", { name: "Width of the panel" });
  await line.focus();
  await page.keyboard.press("End");
  await expect(line).toHaveAttribute("aria-valuenow", "640");
  await page.keyboard.press("ArrowRight");
  await expect(line).toHaveAttribute("aria-valuenow", "624");
  await page.keyboard.press("Enter");
  await expect(page.locator("aside.panel")).toBeHidden();
});

test("reading goes on where it was left on this device, and a leap leads back", async ({ enters }) => {
  const { page } = await enters("juniper.drafter");
  await page.goto(REPORT);
  await page.locator('[id="28"]').evaluate((one) => one.scrollIntoView());
  await expect.poll(() => page.evaluate(() => Object.values(localStorage).includes("28"))).toBe(true);
  await page.goto("/");
  await page.goto(REPORT);
  await page.getByRole("button", { name: "Continue at ¶28" }).click();
  await expect(page.locator('[id="28"]')).toBeInViewport();
  await page.getByRole("navigation", { name: "Outline" }).getByRole("link", { name: /^45 / }).click();
  await expect(page.locator('[id="45"]')).toBeInViewport();
  await page.keyboard.press("b");
  await expect(page.locator('[id="28"]')).toBeInViewport();
});

test("Ctrl+K goes to an idea by its number, does what the page can do, and searches for the rest", async ({
  enters,
}) => {
  const { page } = await enters("juniper.drafter");
  await page.goto(REPORT);
  await page.locator("[data-connection=connected]").waitFor();
  const palette = page.getByRole("dialog", { name: "Go to…" });
  const field = palette.getByRole("combobox");
  const open = () =>
    expect(async () => {
      await page.keyboard.press("Control+k");
      await expect(field).toBeFocused({ timeout: 1_000 });
    }).toPass();
  await open();
  await field.fill("17-3");
  await expect(palette.getByRole("option").first()).toContainText("司法");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#17-3$/);
  await expect(page.getByRole("complementary").getByRole("heading", { name: /17-3/ })).toBeVisible();
  await open();
  await field.fill("history");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/history$/);
  await open();
  await field.fill("种族灭绝");
  await page.keyboard.press("ArrowUp");
  await expect(palette.getByRole("option", { selected: true })).toHaveText(
    "Search the report for “种族灭绝”",
  );
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Found for “种族灭绝”" })).toBeVisible();
});
