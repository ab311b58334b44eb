import { expect, test } from "./people.ts";

test("the head gives a drafter the right to clear, sees who had what, and takes it away at once", async ({
  enters,
}) => {
  const [head, drafter, other] = [
    await enters("fig.head"),
    await enters("fig.drafter"),
    await enters("elm.drafter"),
  ];
  await drafter.page.goto("/delegation");
  await expect(drafter.page.getByText(/^The head of delegation gives and takes/)).toBeVisible();
  await expect(drafter.page.getByRole("button", { name: /^Give/ })).toHaveCount(0);
  expect(await drafter.asks("POST", "/api/v1/delegation/rights", {})).toMatchObject({ status: 403 });

  await drafter.opens("32-2");
  await drafter.takes("support");
  await drafter.isSaved();
  await drafter.page.getByRole("link", { name: "Review before submitting" }).click();
  await expect(drafter.page.getByRole("button", { name: /Clear/ })).toHaveCount(0);

  await head.page.goto("/");
  await head.page.getByRole("link", { name: "Fig", exact: true }).click();
  await head.page.getByRole("button", { name: "Give Drafter of Fig: may clear" }).click();
  await expect(head.page.getByText(/since .+, given by Head of Fig/)).toBeVisible();
  await expect(head.page.getByText("Drafter of Elm")).toHaveCount(0);
  await drafter.page.reload();
  await expect(drafter.page.getByRole("button", { name: "Clear these words" })).toBeVisible();

  await head.page.getByRole("button", { name: "Take away from Drafter of Fig: may clear" }).click();
  await head.page.getByText("Earlier").click();
  await expect(head.page.getByText(/Ended by Head of Fig/)).toBeVisible();
  await drafter.page.getByRole("button", { name: "Clear these words" }).click();
  await expect(drafter.page.getByText("Nothing was recorded.")).toBeVisible();
  await other.page.goto("/delegation");
  await expect(other.page.getByText("Drafter of Fig")).toHaveCount(0);
});
