import { expect, test } from "./people.ts";

test("beside a draft stands all that the delegation and its groups said on the passage, newest first", async ({
  enters,
}) => {
  const chair = await enters("elm.head");
  await chair.states("17-3", "support");
  await chair.opens("17-3");
  await chair.page.getByRole("radio", { name: "On behalf of Northern Grove" }).check();
  await chair.takes("reservation");
  await chair.words.fill("The group has a reservation.");
  await chair.isSaved();
  await chair.page.getByRole("link", { name: "Review before submitting" }).first().click();
  await chair.page.getByRole("button", { name: "Clear and submit to all delegations" }).click();
  await chair.page.waitForURL("**/ideas/17-3");

  const member = await enters("birch.head");
  await member.states("17-3", "support", "First words.");
  await member.states("17-3", "position reserved", "Later words.");
  const before = member.page.locator("details.before").first();
  await before.getByText("Before we speak").click();
  const said = before.getByRole("listitem");
  await expect(said.nth(0)).toContainText("revision 2");
  await expect(said.nth(0)).toContainText("Later words.");
  await expect(said.nth(1)).toContainText("First words.");
  await expect(said.nth(1)).toContainText("Replaced by a later revision.");
  await expect(said.nth(2)).toContainText("Northern Grove · on behalf of a group");
  await expect(said.nth(2)).toContainText("The group has a reservation.");
  await expect(said.nth(2).getByRole("button", { name: "Copy citation" })).toBeVisible();
  await expect(before).not.toContainText("Elm");

  await member.page.goto("/reports/A-63-677/paragraphs/17");
  await member.isLive();
  await member.page.getByRole("button", { name: "Write a comment" }).click();
  await member.page.locator(".composer").getByText("Before we speak").click();
  await expect(member.page.locator(".composer").getByRole("listitem").first()).toContainText("Later words.");
});
