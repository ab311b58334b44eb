import AxeBuilder from "@axe-core/playwright";
import { expect, REPORT, test } from "./people.ts";

test("[J1] [J4] [J6] [J7] [J9] what became of words: prepared in private, published together, answered by their author", async ({
  enters,
}) => {
  const [facilitator, alder, birch] = [
    await enters("facilitator"),
    await enters("alder.head"),
    await enters("birch.head"),
  ];
  await alder.comments("Keep the agreed language.");
  await birch.comments("Keep the agreed  language.");
  const sealed = await alder.comments("Between us.", { audience: "facilitators" });
  const frames: string[] = [];
  birch.page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => frames.push(payload.toString())),
  );
  await birch.opens("17-1");

  const { page } = facilitator;
  await page.goto("/");
  await page.getByRole("link", { name: /comments and wordings are without a disposition/ }).click();
  await facilitator.isLive();
  const row = page.getByRole("listitem").filter({ hasText: "1 other says the same" });
  await row.getByRole("button", { name: /17-1 .* comment/ }).click();
  await page.keyboard.press("6");
  await expect(row.getByText("needs a reason")).toBeVisible();
  await page.keyboard.press("e");
  await page.keyboard.type("Consensus was not reached.");
  await page.keyboard.press("Control+Enter");
  await facilitator.isSaved();
  await page.goto(`${REPORT}/dispositions`);
  await facilitator.isLive();
  await page.getByRole("checkbox", { name: `Choose entry ${sealed}` }).check();
  await page.getByRole("combobox", { name: "Set to" }).selectOption("noted");
  await page.getByRole("button", { name: "Preview…" }).click();
  await expect(page.getByRole("heading", { name: "You are about to set 1 text to “Noted”" })).toBeFocused();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("button", { name: "Prepare (1)" }).click();
  await page.getByRole("link", { name: "Review and publish (2)" }).click();
  await expect(page.getByText("facilitators and the secretariat alone:")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect(frames.join("")).not.toContain("Consensus was not reached.");
  await page.getByRole("button", { name: "Publish 3 answers together" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Published." }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^Publish/ })).toHaveCount(0);

  await alder.page.goto("/");
  await expect(
    alder.page.getByRole("heading", { name: "2 dispositions of our words wait for an answer" }),
  ).toBeVisible();
  await alder.page.getByRole("link", { name: /17-1.*Not reflected/ }).click();
  await alder.isLive();
  const own = alder.page.getByRole("region", { name: "Of our own words (2)" });
  const given = own.getByRole("listitem").filter({ hasText: "Consensus was not reached." });
  expect((await new AxeBuilder({ page: alder.page }).analyze()).violations).toEqual([]);
  await given.getByRole("button", { name: "Disagree (say why)" }).click();
  await given.getByRole("textbox").fill("Nobody opposed it.");
  await alder.isSaved();
  await given.getByRole("link", { name: "Review before submitting" }).click();
  await alder.page.getByRole("button", { name: "Clear and submit to all delegations" }).click();
  await alder.page.waitForURL(/\/entries\/\d+$/);

  await birch.opens("17-1");
  const said = birch.page.getByRole("region", { name: "Comments" });
  await expect(said).toContainText("Nobody opposed it.");
  await expect(said.getByRole("button", { name: "Agree", exact: true })).toHaveCount(1);
  await expect(birch.page.getByText("Between us.")).toHaveCount(0);
  await page.goto(`${REPORT}/dispositions?status=contested`);
  await expect(page.getByRole("listitem").filter({ hasText: "Nobody opposed it." })).toBeVisible();
});
