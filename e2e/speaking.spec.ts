import { expect, REPORT, test } from "./people.ts";

test("a chair speaks for its group, a member aligns with it, and the figures stay apart", async ({
  enters,
}) => {
  const [chair, member] = [await enters("elm.head"), await enters("juniper.head")];
  await chair.opens("17-3");
  await chair.page.getByRole("radio", { name: "On behalf of Northern Grove" }).check();
  await chair.takes("support");
  await chair.isSaved();
  await chair.page.getByRole("link", { name: "Review before submitting" }).first().click();
  await chair.page.getByRole("button", { name: "Clear and submit to all delegations" }).click();
  await chair.page.waitForURL("**/ideas/17-3");

  await member.opens("17-3");
  await expect(member.page.getByRole("radio", { name: /^On behalf of/ })).toHaveCount(0);
  await expect(member.positions).toContainText("0 of 8 Member States have stated a position");
  await expect(member.positions).toContainText("Groups, counted in no total");
  await member.page.getByRole("button", { name: "Align with this position" }).click();
  await member.page.getByLabel("Addition or exception (optional)").fill("But for the last words.");
  await member.isSaved();
  await member.page.locator("form.composer").getByRole("link", { name: "Review before submitting" }).click();
  await expect(member.page.getByText("Northern Grove, revision 1")).toBeVisible();
  await member.page.getByRole("button", { name: "Clear and submit to all delegations" }).click();
  await member.page.waitForURL("**/entries/*");
  await expect(member.page.getByText(/^Juniper aligned itself with entry \d+$/)).toBeVisible();

  await chair.shows();
  await expect(chair.positions).toContainText("Juniper with Northern Grove, rev. 1");
  await expect(chair.positions).toContainText("0 of 8 Member States have stated a position");
});

test("a group's position is drafted by two of its members in the group's room, and submitted by who speaks for it", async ({
  enters,
}) => {
  const [member, chair, other] = [
    await enters("alder.head"),
    await enters("elm.head"),
    await enters("juniper.head"),
  ];
  await member.opens("71-7");
  await member.page.getByRole("radio", { name: "Draft for Northern Grove, with its members" }).check();
  await expect(member.page.getByText("only members of Northern Grove see it")).toBeVisible();
  await member.takes("support");
  await member.words.fill("The Grove supports this.");
  await member.isSaved();
  await member.page.getByRole("link", { name: "Review before submitting" }).click();
  await expect(member.page.getByText("Who may speak for the group clears and submits it.")).toBeVisible();
  await expect(member.page.getByRole("button", { name: /^Clear/ })).toHaveCount(0);

  await chair.opens("71-7");
  await chair.page.getByRole("radio", { name: "On behalf of Northern Grove" }).check();
  await expect(chair.words).toHaveValue("The Grove supports this.");
  await chair.page.getByRole("link", { name: "Review before submitting" }).click();
  await chair.page.getByRole("button", { name: "Clear and submit to all delegations" }).click();
  await chair.page.waitForURL("**/ideas/71-7");
  await expect(chair.positions).toContainText("The Grove supports this.");
  await expect(chair.positions).toContainText("3 members as of");

  const secretariat = await enters("administrator");
  await secretariat.page.goto(`${REPORT}/groups`);
  await secretariat.isLive();
  await secretariat.page.getByRole("button", { name: "Register a rule that binds members" }).click();
  await secretariat.page.getByRole("dialog").getByRole("button", { name: "Register" }).click();
  await expect(secretariat.page.getByText("Binds its members to the group’s positions")).toBeVisible();

  await member.opens("71-7");
  const through = member.positions.locator(".apart", { hasText: "Through a group’s registered rule" });
  await expect(through.getByRole("listitem")).toHaveText(["Alder", "Birch", "Elm"]);
  await member.page.getByRole("button", { name: "Dissociate from this position" }).click();
  await member.page.getByLabel("In these words").fill("Not in our name.");
  await member.isSaved();
  await member.page.locator("form.composer").getByRole("link", { name: "Review before submitting" }).click();
  await expect(member.page.getByText("Northern Grove, revision 1")).toBeVisible();
  await member.page.getByRole("button", { name: "Clear and submit to all delegations" }).click();
  await member.page.waitForURL("**/ideas/71-7");
  await expect(through.getByRole("listitem")).toHaveText(["Birch", "Elm"]);
  await expect(member.positions).toContainText("Alder from the position of Northern Grove, rev. 1");
  await expect(member.positions).toContainText("0 of 8 Member States have stated a position");

  await other.opens("71-7");
  await expect(other.page.getByRole("radio", { name: /Northern Grove/ })).toHaveCount(0);
  await other.page.goto(`${REPORT}/review/position.71-7.northern-grove`);
  await expect(other.page.getByRole("heading", { name: "Nothing here that you may read" })).toBeVisible();
});

test("the right of reply is exercised beside what it answers, and an address may ask for a language", async ({
  enters,
}) => {
  const { page, isSaved } = await enters("juniper.head").then((one) => ({
    page: one.page,
    isSaved: () => one.isSaved(),
  }));
  await page.goto(`${REPORT}/paragraphs/16`);
  await page.locator("[data-connection=connected]").waitFor();
  await page.getByRole("button", { name: "Right of reply" }).first().click();
  await page.getByLabel("In these words").fill("We did not say so.");
  await isSaved();
  await page.locator("form.composer").getByRole("link", { name: "Review before submitting" }).click();
  await page.getByRole("button", { name: "Clear and submit to all delegations" }).click();
  await page.waitForURL("**/entries/*");
  await expect(page.getByText(/^Juniper exercised its right of reply to entry \d+$/)).toBeVisible();
  await page.goto(`${REPORT}/paragraphs/16?lang=ar`);
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
});
