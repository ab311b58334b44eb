import { API, expect, REPORT, test } from "./people.ts";

test("words are selected, commented on, painted, and told apart from the paragraph", async ({ enters }) => {
  const drafter = await enters("juniper.head");
  await drafter.reads();
  const { page } = drafter;
  const exact = await page.evaluate(() => {
    const node = document.querySelector("[id='12'] [data-start]")?.firstChild as Text;
    const range = document.createRange();
    range.setStart(node, 3);
    range.setEnd(node, 9);
    document.getSelection()?.removeAllRanges();
    document.getSelection()?.addRange(range);
    return range.toString();
  });
  await page
    .getByRole("toolbar", { name: "Selected words" })
    .getByRole("button", { name: "Comment" })
    .click();
  await expect(page).toHaveURL(/#12$/);
  await page.getByRole("button", { name: "Write a comment" }).click();
  await expect(page.locator("form.composer .quote")).toHaveText(`“${exact}”`);
  await page.locator("form.composer textarea").fill("These words need a source.");
  await drafter.isSaved();
  await page.locator("form.composer a.btn").click();
  await page.getByRole("button", { name: "Clear and submit to all delegations" }).click();
  await page.waitForURL("**/paragraphs/12#entry-*");
  const comment = page.getByRole("article").filter({ hasText: "These words need a source." });
  await expect(comment.locator("q")).toHaveText(exact);

  const reader = await enters("alder.drafter", { viewport: { width: 390, height: 800 } });
  await reader.reads();
  await expect
    .poll(() => reader.page.evaluate(() => [...(CSS.highlights.get("commented") ?? [])].map(String)))
    .toEqual([exact]);
  // On a phone the words have a page of their own.
  await reader.page.goto(`${REPORT}/paragraphs/12?words=3-9`);
  await reader.isLive();
  await reader.page.getByRole("button", { name: "Write a comment" }).click();
  await expect(reader.page.locator("form.composer .quote")).toHaveText(`“${exact}”`);
});

test("words that the text does not say are refused, whoever sends them", async ({ enters }) => {
  const head = await enters("juniper.head");
  const draft = "comment.0190a0a0-0000-7000-8000-000000000001";
  const target = { on: "words", paragraph: "12", exact: "invented", prefix: "", suffix: "", start: 0 };
  const said = {
    words: "No.",
    lang: "en",
    textVersion: 1,
    round: "1",
    commentKind: "general",
    audience: "everyone",
  };
  const content = { kind: "comment.made", target, ...said };
  expect((await head.asks("POST", `${API}/drafts/${draft}/clearance`, { content })).status).toBe(201);
  const id = "0190a0a0-0000-7000-8000-000000000002";
  const asked = { id, kind: "comment.made", draft, content };
  expect(await head.asks("POST", `${API}/submissions`, asked)).toMatchObject({
    status: 422,
    body: { code: "unknown-target" },
  });
});

test("a comment on the report as a whole has a place of its own, and its citation is copied", async ({
  enters,
}) => {
  const head = await enters("juniper.head", { permissions: ["clipboard-read", "clipboard-write"] });
  const { page } = head;
  await head.reads();
  await page.getByRole("link", { name: "The report as a whole (0)" }).click();
  await page.getByRole("button", { name: "Write a comment" }).click();
  await page.locator("form.composer textarea").fill("A word on all of it.");
  await head.isSaved();
  await page.locator("form.composer a.btn").click();
  await page.getByRole("button", { name: "Clear and submit to all delegations" }).click();
  await page.waitForURL("**/entries/*");
  const seq = page.url().split("/").at(-1);
  await page.goto(`${REPORT}/whole`);
  await head.isLive();
  const comment = page.getByRole("article").filter({ hasText: "A word on all of it." });
  await comment.getByRole("button", { name: "Copy citation" }).click();
  await expect(comment.getByText("Copied")).toBeVisible();
  const cited = await page.evaluate(() => navigator.clipboard.readText());
  expect(cited).toMatch(new RegExp(`^A/63/677, comment of Juniper, .+ UTC, entry ${seq}$`));
});
