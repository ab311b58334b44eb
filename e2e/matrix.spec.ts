import AxeBuilder from "@axe-core/playwright";
import { API, expect, newId, type Person, REPORT, test } from "./people.ts";

const MATRIX = `${REPORT}/matrix`;

const grid = (of: Person) => of.page.getByRole("grid");
const focused = (of: Person) => of.page.locator(":focus");

async function isClean(of: Person): Promise<void> {
  const { violations } = await new AxeBuilder({ page: of.page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test("a facilitator walks the matrix by keyboard, opens a group and a cell, and sees a position arrive where it stands", async ({
  enters,
}) => {
  const [facilitator, birch] = [await enters("facilitator"), await enters("birch.head")];
  const { page } = facilitator;
  await page.goto(`${REPORT}/history`);
  await facilitator.isLive();
  await page.keyboard.press("g");
  await page.keyboard.press("m");
  await page.waitForURL(`**${MATRIX}`);
  await facilitator.isLive();
  await expect(grid(facilitator).locator("[tabindex='0']")).toHaveCount(1);
  await grid(facilitator).locator("[tabindex='0']").focus();
  const first = /^All Member States, idea 16-1: .*support: 2/;
  await expect(focused(facilitator)).toHaveAttribute("aria-label", first);

  // Up into the head, on to the group, and its members beside it.
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowRight");
  await expect(focused(facilitator)).toHaveAccessibleName("Northern Grove 3 delegations");
  await page.keyboard.press("Enter");
  await expect(focused(facilitator)).toHaveAttribute("aria-expanded", "true");
  await expect(page).toHaveURL(/open=northern-grove/);
  await page.keyboard.press("Control+End");
  await expect(focused(facilitator)).toHaveAttribute("aria-label", /^Not in a group, idea A7-1: /);
  await expect(focused(facilitator)).toBeInViewport();
  await page.keyboard.press("Control+Home");
  await expect(focused(facilitator)).toHaveText(/^Idea/);
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageUp");
  await page.keyboard.press("End");
  await page.keyboard.press("Home");
  await expect(focused(facilitator)).toHaveText(/^Idea/);

  // The focus stays where it is while the cell changes under it.
  await page.getByRole("gridcell", { name: /^Birch, idea 17-3/ }).focus();
  await expect(focused(facilitator)).toHaveAttribute("aria-label", "Birch, idea 17-3: not yet stated");
  await birch.states("17-3", "reservation", "Subject to our courts.");
  await expect(focused(facilitator)).toHaveAttribute("aria-label", "Birch, idea 17-3: reservation");
  await expect(page.getByText("Birch, idea 17-3: reservation")).toBeAttached({ timeout: 25_000 });
  await expect(page.getByText("Last changes: 1")).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(focused(facilitator)).toHaveAttribute(
    "aria-label",
    "Northern Grove, idea 17-3: reservation: 1, not yet stated: 2",
  );
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  const sheet = page.getByRole("region", { name: "Birch × 17-3" });
  await expect(sheet.getByRole("heading", { name: "Birch × 17-3" })).toBeFocused();
  await expect(sheet).toContainText("Subject to our courts.");
  await isClean(facilitator);
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
  await expect(focused(facilitator)).toHaveAttribute("aria-label", "Birch, idea 17-3: reservation");
  await page.keyboard.press("Enter");
  await sheet.getByRole("link", { name: "Idea 17-3 in full" }).click();
  await expect(page).toHaveURL(/ideas\/17-3$/);
});

test("filters stand in the address, are taken off one by one, and new rows wait to be asked for", async ({
  enters,
}) => {
  const [facilitator, cedar] = [await enters("facilitator"), await enters("cedar.head")];
  const { page } = facilitator;
  const rows = grid(facilitator).getByRole("rowheader");
  await page.goto(MATRIX);
  await page.getByText("Add a filter").click();
  await page.getByLabel("Pillar").selectOption("Pillar one");
  await page.getByLabel("supported and not supported").check();
  await page.getByLabel("Not yet stated by").selectOption("Northern Grove");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/pillar=1.*filter=contested.*unstated=northern-grove/);
  await expect(rows).toHaveText([/^17-1/]);
  await page.getByRole("link", { name: "Remove the filter “Not yet stated by Northern Grove”" }).click();
  await expect(page).not.toHaveURL(/unstated/);
  await expect(rows).toHaveText([/^16-2/, /^17-1/]);
  await facilitator.isLive();
  await cedar.states("17-2", "support");
  const fig = await enters("fig.head");
  await fig.states("17-2", "does not support");
  await page.getByRole("button", { name: "Rows or columns have changed · Show" }).click();
  await expect(rows).toHaveText([/^16-2/, /^17-1/, /^17-2/]);
  await page.goto(`${MATRIX}?text=no-such-words`);
  await expect(page.getByText("No idea matches these filters.")).toBeVisible();
  await page.goto(`${MATRIX}?since=1`);
  await expect(page.getByText("No idea matches these filters.")).toBeVisible();
  await isClean(facilitator);
});

test("where the modalities hide totals no figure is shown, and a cell opens to names", async ({ enters }) => {
  const facilitator = await enters("facilitator");
  const { page } = facilitator;
  await page.goto(MATRIX);
  await expect(page.getByRole("link", { name: /supported and not supported/ })).toBeVisible();
  const asks = (asked: object) => facilitator.asks("POST", `${API}/submissions`, { id: newId(), ...asked });
  expect((await asks({ kind: "round.closed", round: "1" })).status).toBe(201);
  const modalities = {
    attribution: "attributed",
    audience: "everyone",
    totals: false,
    languages: ["en"],
  };
  const closesAt = new Date(Date.now() + 7 * 24 * 3_600_000).toISOString();
  const opened = await asks({ kind: "round.opened", round: "2", session: 81, closesAt, modalities });
  expect(opened.status).toBe(201);
  await page.reload();
  await expect(page.getByText("The modalities show no totals: open a cell for the names.")).toBeVisible();
  await expect(page.getByRole("link", { name: /supported and not supported/ })).toHaveCount(0);
  await expect(page.locator(".slots, .strip-of")).toHaveCount(0);
  const cell = page.getByRole("gridcell", { name: "Northern Grove, idea 17-1: open for names" });
  await cell.click();
  const sheet = page.getByRole("region", { name: "Northern Grove × 17-1" });
  await expect(sheet.getByRole("heading", { name: "support", exact: true })).toBeVisible();
  await expect(sheet).toContainText("Alder, Birch");
});

test("arrows follow the eye in Arabic, all delegations have a column, and a phone has a list", async ({
  enters,
  server,
}) => {
  const maple = await enters("maple.drafter");
  const { page, context } = maple;
  await page.goto(`${MATRIX}?group=none`);
  await maple.isLive();
  await expect(grid(maple).getByRole("columnheader")).toHaveText([
    /^Idea/,
    /^All Member States/,
    ...["Alder", "Birch", "Cedar", "Elm", "Fig", "Juniper", "Maple", "Olive", "Willow", "Northern Grove"],
  ]);
  await context.addCookies([{ name: "language", value: "ar", url: server.origin }]);
  await page.goto(MATRIX);
  await maple.isLive();
  await grid(maple).locator("[tabindex='0']").focus();
  await page.keyboard.press("ArrowLeft");
  await expect(focused(maple)).toHaveAttribute("aria-colindex", "3");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(focused(maple)).toHaveAttribute("href", /ideas\/16-1$/);
  await isClean(maple);
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(grid(maple)).toBeHidden();
  await expect(page.locator(".matrix-list > li")).toHaveCount(57);
  await isClean(maple);
  await page.locator(".matrix-list a").first().click();
  await expect(page).toHaveURL(/ideas\/16-1$/);
});

test("a facilitator orders and names a view of the matrix, and reminds who has stated nothing", async ({
  enters,
}) => {
  const [facilitator, maple, birch] = [
    await enters("facilitator"),
    await enters("maple.drafter"),
    await enters("birch.head"),
  ];
  const { page } = facilitator;
  await page.goto(`${REPORT}/matrix?filter=opposed`);
  await facilitator.isLive();
  await page.getByRole("link", { name: "By divergence" }).click();
  await page.getByText("Saved views (0)").click();
  await page.getByLabel("Name of this view").fill("Where it parts");
  await page.getByRole("button", { name: "Save this view" }).click();
  await expect(page.getByText("“Where it parts” is saved.")).toBeVisible();
  await page.goto(`${REPORT}/matrix`);
  await page.getByText("Saved views (1)").click();
  await page.getByRole("link", { name: "Where it parts" }).click();
  await page.waitForURL(/filter=opposed/);
  await expect(page.getByRole("link", { name: "By divergence" })).toHaveAttribute("aria-current", "true");
  await page.getByText("Saved views (1)").click();
  await page.getByRole("button", { name: "Forget Where it parts" }).click();
  await expect(page.getByText("Saved views (0)")).toBeVisible();

  await page.goto("/");
  await page.getByRole("link", { name: "Who has not yet stated everything, and reminders" }).click();
  await page.getByRole("button", { name: /^Choose those that have stated nothing/ }).click();
  await expect(page.getByRole("checkbox", { name: "Maple" })).toBeChecked();
  await page.getByLabel("Your words").fill("Maple and Olive, please.");
  await page.getByRole("button", { name: /^Remind \d delegations$/ }).click();
  await expect(page.getByText(/^\d delegations were reminded\.$/)).toBeVisible();
  await maple.page.goto("/");
  await expect(maple.page.getByText("Maple and Olive, please.")).toBeVisible();
  // Nobody else learns of it.
  await birch.page.goto("/");
  await expect(birch.page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await birch.page.content()).not.toContain("Maple and Olive, please.");
  expect((await birch.page.goto(`${REPORT}/not-stated`))?.status()).toBe(404);
});
