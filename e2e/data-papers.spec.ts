import { elements, elementsOf, everyElement, found, textOf } from "#formats/testing/elements";
import { expect, PAPER, test } from "./people.ts";

test("a reader takes what was said into other tools: on its passage, in the text, and gone once withdrawn", async ({
  enters,
}) => {
  const [maple, reviewer] = [await enters("maple.head"), await enters("reviewer")];
  await maple.states("17-1", "reservation", "Only <in part>.");
  const { page } = reviewer;
  const paper = async (name: string): Promise<string> => {
    await page.goto("/reports/A-63-677/export?ideas=17-1");
    const link = page.getByRole("link", { name });
    const download = page.waitForEvent("download", PAPER);
    await link.click();
    expect((await download).suggestedFilename()).toMatch(/^A-63-677_positions_entry-\d+_part_en/);
    const answer = await page.request.get((await link.getAttribute("href")) ?? "");
    expect(answer.status()).toBe(200);
    return await answer.text();
  };

  const { first, total } = JSON.parse(await paper("Web Annotations"));
  expect(total).toBe(first.items.length);
  const mine = first.items.findLast((one: { creator: { name: string } }) => one.creator.name === "Maple");
  expect(mine.body.map(({ value }: { value: string }) => value)).toEqual(["reservation", "Only <in part>."]);
  const [quote, position] = mine.target.selector.refinedBy;

  const root = elementsOf(await paper("Akoma Ntoso"));
  const paragraph = everyElement(root).find(({ attributes }) => attributes.eId === "para_17");
  if (paragraph === undefined) throw new Error("no paragraph 17");
  // The annotation's place is the idea's in the XML: two papers, one passage.
  const text = textOf(found(paragraph, "p"), ["authorialNote"]);
  expect([...text].slice(position.start, position.end).join("")).toBe(quote.exact);
  const set = everyElement(paragraph).filter(({ name }) => name === "inline");
  expect(set.map((one) => textOf(one)).join("")).toBe(quote.exact);
  const speech = () => everyElement(root).filter(({ attributes }) => attributes.by === "#delegation_maple");
  expect(speech().map((one) => textOf(elements(one)[4] ?? one))).toContain("Only <in part>.");

  await maple.opens("17-1");
  await maple.page.getByRole("button", { name: "Withdraw this position…" }).click();
  await maple.page.getByRole("dialog").getByRole("button", { name: "Withdraw" }).click();
  await expect(maple.positions.getByText(/Maple: withdrawn on/)).toBeVisible();
  for (const name of ["Web Annotations", "Akoma Ntoso"]) {
    const later = await paper(name);
    expect(later).toContain("withdrawn");
    expect(later).not.toContain("in part");
  }
});
