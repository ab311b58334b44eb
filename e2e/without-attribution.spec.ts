import AxeBuilder from "@axe-core/playwright";
import { API, expect, type Person, REPORT, test } from "./people.ts";

const OURS = "Ours: only your delegation sees that";
const unnamed = (of: Person) => of.page.getByRole("region", { name: "Without attribution", exact: true });

test("a round is opened without attribution: what is said in it is nobody's, live, on every page and paper, but for its own delegation", async ({
  enters,
}) => {
  const [facilitator, alder, maple] = [
    await enters("facilitator"),
    await enters("alder.head"),
    await enters("maple.head"),
  ];
  const { page } = facilitator;
  await page.goto(`${REPORT}/rounds`);
  await facilitator.isLive();
  await page.getByRole("button", { name: "Close round 1 now" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Close round 1" }).click();
  await page.getByRole("button", { name: "Open a round" }).click();
  await page.getByRole("textbox", { name: "Last day, in New York" }).fill("2035-12-07");
  await page.getByRole("radio", { name: "no word bears the name of its delegation" }).check();
  await expect(page.getByText("one working language tells least")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("button", { name: "Review before opening" }).click();
  await page.getByRole("button", { name: "Open round 2" }).click();
  await expect(page.getByRole("region", { name: "Round", exact: true })).toContainText("Without attribution");

  // Said by one while another reads.
  const before = await facilitator.headSeq();
  await maple.opens("54-1");
  await alder.opens("54-1");
  await expect(alder.page.getByText("This round is without attribution").first()).toBeVisible();
  await alder.states("54-1", "does not support", "Pas sous cette forme.");
  await expect(unnamed(alder)).toContainText("Pas sous cette forme.");
  await expect(unnamed(alder)).toContainText(OURS);
  await maple.shows();
  await expect(unnamed(maple)).toContainText("Pas sous cette forme.");
  await expect(unnamed(maple)).toContainText("does not support fewer than 3");
  await expect(maple.page.getByText(OURS)).toHaveCount(0);
  expect((await new AxeBuilder({ page: maple.page }).analyze()).violations).toEqual([]);

  // Nobody else receives whose words they are: not the facilitator, not the Secretariat.
  const secretariat = await enters("administrator");
  for (const one of [maple, facilitator, secretariat]) {
    const { body } = await one.asks("GET", `${API}/record?after=${before}&limit=10`);
    const { entries } = body as { entries: { body?: object }[] };
    expect(entries.at(-1)?.body).toMatchObject({ kind: "unattributed.stated" });
    expect(JSON.stringify(entries)).not.toMatch(/alder|provenance"|"lang"/);
    await one.page.goto(`${REPORT}/entries/${before + 1}`);
    await expect(one.page.getByRole("main")).toContainText(
      "Position without attribution on 54-1: does not support",
    );
    await expect(one.page.getByRole("main")).not.toContainText("Alder");
  }
  await alder.page.goto(`${REPORT}/entries/${before + 1}`);
  await expect(alder.page.getByText(OURS)).toBeVisible();

  const paper = await maple.page.request.get(`${API}/compilation.csv`);
  const rows = (await paper.text()).split("\r\n").filter((row) => row.includes("Pas sous cette forme."));
  expect(rows).toHaveLength(1);
  expect(rows[0]).not.toMatch(/Alder|French|,fr,/);

  // Only its author takes it back.
  await alder.opens("54-1");
  await unnamed(alder)
    .getByRole("button", { name: /^Withdraw/ })
    .click();
  await alder.page.getByRole("dialog").getByRole("button", { name: "Withdraw" }).click();
  await expect(unnamed(alder).getByText("withdrawn", { exact: true })).toBeVisible();
});
