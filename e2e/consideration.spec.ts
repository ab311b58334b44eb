import { expect, PAPER, REPORT, test } from "./people.ts";

test("a position is seen live by another delegation, which comments; nothing jumps under a reader", async ({
  enters,
}) => {
  const [maple, cedar, alder] = [
    await enters("maple.head"),
    await enters("cedar.head"),
    await enters("alder.head"),
  ];
  await cedar.opens("32-2");
  await alder.opens("32-2");
  await maple.states("32-2", "reservation", "In accordance with the Charter.");
  await cedar.shows();
  await expect(cedar.positions.getByText("In accordance with the Charter.")).toBeVisible();

  await cedar.page.getByRole("button", { name: "Write a comment" }).click();
  await cedar.page.getByLabel("Words of the comment").fill("Which article does Maple mean?");
  await cedar.isSaved();
  await cedar.page.getByRole("link", { name: "Review: for everyone" }).click();
  await cedar.page.getByRole("button", { name: "Clear and submit to all delegations" }).click();
  await expect(cedar.page.getByRole("article", { name: "Cedar" })).toBeVisible();

  // Alder is reading: position and comment wait behind a pill, and come when asked for.
  const pill = alder.page.getByRole("button", { name: /2 new/ });
  await expect(pill).toBeVisible();
  await expect(alder.page.getByText("Which article does Maple mean?")).toHaveCount(0);
  await pill.click();
  await expect(alder.page.getByText("Which article does Maple mean?")).toBeVisible();

  await alder.page
    .getByRole("article", { name: "Cedar" })
    .getByRole("button", { name: "Reply", exact: true })
    .click();
  await alder.page.getByRole("button", { name: "Write the reply" }).click();
  await alder.page.getByLabel("Words of the comment").fill("Article 2, we should think.");
  await alder.isSaved();
  await alder.page.getByRole("link", { name: "Review: for everyone" }).click();
  await alder.page.getByRole("button", { name: "Clear and submit to all delegations" }).click();
  const thread = alder.page.getByRole("article", { name: "Cedar" });
  await expect(thread.getByRole("article", { name: "Alder" })).toContainText("Article 2, we should think.");
});

test("wording is suggested from the idea's own words; an entry shows the difference for good", async ({
  enters,
}) => {
  const [birch, reviewer] = [await enters("birch.head"), await enters("reviewer")];
  await birch.opens("17-3");
  await birch.takes("support with suggested wording");
  const wording = birch.page.getByRole("textbox", { name: "Suggested wording" });
  await expect(wording).toHaveValue(/投诉司法/);
  await wording.fill((await wording.inputValue()).replace("投诉司法", "诉诸司法"));
  await expect(birch.page.locator("ins").first()).toHaveText(/^added: .*诉诸/);
  await birch.isSaved();
  await birch.page.getByRole("link", { name: "Review before submitting" }).click();
  await birch.page.getByRole("button", { name: "Clear and submit to all delegations" }).click();
  await birch.page.waitForURL("**/ideas/17-3");
  await reviewer.page.goto(`${REPORT}/entries/${await reviewer.headSeq()}`);
  await expect(reviewer.page.getByText("Birch stated its position on idea 17-3")).toBeVisible();
  await expect(reviewer.page.locator("ins").first()).toHaveText(/^added: .*诉诸/);
  await expect(reviewer.page.locator("del").first()).toHaveText(/投诉/);
  await reviewer.page.getByRole("link", { name: /To its place in the text/ }).click();
  await expect(reviewer.page.getByRole("complementary", { name: "Idea 17-3" })).toBeVisible();
});

test("an observer states a position and no total moves", async ({ enters }) => {
  const [willow, alder] = [await enters("willow.head"), await enters("alder.head")];
  await alder.opens("37-2");
  const sentence = alder.positions.locator("figcaption");
  await expect(sentence).toContainText("0 of 8 Member States have stated a position");
  await willow.states("37-2", "support");
  await alder.shows();
  await expect(alder.positions.getByText("Willow")).toBeVisible();
  await expect(alder.positions.getByText("Observers, counted in no total")).toBeVisible();
  await expect(sentence).toContainText("0 of 8 Member States have stated a position");
});

