import { expect, test } from "./people.ts";

test("what concerns a delegation is counted, listed and marked new once; a person chooses which notices come", async ({
  enters,
}) => {
  const [cedar, maple] = [await enters("cedar.head"), await enters("maple.head")];
  const { page } = cedar;
  await page.goto("/");
  const link = page.getByRole("link", { name: /^Notices/ });
  const read = page.waitForResponse(/notices\/read$/);
  await link.click();
  await expect(page.getByRole("heading", { name: "Notices", exact: true })).toBeVisible();
  expect((await read).status()).toBe(200);
  await page.goto("/");
  await expect(link).toHaveText("Notices");

  // A position of Maple concerns nobody else; it is listed among all.
  await maple.states("16-1", "support");
  await page.goto("/");
  await expect(link).toHaveText("Notices");

  const readAgain = page.waitForResponse(/notices\/read$/);
  await page.goto("/notices?show=all");
  await readAgain;
  await expect(
    page.getByRole("listitem").filter({ hasText: "Maple stated its position on idea 16-1" }),
  ).toContainText("New");
  await page.getByRole("group", { name: "Which notices" }).getByRole("radio", { name: "All" }).check();
  await page.getByRole("radio", { name: "never" }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("radio", { name: "never" })).toBeChecked();
  await expect(page.getByText("New", { exact: true })).toHaveCount(0);

  await maple.states("16-2", "support");
  await page.goto("/");
  await expect(link).toHaveText("Notices: 1 new");
});
