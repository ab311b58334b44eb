import { randomBytes } from "node:crypto";
import { Document, Packer, Paragraph } from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { API, expect, type Person, REPORT, test } from "./people.ts";

/** Reviews what was drafted, clears and submits it. */
async function submitted({ page }: Person, where: string): Promise<void> {
  await page
    .getByRole("link", { name: /^Review/ })
    .last()
    .click();
  await page.waitForURL("**/review/*");
  await page.getByRole("button", { name: "Clear and submit to all delegations" }).click();
  await page.waitForURL(where);
}

const LINES = [
  "Mr. President,",
  "We welcome paragraph 17 of the report and what it says of all parts of society.",
  "On para. 28 (a), we would go further.",
];

test("[T3] [T10] [T11] a statement is brought as a file, its passages are linked, a position is taken from it", async ({
  enters,
}) => {
  const [alder, birch] = [await enters("alder.head"), await enters("birch.head")];
  const { page } = alder;
  await page.goto("/");
  await page.getByRole("link", { name: "Bring our statement" }).click();
  await alder.isLive();
  await page.getByRole("button", { name: "Begin a statement" }).click();
  const file = page.getByLabel("Word file (.docx) or plain text");
  await file.setInputFiles({ name: "x.docx", mimeType: "", buffer: Buffer.from("PK\u0003\u0004 no zip") });
  await expect(page.getByText("This file could not be read")).toBeVisible();
  const word = new Document({ sections: [{ children: LINES.map((line) => new Paragraph(line)) }] });
  // With maps and annexes a statement is larger than any words.
  const parts = { ...unzipSync(await Packer.toBuffer(word)), "word/media/map.png": randomBytes(3_000_000) };
  const buffer = Buffer.from(zipSync(parts, { level: 0 }));
  await file.setInputFiles({ name: "statement.docx", mimeType: "", buffer });
  await expect(page.getByLabel("Words of the statement")).toHaveValue(LINES.join("\n"));
  await page.getByLabel("Day").fill("2026-11-19");

  await expect(page.getByRole("heading", { name: "2 proposals" })).toBeVisible();
  await page.getByRole("button", { name: "Link all" }).click();
  const speaksTo = page.getByLabel("Speaks to").first();
  await speaksTo.fill("17-1");
  await speaksTo.press("Enter");
  await expect(page.getByRole("region", { name: "What its passages speak to" })).toContainText("17-1");

  await page.getByRole("group", { name: "Ideas" }).getByRole("checkbox", { name: "17-1" }).check();
  await page.getByRole("radio", { name: "support", exact: true }).check();
  await page.getByRole("button", { name: "Make 1 position draft" }).click();
  await alder.isSaved();
  const draft = await page.getByRole("link", { name: "Review the statement" }).getAttribute("href");
  await page.goto(`${REPORT}/review/position.17-1`);
  await expect(page.getByText("was not submitted yet")).toBeVisible();

  const original = /href="(\/api\/v1\/[^"]*originals[^"]*)"/;
  await page.goto(draft ?? "");
  await expect(page.getByText("statement.docx")).toBeVisible();
  await page.getByRole("button", { name: "Clear and submit to all delegations" }).click();
  await page.waitForURL("**/entries/*");
  const [, link = ""] = original.exec(await page.content()) ?? [];
  expect((await birch.page.request.get(link)).headers()["content-disposition"]).toContain("statement.docx");

  await page.goto(`${REPORT}/review/position.17-1`);
  await expect(page.getByText("Taken from statement")).toBeVisible();
  await page.getByRole("button", { name: "Clear and submit to all delegations" }).click();
  await page.waitForURL("**/ideas/17-1");

  await birch.opens("17-1");
  const statements = birch.page.getByRole("region", { name: "Statements" });
  await expect(statements).toContainText("all parts of society");
  await expect(statements).toContainText("Delivered Nov 19, 2026");
  // Birch answers below the statement, then aligns with it but for one passage.
  await statements.getByRole("button", { name: "Reply to Alder" }).click();
  await birch.page.getByRole("button", { name: "Write the reply" }).click();
  await birch.page.getByLabel("Words of the comment").fill("Which parts of society?");
  await birch.isSaved();
  await submitted(birch, "**/ideas/17-1*");
  await expect(statements).toContainText("Which parts of society?");
  await statements.getByRole("link", { name: /in full/ }).click();
  await birch.isLive();
  await expect(birch.page.getByText("we would go further").first()).toBeVisible();
  await birch.page.getByRole("button", { name: "Align with this statement" }).click();
  await birch.page.getByRole("checkbox", { name: /28/ }).check();
  await birch.isSaved();
  await submitted(birch, "**/entries/*");
  const aligned = birch.page.getByText("except on");
  await expect(aligned).toBeVisible();

  // Alder corrects it: Birch alone is asked whether it stays aligned.
  await page.goto(birch.page.url().replace(/#.*/, ""));
  await alder.isLive();
  await page.getByRole("button", { name: "Correct this entry…" }).click();
  await page.getByLabel("Corrected words").fill(LINES.join("\n").replace("all parts", "every part"));
  await page.getByLabel("Reason").fill("A slip.");
  await alder.isSaved();
  await submitted(alder, "**/entries/*");
  await birch.page.goto("/");
  await expect(birch.page.getByRole("region", { name: "To do" })).toContainText("revision 2 exists");
  await birch.page.getByRole("link", { name: "Keep", exact: false }).first().click();
  await birch.isLive();
  await birch.page.getByRole("link", { name: "Review before submitting" }).waitFor();
  await expect(birch.page.getByText("every part of society").first()).toBeVisible();

  // [P8] [P11] Then it says that it does not take part: no idea waits for it any more.
  await birch.page.goto("/delegation");
  await birch.page.getByRole("link", { name: "Say otherwise…" }).click();
  await birch.isLive();
  await birch.page.getByRole("button", { name: "Say that we do not take part…" }).click();
  await birch.page.getByLabel("Words (optional)").fill("Birch takes no part in this exercise.");
  await birch.isSaved();
  await submitted(birch, "**/delegations*");
  await expect(birch.page.getByText("Birch takes no part in this exercise.").first()).toBeVisible();
  await birch.page.goto("/");
  await expect(birch.page.getByText("No idea waits for its position")).toBeVisible();
  expect((await birch.page.request.get(link)).headers()["content-length"]).toBe(String(buffer.length));
  expect((await birch.asks("POST", `${API}/originals`, {})).status).toBe(415);
});

test("[T7] [T8] [H14] a statement on paper is entered for a delegation, which confirms it; another is annulled", async ({
  enters,
}) => {
  const [secretariat, birch] = [await enters("administrator"), await enters("birch.head")];
  const { page } = secretariat;
  const enter = async (words: string) => {
    await page.getByRole("combobox", { name: "Delegation" }).selectOption({ label: "Birch" });
    await page.getByLabel("Words of the statement").fill(words);
    await page.getByLabel("Day").fill("2026-11-19");
    await page.getByRole("button", { name: "Enter a statement" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Record" }).click();
    await expect(page.getByLabel("Words of the statement")).toHaveValue("");
  };
  await page.goto(`${REPORT}/received`);
  await secretariat.isLive();
  await page.getByLabel("Words of the statement").fill("We support paragraph 17.");
  await page.getByRole("button", { name: "Link all" }).click();
  await enter("We support paragraph 17.");
  await enter("Entered twice.");
  const entered = page.getByRole("region", { name: "Entered so far" });
  await expect(entered.getByText("Not confirmed by the delegation")).toHaveCount(2);
  await entered.getByRole("button", { name: "Annul entry" }).first().click();
  await page.getByRole("dialog").getByRole("textbox").fill("Entered twice.");
  await page.getByRole("dialog").getByRole("button", { name: "Annul", exact: true }).click();
  await expect(entered).toContainText("Annulled by the Secretariat");

  await birch.page.goto("/");
  const todo = birch.page.getByRole("region", { name: "To do" });
  await expect(todo).toContainText("1 statement entered for you waits for your confirmation");
  await todo.getByRole("link", { name: "Statement of Nov 19, 2026" }).click();
  await birch.isLive();
  await birch.page.getByRole("button", { name: "Confirm this statement as ours" }).click();
  await birch.page.getByRole("link", { name: "Review before submitting" }).click();
  await birch.page.waitForURL("**/review/*");
  await expect(birch.page.getByText("We support paragraph 17.")).toBeVisible();
  await birch.page.getByRole("button", { name: "Clear and submit to all delegations" }).click();
  await birch.page.waitForURL("**/entries/*");
  await page.goto(`${REPORT}/paragraphs/17`);
  const statements = page.getByRole("region", { name: "Statements" });
  await expect(statements).toContainText("Entered by the Secretariat");
  await expect(statements).toContainText("Confirmed by the delegation");
});

test("[B4] [B5] a pack goes to capital; its filled cell comes back as words for our draft, taken by hand", async ({
  enters,
}) => {
  test.slow();
  const [drafter, capital] = [await enters("alder.drafter"), await enters("alder.head")];
  await drafter.opens("17-1");
  await drafter.takes("support");
  await drafter.words.fill("Our first words.");
  await drafter.isSaved();
  const made = await capital.page.request.get(`${API}/pack?ideas=17-1,17-3&lang=en`, {
    // Made in a thread that starts for it: on a busy machine that alone takes seconds.
    timeout: 60_000,
  });
  const parts = unzipSync(await made.body());
  const rows = strFromU8(parts["word/document.xml"] ?? new Uint8Array()).split("</w:tr>");
  expect(rows.join("")).toContain("Our first words.");
  const filled = rows.map((row) => {
    const at = row.includes(">17-1<") ? row.lastIndexOf("</w:p></w:tc>") : -1;
    return at < 0 ? row : `${row.slice(0, at)}<w:r><w:t>Our words from capital.</w:t></w:r>${row.slice(at)}`;
  });
  const back = (xml: string) => ({
    ...{ name: "pack.docx", mimeType: "" },
    buffer: Buffer.from(zipSync({ ...parts, "word/document.xml": strToU8(xml) })),
  });
  const { page } = drafter;
  await page.goto(`${REPORT}/pack`);
  await drafter.isLive();
  const file = page.getByLabel("Filled pack (.docx)");
  await file.setInputFiles(back(filled.join("</w:tr>").replace(">17-3<", ">99-9<")));
  await expect(page.getByRole("alert").filter({ hasText: "layout" })).toContainText("column 1");
  await file.setInputFiles(back(filled.join("</w:tr>")));
  await expect(page.getByText("1 cell was filled.")).toBeVisible();
  await expect(page.locator("ins").filter({ hasText: "capital" })).toBeVisible();
  await page.getByRole("button", { name: "Take for our draft on 17-1" }).click();
  await expect(page.getByText("Taken. It is in our draft.")).toBeVisible();
  await page.getByRole("link", { name: "To the draft" }).click();
  await expect(drafter.words).toHaveValue("Our words from capital.");
});