test("a position is revised and the old one reads 'was'; withdrawn, none stands", async ({ enters }) => {
  const [elm, fig] = [await enters("elm.head"), await enters("fig.head")];
  await fig.opens("38-1");
  await elm.states("38-1", "position reserved");
  await fig.shows();
  await expect(fig.positions.locator("figcaption")).toContainText("1 of 8");
  await fig.positions.getByRole("button", { name: "Reply to Elm" }).click();
  await fig.page.getByRole("button", { name: "Write the reply" }).click();
  await fig.page.getByLabel("Words of the comment").fill("When may we expect instructions?");
  await fig.isSaved();
  await fig.page.getByRole("link", { name: /^Review: for everyone/ }).click();
  await fig.page.getByRole("button", { name: "Clear and submit to all delegations" }).click();
  await fig.page.waitForURL(/ideas\/38-1#entry-/);
  await expect(fig.page.getByText("On the position of Elm, revision 1.")).toBeVisible();
  await elm.states("38-1", "support", "Instructions have arrived.");
  await fig.shows();
  await expect(
    fig.page.getByText("On the position of Elm, revision 1. An earlier version: revision 2 stands now."),
  ).toBeVisible();
  await expect(fig.positions.getByText("was: position reserved")).toBeVisible();
  await expect(fig.positions.locator("figcaption")).toContainText(
    "1 of 8 Member States have stated a position: 1 support",
  );
  await elm.page.getByRole("button", { name: "Withdraw this position…" }).click();
  await elm.page.getByRole("dialog").getByRole("button", { name: "Withdraw" }).click();
  await fig.shows();
  await expect(fig.positions.getByText(/Elm: withdrawn on/)).toBeVisible();
  await expect(fig.positions.locator("figcaption")).toContainText("0 of 8");
});

test("the facilitator downloads the CSV and it says the same as the screen", async ({ enters }) => {
  const [juniper, facilitator] = [await enters("juniper.head"), await enters("facilitator")];
  await juniper.states("39-1", "does not support", '=cmd, "quoted"');
  await facilitator.page.goto(`${REPORT}/compilation`);
  const section = facilitator.page.getByRole("region", { name: /^39-1/ });
  await expect(section).toContainText("Juniper");
  await expect(section).toContainText("does not support");
  const screen = await facilitator.page.getByRole("row", { name: /^39-1/ }).getByRole("cell").allInnerTexts();
  const download = facilitator.page.waitForEvent("download", PAPER);
  await facilitator.page.getByRole("link", { name: "All papers…" }).click();
  await facilitator.page.getByRole("link", { name: "CSV", exact: true }).click();
  const file = await (await download).path();
  const { readFileSync } = await import("node:fs");
  const rows = parsed(readFileSync(file, "utf8"));
  const [columns = []] = rows;
  const row = rows.find((cells) => cells[1] === "39-1" && cells[3] === "Juniper") ?? [];
  const value = (name: string) => row[columns.indexOf(name)];
  expect(value("position")).toBe("does not support");
  expect(value("statement")).toBe(`'=cmd, "quoted"`);
  const totals = rows.find((cells) => cells[0] === "39-1" && cells.length === 10) ?? [];
  expect(totals.slice(1, 7)).toEqual(screen.slice(0, 6));
  expect(rows.flat().join("\n")).toContain("Informal paper, not a United Nations document");
  // Some of it left out, with the names behind each number, as of a moment: chosen on the form.
  await facilitator.page.getByLabel("or as of a moment (UTC)").fill("2999-01-01T00:00");
  await facilitator.page.getByRole("checkbox", { name: "comments", exact: true }).check();
  await facilitator.page.getByRole("checkbox", { name: /^With the Member States/ }).check();
  await facilitator.page.getByRole("button", { name: "Show what it holds" }).click();
  await expect(facilitator.page.getByText("0 comments")).toBeVisible();
  const again = facilitator.page.waitForEvent("download", PAPER);
  await facilitator.page.getByRole("link", { name: "CSV", exact: true }).click();
  const chosen = readFileSync(await (await again).path(), "utf8");
  expect(chosen).toContain("39-1,does not support,1,Juniper");
  expect(chosen).toContain("left out: comments; with the Member States behind each number");
});

test("comments to the facilitators only are read by them and the author; others see that there is an entry", async ({
  enters,
}) => {
  const [olive, birch, facilitator] = [
    await enters("olive.head"),
    await enters("birch.head"),
    await enters("facilitator"),
  ];
  await birch.opens("43-2");
  await facilitator.opens("43-2");
  await olive.opens("43-2");
  await olive.page.getByRole("button", { name: "Write a comment" }).click();
  await olive.page.getByLabel("Words of the comment").fill("Between ourselves: a canary.");
  await olive.page.getByLabel("Who will read it").selectOption("facilitators");
  await olive.isSaved();
  await olive.page.getByRole("link", { name: "Review: for facilitators only" }).click();
  await olive.page.getByRole("button", { name: "Clear and submit to the facilitators only" }).click();
  await expect(olive.page.getByText("Between ourselves: a canary.")).toBeVisible();
  await facilitator.page.getByRole("button", { name: /1 new/ }).click();
  await expect(facilitator.page.getByText("Between ourselves: a canary.")).toBeVisible();
  await birch.page.goto(`${REPORT}/history`);
  await expect(birch.page.getByText("Sealed entry: not addressed to you.").first()).toBeVisible();
  expect(
    JSON.stringify(await birch.asks("GET", "/api/v1/reports/A-63-677/record?after=0&limit=1000")),
  ).not.toContain("canary");
});

/** RFC 4180, read back independently of the writer. */
function parsed(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text
    .replace(/^\uFEFF/, "")
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (end === "\r\n") rows.push([]);
  }
  return rows;
}

