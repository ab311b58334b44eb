import { expect, test as people, REPORT } from "./people.ts";
import { Server } from "./server.ts";

const test = people.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what is asked for from the pattern.
  server: async ({}, use) => {
    const server = await Server.started({}, ["--demo", "--full"]);
    await use(server);
    await server.gone();
  },
});

// Thousands of entries are admitted before the first page.
test.describe.configure({ timeout: 150_000 });

test("a whole Assembly has spoken: a delegation finds its turn, a facilitator every position, all of it labelled", async ({
  enters,
}) => {
  const alder = await enters("alder.head");
  await alder.page.goto("/");
  await expect(alder.page.getByText("Round 3 open").first()).toBeVisible();
  await expect(alder.page.getByText(/108 policy ideas/)).toBeVisible();
  await alder.opens("17-1");
  await expect(alder.page.getByRole("contentinfo").getByText("Demonstration")).toBeVisible();
  await alder.states("71-5", "support");

  const facilitator = await enters("facilitator");
  await facilitator.page.goto(`${REPORT}/compilation`);
  const total = facilitator.page.getByRole("row", { name: /^71-5 / });
  await expect(total.getByRole("cell").last()).toHaveText(/^\d+ \/ 193$/);
  await expect(facilitator.page.locator("section.compiled[aria-labelledby^=c]")).toHaveCount(108);
  await expect(facilitator.page.getByRole("contentinfo").getByText("Demonstration")).toBeVisible();
});
