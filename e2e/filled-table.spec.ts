import AxeBuilder from "@axe-core/playwright";
import readXlsxFile from "read-excel-file/node";
import writeExcelFile from "write-excel-file/node";
import { findOffice, rewrittenBy } from "./office.ts";
import { API, expect, REPORT, test } from "./people.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** An office fills in the last column of the rows that hold some words, with a program of its own. */
async function filled(bytes: Buffer, answers: Record<string, string>): Promise<Uint8Array> {
  const [sheet] = await readXlsxFile(bytes);
  const data = (sheet?.data ?? []).map((row) => {
    const said = Object.entries(answers).find(([words]) => row.includes(words))?.[1];
    return (said === undefined ? row : row.with(7, said)).map((value) =>
      value === null ? null : { value: String(value), type: String },
    );
  });
  return writeExcelFile([{ sheet: "Comments", data }]).toBuffer();
}

test("[J10] [J11] [J12] a table of ISO and IEC goes out, comes back filled in through another program, and its answers are prepared, not published", async ({
  enters,
}) => {
  // LibreOffice's installation, on a machine that has none.
  test.setTimeout(300_000);
  const office = findOffice();
  const [facilitator, maple] = [await enters("facilitator"), await enters("maple.head")];
  await maple.comments("Keep the agreed language.");
  await maple.comments("A full stop is missing.", { idea: "54-1" });
  await maple.comments("Perhaps later.", { idea: "54-1" });
  const { page } = facilitator;
  await page.goto(`${REPORT}/dispositions`);
  await page.getByRole("link", { name: "Answers from a filled-in table" }).click();
  await facilitator.isLive();
  const address = (await page.getByRole("link", { name: "workbook" }).getAttribute("href")) ?? "";
  const table = await (await page.request.get(address)).body();
  const answers = {
    "Keep the agreed language.": "Not accepted. The text stands as issued.",
    "A full stop is missing.": "Accepted",
    "Perhaps later.": "To be seen with the chair",
  };
  const [workbook, word] = rewrittenBy(office, {
    "answers.xlsx": await filled(table, answers),
    "untouched.docx": await (await page.request.get(`${API}/compilation-iso-word.docx?lang=ar`)).body(),
  });
  const bring = (name: string, buffer: Uint8Array | undefined) =>
    page
      .getByLabel("Filled-in table")
      .setInputFiles({ name, mimeType: XLSX, buffer: Buffer.from(buffer ?? []) });

  await bring("untouched.docx", word);
  await expect(page.getByRole("heading", { name: "No new answer" })).toBeVisible();

  await bring("changed.xlsx", await filled(table, { ...answers, "MB/NC": "Answer" }));
  await expect(page.locator(".errsum")).toContainText("Comments!H10");
  await expect(page.locator(".errsum")).toContainText("“Observations of the Secretariat” was expected here");

  await bring("answers.xlsx", workbook);
  await expect(page.getByRole("heading", { name: "2 new answers" })).toBeVisible();
  const unclear = page.getByRole("region", { name: "1 not understood, not taken" });
  await expect(unclear.getByRole("listitem")).toContainText(/Comments!H\d+.*54-1.*To be seen with the chair/);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("button", { name: "Prepare 2 answers" }).click();
  const fresh = page.getByRole("region", { name: "2 new answers" });
  await expect(fresh.getByRole("listitem").filter({ hasText: "prepared" })).toHaveCount(2);
  await fresh.getByRole("link", { name: "Review and publish" }).click();
  await expect(page.getByText("The text stands as issued.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "1 prepared answer is not ready" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Publish 1 answer" })).toBeEnabled();
});