test("an entry is corrected with a reason: reviewed, both texts kept, the later one shown", async ({
  enters,
}) => {
  const [olive, reviewer] = [await enters("olive.head"), await enters("reviewer")];
  await olive.states("48-1", "reservation", "We cannot acept this.");
  const entry = await olive.headSeq();
  await olive.page.goto(`${REPORT}/entries/${entry}`);
  await olive.isLive();
  await olive.page.getByRole("button", { name: "Correct this entry…" }).click();
  const words = olive.page.getByLabel("Corrected words");
  await words.focus();
  await expect(words).toHaveValue("We cannot acept this.");
  await words.fill("We cannot accept this.");
  await olive.page.getByLabel("Reason").fill("A slip of the pen.");
  await olive.isSaved();
  await olive.page.getByRole("link", { name: "Review before submitting" }).click();
  await expect(olive.page.getByText("A slip of the pen.")).toBeVisible();
  await olive.page.getByRole("button", { name: "Clear and submit to all delegations" }).click();
  await olive.page.waitForURL(/\/entries\/\d+$/);

  await reviewer.opens("48-1");
  await expect(reviewer.positions.getByText("We cannot accept this.")).toBeVisible();
  await reviewer.page.goto(`${REPORT}/entries/${entry}`);
  await expect(reviewer.page.getByText("We cannot acept this.")).toBeVisible();
  await expect(reviewer.page.getByText("We cannot accept this.")).toBeVisible();
  await expect(reviewer.page.getByText(/Corrected by entry \d+: A slip of the pen\./)).toBeVisible();
  await expect(reviewer.page.getByRole("button", { name: "Correct this entry…" })).toHaveCount(0);
});
