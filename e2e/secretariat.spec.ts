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

test("[D8] [D9] [D41] [D42] [D43] a list is checked and taken; then a standing ends, and everybody sees what it changes", async ({
  enters,
}) => {
  const [secretariat, fig] = [await enters("administrator"), await enters("fig.head")];
  const { page } = secretariat;
  const main = page.locator("#main");
  await page.goto(`${REPORT}/lists`);
  await secretariat.isLive();
  const brings = (rows: string[]) => {
    const head = "key;kind;name_en;name_zh;name_ar;name_fr;name_ru;name_es";
    const buffer = Buffer.from(`\uFEFF${[head, ...rows].join("\r\n")}\r\n`);
    return page.getByLabel(/^CSV file/).setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer });
  };
  const oak = "oak;member;Oak;橡树;البلوط;Chêne;Дуб;Roble";
  await brings([oak, "Ash;state;Ash;白蜡;المران;Frêne;Ясень;"]);
  await expect(main.getByText("1 row is right, 1 is wrong.")).toBeVisible();
  const wrong = page.getByRole("row", { name: /^3 / });
  for (const column of ["key", "kind", "name_es"])
    await expect(wrong.getByText(column, { exact: true })).toBeVisible();
  await brings([oak]);
  await page.getByRole("button", { name: "Take the one row" }).click();
  await expect(main.getByText("Taken. The rows show what was done.")).toBeVisible();
  await brings([oak]);
  await expect(main.getByText(/^Everything in the right rows is so already/)).toBeVisible();

  await page.goto(`${REPORT}/delegations`);
  await secretariat.isLive();
  await fig.page.goto(`${REPORT}/delegations`);
  await fig.isLive();
  await expect(page.getByRole("heading", { name: "9 Member States" })).toBeVisible();
  await page.getByText("Standing of Fig", { exact: true }).click();
  await page.getByRole("button", { name: "Record a successor…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox").selectOption("oak");
  await dialog.getByLabel(/^Since/).fill("2026-01-05");
  await dialog.getByLabel(/^Decision/).fill("Note 12");
  await expect(dialog.getByText("Member States in every total: 9 now, 8 from then on.")).toBeVisible();
  await dialog.getByRole("button", { name: "Record the succession" }).click();
  await expect(
    fig.page.getByRole("heading", { name: "1 delegation without standing any more" }),
  ).toBeVisible();
  await expect(fig.page.getByText(/^continues as Oak since .+: Note 12$/)).toBeVisible();
  await fig.page.goto("/");
  await expect(fig.page.getByText(/^Your delegation has had no standing/)).toBeVisible();
});
