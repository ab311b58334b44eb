import { expect, test } from "./people.ts";

test("words are replaced, deleted and added after, whole words at a time, and a colleague sees how it would read", async ({
  enters,
}) => {
  const [drafter, head] = [await enters("maple.drafter"), await enters("maple.head")];
  await drafter.opens("17-3");
  await head.opens("17-3");
  await drafter.takes("support with suggested wording");
  const wording = drafter.page.getByRole("textbox", { name: "Suggested wording" });
  await expect(wording).toHaveValue(/投诉司法/);
  const quote = await wording.inputValue();
  const select = (letters: string) =>
    wording.evaluate((area: HTMLTextAreaElement, part) => {
      const at = area.value.indexOf(part);
      area.focus();
      area.setSelectionRange(at, at + part.length);
    }, letters);

  // Half a word is selected; the word is taken.
  await select("诉");
  await drafter.page.getByRole("button", { name: "Replace words" }).click();
  await drafter.page.keyboard.insertText("诉诸");
  await expect(wording).toHaveValue(quote.replace("投诉", "诉诸"));

  await select("司");
  await drafter.page.getByRole("button", { name: "Add after" }).click();
  await drafter.page.keyboard.insertText("救济");
  await expect(wording).toHaveValue(quote.replace("投诉司法", "诉诸司法救济"));

  // By keyboard: the button is reached from the text, which keeps its selection.
  await select("诉诸");
  await drafter.page.keyboard.press("Tab");
  await drafter.page.keyboard.press("Tab");
  await expect(drafter.page.getByRole("button", { name: "Delete", exact: true })).toBeFocused();
  await drafter.page.keyboard.press("Enter");
  await expect(wording).toHaveValue(quote.replace("投诉司法", "司法救济"));
  await expect(wording).toBeFocused();

  await expect(head.page.getByRole("textbox", { name: "Suggested wording" })).toHaveValue(
    quote.replace("投诉司法", "司法救济"),
  );
  await expect(head.page.locator("ins").first()).toHaveText(/^added: .*救济/);
  await expect(head.page.locator("del").first()).toHaveText(/^deleted: .*投诉/);
});
