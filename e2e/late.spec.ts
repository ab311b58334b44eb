import AxeBuilder from "@axe-core/playwright";
import { API, expect, newId, REPORT, test } from "./people.ts";

const MARK = "received after the deadline";

test("what comes after the deadline reaches the facilitators alone; admitted, everybody reads it and its mark", async ({
  enters,
}) => {
  const [facilitator, delegate] = [await enters("facilitator"), await enters("alder.head")];
  const reader = await enters("reviewer");
  await facilitator.page.goto(`${REPORT}/late`);
  await facilitator.isLive();
  await expect(facilitator.page.getByText("Nothing waits to be admitted.")).toBeVisible();
  const closed = await facilitator.asks("POST", `${API}/submissions`, {
    ...{ id: newId(), kind: "round.closed", round: "1" },
  });
  expect(closed.status).toBe(201);

  // Said plainly before the first word, and again before it is submitted.
  const idea = "17-2";
  await delegate.opens(idea);
  await expect(delegate.page.getByText("These words reach the facilitators only").first()).toBeVisible();
  await delegate.page.getByRole("button", { name: "Write a position as late words" }).click();
  await delegate.takes("support");
  await delegate.words.fill("Our instructions came late.");
  await delegate.isSaved();
  await delegate.page.getByRole("link", { name: "Review before submitting" }).click();
  await expect(delegate.page.getByRole("definition").filter({ hasText: MARK })).toContainText(
    "Round 1 closed on",
  );
  await delegate.page.getByRole("button", { name: "Clear and submit to the facilitators only" }).click();
  await delegate.page.waitForURL("**/entries/*");
  await expect(delegate.page.getByRole("main")).toContainText("Waiting to be admitted");
  const sealed = delegate.page.url();

  // To others it is a header; the delegation sees that it waits.
  await reader.page.goto(sealed);
  await expect(reader.page.getByRole("main")).toContainText("Sealed entry");
  await expect(reader.page.getByRole("main")).not.toContainText("Our instructions came late.");
  await reader.opens(idea);
  await expect(reader.positions).not.toContainText("Alder");
  await delegate.opens(idea);
  await expect(delegate.page.getByText("Sealed to the facilitators. Waiting to be admitted")).toBeVisible();

  await facilitator.page.goto("/");
  await facilitator.page.getByRole("link", { name: "1 late text to admit" }).click();
  await expect(facilitator.page.getByText("Our instructions came late.")).toBeVisible();
  await facilitator.isLive();
  expect((await new AxeBuilder({ page: facilitator.page }).analyze()).violations).toEqual([]);
  await facilitator.page.getByRole("button", { name: /^Admit entry/ }).click();
  const dialog = facilitator.page.getByRole("dialog");
  await expect(dialog).toContainText("recorded for good");
  await dialog.getByRole("button", { name: "Admit", exact: true }).click();
  await expect(facilitator.page.getByRole("heading", { name: "To admit (0)" })).toBeFocused();

  // From then on everybody reads it where it belongs, with its mark.
  await expect(reader.page.getByRole("button", { name: /^1 new/ })).toBeVisible();
  await reader.shows();
  await expect(reader.positions.getByRole("listitem").filter({ hasText: "Alder" })).toContainText(MARK);
  await expect(reader.positions).toContainText("Our instructions came late.");
  await reader.page.goto(`${REPORT}/search?q=instructions`);
  await expect(reader.page.getByRole("listitem").filter({ hasText: "17-2" })).toContainText(MARK);
  await reader.page.goto(`${REPORT}/history`);
  await expect(reader.page.getByText(`${MARK}, admitted by facilitator`)).toBeVisible();
  await delegate.page.goto("/notices");
  await expect(delegate.page.getByRole("main")).toContainText(MARK);
});
