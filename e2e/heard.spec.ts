/** The desk as a screen reader has it: what each screen is made of, and a position stated by keyboard alone. */
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, REPORT, test } from "./people.ts";
import { PASSWORD } from "./server.ts";

const MOST_TABS = 60;

/** Goes on by Tab until it is there: what cannot be reached so cannot be reached at all. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    if (await target.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}

test("[E10] by keyboard alone: sign in, find an idea without a position, state it, review, submit, hear that it is on record", async ({
  browser,
  server,
  enters,
}) => {
  const context = await browser.newContext({ baseURL: server.origin });
  await context.addCookies([{ name: "language", value: "en", url: server.origin }]);
  const page = await context.newPage();
  await page.goto("/sign-in");
  await tabTo(page, page.getByLabel("E-mail"));
  await page.keyboard.type("maple.head@demo.test");
  await tabTo(page, page.getByLabel("Password", { exact: true }));
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === "/");
  await tabTo(page, page.getByRole("link", { name: "Continue with the next idea: 16-1" }));
  await page.keyboard.press("Enter");
  await page.waitForURL("**/*queue=no-position#16-1");
  const live = page.locator("[data-connection=connected]");
  await expect(live).toBeVisible({ timeout: 20_000 });
  await page.keyboard.press("n");
  await expect(page).toHaveURL(/#16-2$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Idea 16-2" })).toBeFocused();
  const support = page.getByRole("radio", { name: "support", exact: true });
  await tabTo(page, support);
  await page.keyboard.press("Space");
  await expect(support).toBeChecked();
  await expect(page.locator("[data-saving=saved]").first()).toBeVisible();
  await tabTo(page, page.getByRole("link", { name: "Review before submitting" }));
  await page.keyboard.press("Enter");
  await page.waitForURL("**/review/position.16-2");
  await expect(live).toBeVisible({ timeout: 20_000 });
  await tabTo(page, page.getByRole("button", { name: "Clear and submit to all delegations" }));
  await page.keyboard.press("Enter");
  await page.waitForURL("**/ideas/16-2");
  const heard = page.locator("[data-heard=polite]");
  await expect(heard).toHaveText(/^These words are on record as entry \d+\.$/);

  // What others say of it then is one message, whatever comes in these seconds.
  const juniper = await enters("juniper.head");
  await expect(live).toBeVisible({ timeout: 20_000 });
  for (const words of ["One.", "Two.", "Three."]) await juniper.comments(words, { idea: "16-2" });
  await expect(heard).toHaveText("3 new entries on idea 16-2.", { timeout: 20_000 });
  await context.close();
});

test("what the desk's screens are made of", async ({ enters }) => {
  const [maple, juniper] = [await enters("maple.head"), await enters("juniper.head")];
  const { page } = maple;
  await page.goto("/");
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - 'heading "Maple: whose turn it is" [level=1]'
      - region "To do":
        - heading "To do" [level=2]
      - region /^\\d+ ideas without a position$/:
        - link /Pillar one not yet started/
        - paragraph:
          - link /Continue with the next idea/
      - region "Latest entries"
      - complementary "Report":
        - region "Rounds and deadlines"
        - paragraph:
          - link "Bring our statement"
  `);

  await page.goto(`${REPORT}#17-3`);
  await maple.isLive();
  await expect(page.locator("#outline")).toMatchAriaSnapshot(`
    - navigation "Outline":
      - paragraph:
        - button "Next unread"
        - button "Mark all read"
      - group:
        - list:
          - listitem:
            - link /^17 .* 6 unread position stated on 0 of 6$/
  `);
  await expect(page.locator('[id="17"]')).toMatchAriaSnapshot(`
    - heading "Paragraph 17, 6 policy ideas" [level=3]
    - link "17."
    - paragraph:
      - 'link /^17-3 Our position: not yet stated/':
        - mark
    - 'link /^Paragraph 17: 1 comment/'
  `);
  const form = `
      - region /^Our position/:
        - heading /^Our position/ [level=3]
        - group /^Position of Maple on idea/:
          - radio "support"
          - radio "support with suggested wording"
          - radio "reservation"
          - radio "position reserved"
          - radio "does not support"
        - textbox "Words of the position"
        - combobox "Language of the words"
        - link "Review before submitting" [disabled]
        - text: Choose a stance first.`;
  await expect(page.locator("#panel")).toMatchAriaSnapshot(`
    - complementary "Idea 17-3":
      - heading "Idea 17-3" [level=2]${form}
      - region "Positions so far":
        - figure /of 8 Member States have stated a position/
      - region "Comments 0":
        - button "Write a comment"
      - region /^Internal notes/
  `);

  await maple.takes("reservation");
  await maple.isSaved();
  await page.goto(`${REPORT}/review/position.17-3`);
  await maple.isLive();
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading "Review before submitting" [level=1]
      - paragraph: A reservation needs words.
  `);
  await maple.opens("17-3");
  await maple.words.fill("As long as it is voluntary.");
  await maple.isSaved();
  await page.getByRole("link", { name: "Review before submitting" }).click();
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading "Review before submitting" [level=1]
      - term: Our position
      - definition: reservation
      - term: Words of the position
      - definition:
        - paragraph: As long as it is voluntary.
      - region "How far this draft is":
        - list:
          - listitem: Drafting
        - button "Send for clearance"
      - button "Clear and submit to all delegations"
      - button "Clear these words"
  `);

  const seq = await juniper.comments("Keep the agreed language.", { idea: "32-2" });
  await maple.opens("32-2");
  await expect(page.locator(`#entry-${seq}`)).toMatchAriaSnapshot(`
    - article "Juniper":
      - paragraph: Keep the agreed language.
      - button "Reply"
      - link "Entry ${seq}"
      - button "Copy citation"
      - button "Right of reply"
  `);

  // Where two columns have room the outline is a drawer: by its key, gone with Esc, or on to a place of the text.
  await page.setViewportSize({ width: 1000, height: 800 });
  await maple.reads();
  const [opens, drawer] = [page.getByRole("button", { name: "Outline" }), page.getByRole("dialog")];
  await expect(opens).toBeVisible();
  await page.keyboard.press("[");
  await expect(drawer).toMatchAriaSnapshot(`
    - dialog "Outline":
      - button "Close the outline"
      - navigation "Outline"
  `);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(drawer).toBeHidden();
  await opens.click();
  await page.keyboard.press("Escape");
  await expect(opens).toBeFocused();
  await opens.click();
  await drawer.getByRole("link", { name: /^28 / }).click();
  await expect(drawer).toBeHidden();
  await expect(page.getByRole("link", { name: "28." })).toBeFocused();

  // On a phone the panel is a page of its own, with the way back first.
  await page.setViewportSize({ width: 390, height: 800 });
  await maple.opens("32-2");
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading "Idea 32-2" [level=1]
      - paragraph:
        - link "Back to the text"
      - navigation "Other ideas"${form}
      - region "Positions so far"
  `);
});
