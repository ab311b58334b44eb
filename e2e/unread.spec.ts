import { API, expect, newId, type Person, REPORT, test } from "./people.ts";

/** A head says something to all, by the API: cleared and submitted at once. */
async function says(head: Person, target: object, words: string): Promise<void> {
  const draft = `comment.${newId()}`;
  const said = { lang: "en", textVersion: 1, round: "1", commentKind: "general", audience: "everyone" };
  const content = { kind: "comment.made", target, words, ...said };
  expect((await head.asks("POST", `${API}/drafts/${draft}/clearance`, { content })).status).toBe(201);
  const asked = { id: newId(), kind: "comment.made", draft, content };
  expect((await head.asks("POST", `${API}/submissions`, asked)).status).toBe(201);
}

const on = (idea: string) => ({ on: "idea", idea });

test("what is unread is marked, read by being seen for a while, and the same on the next machine", async ({
  enters,
}) => {
  const [cedar, reader] = [await enters("cedar.head"), await enters("maple.drafter")];
  const { page } = reader;
  await reader.reads();
  await page.getByRole("button", { name: "Mark all read" }).click();
  const line = page.locator(".unread-line");
  await expect(line).toContainText("nothing unread");
  await says(cedar, on("17-3"), "First.");
  await says(cedar, on("32-2"), "Second.");
  await expect(line).toContainText("2 unread");
  await expect(page.getByRole("link", { name: "Paragraph 17: 2 comments, 1 unread" })).toBeVisible();
  const row = page.getByRole("navigation", { name: "Outline" }).locator('a[href="#32"]');
  await expect(row).toContainText("1 new");

  // On by key, and passed over before it was seen for two seconds: it stays unread.
  await page.keyboard.press("u");
  await expect(page).toHaveURL(/#17-3$/);
  await page.keyboard.press("u");
  await expect(page).toHaveURL(/#32-2$/);
  await page.locator("#panel").getByRole("article").first().scrollIntoViewIfNeeded();
  await expect(page.getByRole("article", { name: "Cedar" }).getByText("New", { exact: true })).toBeVisible();
  await expect(line).toContainText("1 unread", { timeout: 6_000 });
  await expect(row).not.toContainText("new");
  expect(await reader.asks("GET", `${API}/read-marks`)).toMatchObject({ body: { unread: { "17-3": 1 } } });

  const elsewhere = await enters("maple.drafter");
  await elsewhere.reads();
  await expect(elsewhere.page.locator(".unread-line")).toContainText("1 unread");
  // A colleague has marks of their own.
  const head = await enters("maple.head");
  await head.reads();
  await expect(head.page.locator(".unread-line")).not.toContainText(/^1 unread/);
});

test("what arrives in an open thread waits to be asked for, and moves nothing on the screen", async ({
  enters,
}) => {
  const [cedar, fig, reader] = [
    await enters("cedar.head"),
    await enters("fig.head"),
    await enters("olive.head"),
  ];
  const { page } = reader;
  await page.goto(`${REPORT}#17-3`);
  await reader.isLive();
  await page.locator("#panel").getByRole("heading", { name: "Comments" }).scrollIntoViewIfNeeded();
  await page.waitForTimeout(700);
  await page.evaluate(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as unknown as {
          value: number;
          sources: { node: (Node & { outerHTML?: string }) | null }[];
        };
        shifts.push(
          `${value} ${sources.map(({ node }) => node?.outerHTML ?? node?.textContent).join(" | ")}`,
        );
      }
    }).observe({ type: "layout-shift" });
  });
  const panel = page.locator("#panel");
  for (let n = 1; n <= 12; n += 1) await says(n % 2 === 0 ? cedar : fig, on("17-3"), `Arrival ${n}.`);
  // Also on a paragraph where nothing was unread before.
  await says(cedar, on("32-2"), "Elsewhere.");
  await fig.states("17-3", "reservation", "Arrived while reading.");
  const pill = page.getByRole("button", { name: /^13 new/ });
  await expect(pill).toBeVisible();
  await expect(panel.getByText("Arrival 1.")).toHaveCount(0);
  await expect(reader.positions.getByText("Arrived while reading.")).toHaveCount(0);
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts)).toEqual([]);

  // One's own words come at once, and show nothing else.
  await says(reader, on("17-3"), "Our own.");
  await expect(panel.getByText("Our own.")).toBeVisible();
  await expect(pill).toBeVisible();
  await page.keyboard.press("l");
  await expect(panel.getByText("Arrival 12.")).toBeVisible();
  await expect(reader.positions.getByText("Arrived while reading.")).toBeVisible();
  await expect(pill).toHaveCount(0);
});

test("the outline is narrowed in the address, so that a link brings the same paragraphs", async ({
  enters,
}) => {
  const { page } = await enters("juniper.drafter");
  await page.goto(REPORT);
  const outline = page.getByRole("navigation", { name: "Outline" });
  const all = await outline.getByRole("listitem").count();
  await outline.getByText("Filter the outline").click();
  await outline.getByRole("checkbox", { name: "no position of ours" }).check();
  await outline.getByLabel("Words of the text").fill("灭绝种族");
  await outline.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/show=no-position/);
  const [left] = /\d+/.exec((await outline.getByText(/^\d+ paragraphs?/).textContent()) ?? "") ?? [];
  expect(Number(left)).toBeGreaterThan(0);
  expect(Number(left)).toBeLessThan(all);
  await expect(outline.getByRole("listitem")).toHaveCount(Number(left));
  await page.reload();
  await expect(outline.getByRole("listitem")).toHaveCount(Number(left));
  await outline.getByRole("link", { name: "Show all" }).click();
  await expect(outline.getByText("Show all")).toHaveCount(0);
});

test("the facilitator invites everybody to a place: an offer that scrolls nobody, until it is ended", async ({
  enters,
}) => {
  const [facilitator, reader] = [await enters("facilitator"), await enters("juniper.drafter")];
  await facilitator.page.goto(`${REPORT}#17-3`);
  await reader.page.goto(REPORT);
  await reader.page.locator("[data-connection=connected]").waitFor();
  await facilitator.page.getByRole("button", { name: "Bring everybody here" }).click();
  const offer = reader.page.getByText("The facilitator is at 17-3.");
  await expect(offer).toBeVisible();
  expect(await reader.page.evaluate(() => window.scrollY)).toBe(0);
  await reader.page.getByRole("link", { name: "Go there" }).click();
  await expect(reader.page).toHaveURL(/#17-3$/);
  await expect(offer).toBeHidden();
  // Who comes later is told too; and nobody once it is over.
  await reader.page.reload();
  await expect(offer).toBeVisible();
  await facilitator.page.getByRole("button", { name: "End", exact: true }).click();
  await expect(offer).toBeHidden();
  expect((await reader.asks("PUT", `${API}/invited-place`, { place: "17" })).status).toBe(403);
});
