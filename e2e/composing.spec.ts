import type { CDPSession, Page } from "@playwright/test";
import { expect, REPORT, test } from "./people.ts";

/** As an input method does: letters under composition, then the words they became. */
async function composes(page: Page, letters: string[], words: string): Promise<void> {
  const input: CDPSession = await page.context().newCDPSession(page);
  for (const text of letters) {
    await input.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
    // Longer than a frame waits for letters typed fast.
    await page.waitForTimeout(80);
  }
  await input.send("Input.insertText", { text: words });
}

test("a colleague sees 保护 once and never the pinyin, Arabic likewise; shortcuts are dead while composing", async ({
  enters,
}) => {
  const [writer, colleague] = [await enters("maple.drafter"), await enters("maple.head")];
  await writer.page.goto(`${REPORT}#32-2`);
  await writer.isLive();
  await writer.takes("support");
  await writer.isSaved();
  await colleague.opens("32-2");
  await colleague.words.evaluate((area: HTMLTextAreaElement) => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    let last = area.value;
    const look = () => {
      if (area.value !== last) seen.push(area.value);
      last = area.value;
      requestAnimationFrame(look);
    };
    look();
  });
  const seen = () => colleague.page.evaluate(() => (window as unknown as { seen: string[] }).seen);

  await writer.words.focus();
  await composes(writer.page, ["b", "ba", "bao", "bao h", "bao hu"], "保护");
  await expect(colleague.words).toHaveValue("保护");
  await expect.poll(seen).toEqual(["保护"]);
  await expect(writer.words).toHaveValue("保护");

  await composes(writer.page, ["ح", "حم", "حما"], "حماية");
  await expect(colleague.words).toHaveValue("保护حماية");
  await expect.poll(seen).toEqual(["保护", "保护حماية"]);

  // The letters of a composition are keys of nothing, wherever the focus is.
  const { page } = writer;
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  const address = page.url();
  const press = (key: string, isComposing: boolean) =>
    page.evaluate(
      ([pressed, composing]) => {
        const shared = { bubbles: true, cancelable: true };
        const event = { code: "KeyJ", key: pressed, isComposing: composing, ...shared };
        return document.body.dispatchEvent(new KeyboardEvent("keydown", event));
      },
      [key, isComposing] as const,
    );
  expect(await press("Process", true)).toBe(true);
  expect(page.url()).toBe(address);
  // By their place on the keyboard on an Arabic layout; dead where words are written.
  await writer.words.focus();
  await page.keyboard.press("j");
  expect(page.url()).toBe(address);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  expect(await press("ت", false)).toBe(false);
  await expect(page).not.toHaveURL(address);
});
