import { expect, REPORT, test } from "./people.ts";

test("words typed without a server outlive the page, are sent when it is back, and are nobody else's on this device", async ({
  enters,
  server,
}) => {
  const [drafter, head] = [await enters("maple.drafter"), await enters("maple.head")];
  await drafter.opens("32-2");
  await drafter.takes("support");
  await drafter.words.fill("Typed in time. ");
  await drafter.isSaved();
  await server.kill();
  await drafter.words.pressSequentially("Typed in the lift.");
  await expect(drafter.page.locator("[data-saving=device-only]")).toBeVisible();
  // The device has them: closing the page loses nothing, and nobody is asked to stay.
  await drafter.page.close({ runBeforeUnload: true });

  await server.start();
  const again = await drafter.context.newPage();
  await again.goto(`${REPORT}/ideas/32-2`);
  await expect(again.getByLabel("Words of the position")).toHaveValue("Typed in time. Typed in the lift.");
  await expect(again.locator("[data-saving=saved]").first()).toBeVisible();
  await head.opens("32-2");
  await expect(head.words).toHaveValue("Typed in time. Typed in the lift.");

  const kept = () =>
    again.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name?.split("/").at(-1)));
  await expect.poll(async () => (await kept()).toSorted()).toEqual(["A-63-677", "maple"]);
  await again.getByRole("button", { name: "Sign out" }).click();
  await again.waitForURL("**/sign-in*");
  expect(await kept()).toEqual([]);
});

test("signing out with words that were not sent asks first", async ({ enters, server }) => {
  const drafter = await enters("cedar.drafter");
  await drafter.opens("32-2");
  await drafter.takes("support");
  await drafter.isSaved();
  await server.kill();
  await drafter.words.fill("Not sent.");
  await expect(drafter.page.locator("[data-saving=device-only]")).toBeVisible();
  let asked = "";
  drafter.page.once("dialog", (dialog) => {
    asked = dialog.message();
    void dialog.dismiss();
  });
  await drafter.page.getByRole("button", { name: "Sign out" }).click();
  await expect.poll(() => asked).toContain("were not sent");
  await expect(drafter.words).toHaveValue("Not sent.");
});
