import AxeBuilder from "@axe-core/playwright";
import mammoth from "mammoth";
import readXlsxFile from "read-excel-file/node";
import { partsOf } from "#formats/zipped";
import { findOffice, openedBy } from "./office.ts";
import { API, expect, PAPER, test } from "./people.ts";

test("a facilitator chooses an idea and hands out a Word file, a marked-up one and a workbook that say what the screen says", async ({
  enters,
}) => {
  const [maple, facilitator] = [await enters("maple.head"), await enters("facilitator")];
  await maple.states("54-1", "reservation", "Only in principle. ١٢");
  const { page } = facilitator;
  await facilitator.opens("54-1");
  await page.getByRole("link", { name: "Papers of this idea" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Papers" })).toBeVisible();
  await expect(page.getByLabel("Ideas")).toHaveValue("54-1");
  await expect(page.getByRole("row", { name: /54-1.*Maple.*Only in principle/ })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const download = page.waitForEvent("download", PAPER);
  await page.getByRole("link", { name: "Word file", exact: true }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^A-63-677_positions_entry-\d+_part_en\.docx$/);
  const made = page.getByRole("listitem").filter({ hasText: file.suggestedFilename() });
  await expect(made).toContainText("until");
  const { value: read } = await mammoth.extractRawText({ path: await file.path() });
  expect(read).toContain("Only in principle. ١٢");
  expect(read).toContain("ideas: 54-1");
  expect(read).toContain("Demonstration: all delegations and their words are fictional.");
  expect(read).not.toContain("Idea 17-1");

  // Whoever goes on to another page meanwhile is told there.
  const asked = page.waitForResponse((one) => one.request().method() === "POST" && one.status() === 202);
  await page.getByRole("link", { name: "PDF", exact: true }).click();
  await asked;
  await page.goto("/reports/A-63-677/rounds");
  const ready = page.getByRole("status").filter({ hasText: "The paper is ready. PDF" });
  await expect(ready.getByRole("link")).toHaveAttribute("href", /\/papers\/[0-9a-f-]+$/, { timeout: 60_000 });
  await ready.getByRole("button", { name: "Close" }).click();
  await expect(ready).toHaveCount(0);
  await page.goto("/notices");
  await expect(page.getByRole("listitem").filter({ hasText: "PDF · entry" })).toContainText("ready, until");
  await page.goto("/reports/A-63-677/export?ideas=54-1");

  await made.getByRole("button", { name: "Remove" }).click();
  await expect(made).toHaveCount(0);

  const link = await page.getByRole("link", { name: "Workbook" }).getAttribute("href");
  const [one, other] = [await page.request.get(link ?? ""), await page.request.get(link ?? "")];
  const bytes = await one.body();
  expect(bytes.equals(await other.body())).toBe(true);
  const [matrix] = await readXlsxFile(bytes);
  const [head = [], row = []] = matrix?.data ?? [];
  expect(row[head.indexOf("Maple")]).toBe("R");

  const forms = await page
    .locator(".papers a")
    .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
  expect(forms.length).toBeGreaterThan(9);
  for (const form of forms) {
    const answer = await page.request.get(form);
    expect(answer.status(), form).toBe(200);
    expect((await answer.body()).length, form).toBeGreaterThan(1_000);
  }

  await page.getByLabel("Delegation").selectOption({ label: "Maple" });
  await page.getByLabel("Language of the headings").selectOption("ar");
  await page.getByRole("button", { name: "Show what it holds" }).click();
  await expect(page).toHaveURL(/delegation=maple/);
  await expect(page.getByText("1 idea, 1 position")).toBeVisible();
  const tracked = await page
    .getByRole("link", { name: "Word file with tracked changes" })
    .getAttribute("href");
  const arabic = partsOf(await (await page.request.get(tracked ?? "")).body()).get("word/document.xml");
  expect(arabic).toContain("ورقة غير رسمية");

  await page.getByLabel("Ideas").fill("seventeen");
  await page.getByRole("button", { name: "Show what it holds" }).click();
  await expect(page.getByText("This cannot be chosen")).toBeVisible();
  expect((await page.request.get(`${API}/compilation.docx?ideas=seventeen`)).status()).toBe(400);
});

test("LibreOffice opens the Word files and the workbook and finds in them what the record holds", async ({
  enters,
}) => {
  // Its installation, on a machine that has none.
  test.setTimeout(300_000);
  const office = findOffice();
  const [maple, facilitator] = [await enters("maple.head"), await enters("facilitator")];
  await maple.states("54-1", "reservation", "نوافق من حيث المبدأ 原则上同意");
  const { page } = facilitator;
  const paper = async (address: string) => (await page.request.get(`${API}/compilation${address}`)).body();
  const marked = await paper("-tracked.docx?lang=en");
  const [plain = "", tracked = "", matrix = ""] = openedBy(office, {
    "plain.docx": await paper(".docx?lang=zh"),
    "tracked.docx": marked,
    "matrix.xlsx": await paper(".xlsx?lang=ar"),
  });
  const text = (xml: string) => xml.replaceAll(/<[^>]*>/g, "");
  for (const all of [plain, tracked, matrix]) expect(text(all)).toContain("نوافق من حيث المبدأ 原则上同意");
  expect(text(plain)).toContain("非正式文件，不是联合国文件");

  const { state } = (await facilitator.asks("GET", `${API}/state`)).body as {
    state: { positions: Record<string, Record<string, { wording: string | null }[]>> };
  };
  const wordings = Object.values(state.positions).flatMap((all) =>
    Object.values(all).flatMap((revisions) => revisions.at(-1)?.wording ?? []),
  );
  expect(wordings.length).toBeGreaterThan(0);
  const written = partsOf(marked).get("word/document.xml") ?? "";
  expect(tracked.match(/<text:insertion>/g)?.length).toBeGreaterThanOrEqual(wordings.length);
  expect(tracked.includes("<text:deletion>")).toBe(written.includes("<w:del "));
  expect(plain).not.toContain("<text:changed-region");
  expect(tracked.match(/<office:annotation /g)?.length).toBeGreaterThan(0);
  expect(plain).not.toContain("<office:annotation ");

  const sheets = matrix.match(/<table:table /g)?.length ?? 0;
  expect(sheets).toBeGreaterThanOrEqual(6);
  expect(matrix.match(/style:writing-mode="rl-tb"/g)?.length).toBe(sheets);
  expect(matrix).not.toContain("table:formula");
});
