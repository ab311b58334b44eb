import { expect, REPORT, test } from "./people.ts";

test("the secretariat renames a delegation before everybody's eyes; an earlier state keeps the earlier name", async ({
  enters,
}) => {
  const [secretariat, maple] = [await enters("administrator"), await enters("maple.head")];
  const at = await maple.headSeq();
  await maple.page.goto(`${REPORT}/delegations`);
  await maple.isLive();
  await expect(maple.page.getByRole("button", { name: /^Other names/ })).toHaveCount(0);
  const { page } = secretariat;
  await page.goto(`${REPORT}/delegations`);
  await secretariat.isLive();
  await page.getByRole("button", { name: "Other names for Cedar" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("English").fill("Red Cedar");
  await dialog.getByRole("button", { name: "Record the new names" }).click();
  await expect(maple.page.getByText(/^formerly Cedar, until/)).toBeVisible();
  await expect(maple.page.getByText("Red Cedar", { exact: true })).toBeVisible();
  const { body } = await maple.asks("GET", `/api/v1/reports/A-63-677/state?at=${at}`);
  const { state } = body as { state: { delegations: { cedar: { names: { en: string } } } } };
  expect(state.delegations.cedar.names.en).toBe("Cedar");
});
